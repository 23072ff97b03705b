using System.CommandLine;

namespace SmartNic.Cli.Firewall;

/// <summary><c>snic firewall</c>: the rules, and what they do with a packet.</summary>
internal static class FirewallNoun
{
    public static Command Create() => new(
        "firewall", "The firewall: its rules, and which of them decides on a packet")
    {
        FirewallListCommand.Create(),
        FirewallExplainCommand.Create(),
    };
}
