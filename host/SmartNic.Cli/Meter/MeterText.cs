using SmartNic.Cli.Shell;
using SmartNic.Driver;
using SmartNic.Features;

namespace SmartNic.Cli.Meter;

/// <summary>Prints meters.</summary>
internal static class MeterText
{
    public static void Write(IReadOnlyList<MeterView> meters, TextWriter output)
    {
        var table = new TextTable("TABLE", "TENANT", "INDEX", "EPOCH", "ENABLED", "RATE",
            "COMMITTED RATE", "BURST", "COMMITTED BURST", "KIND", "LENGTH", "COLOR MODE");
        foreach (var meter in meters)
        {
            table.Add(meter.Table, meter.Tenant, Units.Text((long)meter.Index),
                Units.Text(meter.Epoch), meter.Enabled ? "yes" : "no",
                Rate(meter, meter.Rate), Rate(meter, meter.CommittedRate),
                Units.Bytes(meter.BurstBytes), Units.Bytes(meter.CommittedBurstBytes),
                meter.Kind, meter.Length, meter.ColorMode);
        }

        table.Write(output);
    }

    private static string Rate(MeterView meter, ulong bits) =>
        new BitRate(bits, meter.Length == "packet").ToString();
}
