using System.CommandLine;

namespace SmartNic.Cli.Counter;

/// <summary><c>snic counter</c>: what went where, and what was dropped and why.</summary>
internal static class CounterNoun
{
    public static Command Create() => new("counter", "Packets and bytes of ports, tenants, drops")
    {
        CounterListCommand.Create(),
        CounterShowCommand.Create(),
    };
}
