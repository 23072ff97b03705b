using System.CommandLine;

namespace SmartNic.Cli.Counter;

/// <summary><c>snic counter</c>: what went where, and what was dropped and why.</summary>
internal static class CounterNoun
{
    /// <summary>What <c>counter show</c> calls the drops of all by reason.</summary>
    public const string Drops = "drops";

    public static Command Create() => new("counter", "Packets and bytes of ports, tenants, drops")
    {
        CounterListCommand.Create(),
        CounterShowCommand.Create(),
    };
}
