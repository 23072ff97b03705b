using System.CommandLine;
using SmartNic.Cli.Control;
using SmartNic.Cli.Shell;

namespace SmartNic.Cli.Counter;

/// <summary><c>snic counter show NAME</c>: a tenant, a port, <c>drops</c>, <c>slow_path</c>.
/// </summary>
internal static class CounterShowCommand
{
    private const string SlowPath = "slow_path";

    public static Command Create() => QueryVerb.Show(
        new Verb("show", "Show the counters of a tenant, of a port, of drops or of slow_path",
            "snic counter show red", "snic counter show wire.0", "snic counter show drops --json"),
        "counter.list",
        ControlJson.Default.CounterReport,
        report => report.Board.Tenants.Keys.Concat(report.Board.Ports.Keys)
            .Append(CounterNoun.Drops).Append(SlowPath),
        Pick,
        CliJson.Default.CounterItem,
        Print);

    private static CounterItem? Pick(CounterReport report, string name)
    {
        if (report.Board.Tenants.TryGetValue(name, out var tenant))
        {
            return new CounterItem(
                name, Tenant: tenant, SlowPath: report.SlowPathByTenant.GetValueOrDefault(name));
        }

        if (report.Board.Ports.TryGetValue(name, out var port))
        {
            return new CounterItem(name, Port: port);
        }

        return name switch
        {
            CounterNoun.Drops => new CounterItem(name, Counts: report.Board.Drops),
            SlowPath => new CounterItem(name, Counts: SlowPathText.Of(report)),
            _ => null,
        };
    }

    private static void Print(CounterItem item, TextWriter output)
    {
        if (item.Tenant is { } tenant)
        {
            CounterText.Write(tenant, item.SlowPath, output);
        }
        else if (item.Port is { } port)
        {
            var ports = new Dictionary<string, Driver.PortCounters> { [item.Name] = port };
            CounterText.Write(ports, output);
        }
        else
        {
            CounterText.WriteDrops(item.Name.ToUpperInvariant(), item.Counts!, output);
        }
    }
}
