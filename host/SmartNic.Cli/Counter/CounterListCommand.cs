using System.CommandLine;
using SmartNic.Cli.Control;
using SmartNic.Cli.Shell;

namespace SmartNic.Cli.Counter;

/// <summary><c>snic counter list</c>: all counters.</summary>
internal static class CounterListCommand
{
    public static Command Create() => QueryVerb.List(
        new Verb("list", "List all counters: ports, tenants, drops, slow path, devices",
            "snic counter list", "snic counter list --json"),
        "counter.list",
        ControlJson.Default.CounterReport,
        CliJson.Default.CounterReport,
        Print);

    private static void Print(CounterReport report, TextWriter output)
    {
        CounterText.Write(report.Board.Ports, output);
        output.WriteLine();
        CounterText.WriteTenants(report.Board.Tenants, output);
        output.WriteLine();
        CounterText.WriteDrops("DROPPED FOR", report.Board.Drops, output);
        output.WriteLine();
        CounterText.WriteDrops("SLOW PATH", SlowPathText.Of(report), output);
        output.WriteLine();
        SlowPathText.WriteTenants(report.SlowPathByTenant, output);
        CounterText.Write(report.Devices, output);
    }
}
