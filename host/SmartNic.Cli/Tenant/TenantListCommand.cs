using System.CommandLine;
using SmartNic.Cli.Control;
using SmartNic.Cli.Shell;
using SmartNic.Driver;
using SmartNic.Features;

namespace SmartNic.Cli.Tenant;

/// <summary><c>snic tenant list</c>: one line a tenant.</summary>
internal static class TenantListCommand
{
    public static Command Create() => QueryVerb.List(
        new Verb("list", "List the tenants", "snic tenant list", "snic tenant list --json"),
        "tenant.list",
        ControlJson.Default.IReadOnlyListTenantView,
        CliJson.Default.Tenants,
        Print);

    private static void Print(IReadOnlyList<TenantView> tenants, TextWriter output)
    {
        var table = new TextTable("NAME", "INDEX", "VNI", "INTERFACE", "RATE",
            "RX PACKETS", "RX DROPS", "TX PACKETS", "TX DROPS", "PUNTS");
        foreach (var tenant in tenants)
        {
            var (rx, tx) = (tenant.Counters?.Rx, tenant.Counters?.Tx);
            table.Add(tenant.Name, Units.Text(tenant.Index), Setting("vni"),
                Setting("interface"), Setting("rate"),
                Units.Text(rx?.Packets ?? 0), Units.Text(Drops(rx)),
                Units.Text(tx?.Packets ?? 0), Units.Text(Drops(tx)),
                Units.Text((rx?.Punts ?? 0) + (tx?.Punts ?? 0)));

            string Setting(string name) => SettingsText.Of(tenant.Settings[name]);
        }

        table.Write(output);
    }

    private static ulong Drops(DirectionCounters? counters) =>
        counters is null ? 0 : counters.Drops.Values.Aggregate(0UL, (sum, n) => sum + n);
}
