using System.CommandLine;
using SmartNic.Cli.Control;
using SmartNic.Cli.Shell;

namespace SmartNic.Cli.Firewall;

/// <summary><c>snic firewall list</c>: the rules in force, and what they take.</summary>
internal static class FirewallListCommand
{
    public static Command Create() => QueryVerb.List(
        new Verb("list",
            "List the rules with their positions and how many tenants refer to each; then what "
                + "they take, and how many rows the last change wrote",
            "snic firewall list", "snic firewall list --json"),
        "firewall.list",
        ControlJson.Default.FirewallView,
        CliJson.Default.FirewallView,
        FirewallText.Write);
}
