using System.CommandLine;
using SmartNic.Cli.Control;
using SmartNic.Cli.Shell;
using SmartNic.Driver;
using SmartNic.Features;

namespace SmartNic.Cli.Meter;

/// <summary><c>snic meter show TENANT</c>: the meters of one tenant.</summary>
internal static class MeterShowCommand
{
    public static Command Create() => QueryVerb.Show(
        new Verb("show", "Show the meters of a tenant; '-' is the wire's limit to the slow path",
            "snic meter show red"),
        "meter.list",
        ControlJson.Default.IReadOnlyListMeterView,
        meters => meters.Select(meter => meter.Tenant).Distinct(),
        Pick,
        CliJson.Default.Meters,
        MeterText.Write);

    private static IReadOnlyList<MeterView>? Pick(IReadOnlyList<MeterView> meters, string tenant)
    {
        MeterView[] found = [.. meters.Where(meter => meter.Tenant == tenant)];
        return found.Length == 0 ? null : found;
    }
}
