using SmartNic.Cli.Shell;
using SmartNic.Driver;
using SmartNic.Sim.Server;

namespace SmartNic.Cli.Counter;

/// <summary>Prints counters; drops that never happened are left out.</summary>
internal static class CounterText
{
    private static readonly Dictionary<string, long> NoCounts = [];

    public static void Write(IReadOnlyDictionary<string, PortCounters> ports, TextWriter output)
    {
        var table = new TextTable("PORT", "IN PACKETS", "IN BYTES", "OUT PACKETS", "OUT BYTES",
            "COPIES", "COPIES LOST");
        foreach (var (name, port) in ports)
        {
            table.Add(name, Units.Text(port.In.Packets), Units.Text(port.In.Bytes),
                Units.Text(port.Out.Packets), Units.Text(port.Out.Bytes),
                Units.Text(port.Copies), Units.Text(port.CopiesLost));
        }

        table.Write(output);
    }

    /// <summary>A line for each network device, after an empty one; nothing without devices.
    /// </summary>
    public static void Write(IReadOnlyList<PortStats> devices, TextWriter output)
    {
        if (devices.Count == 0)
        {
            return;
        }

        output.WriteLine();
        var table = new TextTable(
            "DEVICE", "PORT", "IN FRAMES", "OUT FRAMES", "LOST IN", "LOST OUT", "DELETED");
        foreach (var device in devices)
        {
            table.Add(
                device.Device, device.Port, Units.Text(device.InFrames),
                Units.Text(device.OutFrames), Units.Text(device.LostIn),
                Units.Text(device.LostOut), Units.Text(device.Deleted));
        }

        table.Write(output);
    }

    public static void WriteTenants(
        IReadOnlyDictionary<string, TenantCounters> tenants, TextWriter output)
    {
        var table = new TextTable("TENANT", "DIRECTION", "PACKETS", "BYTES", "YELLOW", "PUNTS",
            "DROPS");
        foreach (var (name, tenant) in tenants)
        {
            Row(table, name, "rx", tenant.Rx);
            Row(table, name, "tx", tenant.Tx);
        }

        table.Write(output);
    }

    public static void Write(
        TenantCounters tenant, IReadOnlyDictionary<string, long>? slowPath, TextWriter output)
    {
        var table = new TextTable("DIRECTION", "COUNTER", "VALUE");
        Rows(table, "rx", tenant.Rx);
        Rows(table, "tx", tenant.Tx);
        foreach (var (name, count) in (slowPath ?? NoCounts).Where(count => count.Value != 0))
        {
            table.Add("slow", name, Units.Text((ulong)count));
        }

        table.Write(output);
    }

    public static void WriteDrops(
        string header, IReadOnlyDictionary<string, ulong> drops, TextWriter output)
    {
        var some = drops.Where(drop => drop.Value != 0).ToArray();
        if (some.Length == 0)
        {
            output.WriteLine($"{header}  none");
            return;
        }

        var table = new TextTable(header, "PACKETS");
        foreach (var (reason, count) in some)
        {
            table.Add(reason, Units.Text(count));
        }

        table.Write(output);
    }

    private static void Row(TextTable table, string name, string way, DirectionCounters counters) =>
        table.Add(name, way, Units.Text(counters.Packets), Units.Text(counters.Bytes),
            counters.Yellow is { } yellow ? Units.Text(yellow.Packets) : "-",
            Units.Text(counters.Punts), Drops(counters.Drops));

    private static string Drops(IReadOnlyDictionary<string, ulong> drops)
    {
        var some = drops.Where(drop => drop.Value != 0).Select(d => $"{d.Key}={d.Value}").ToArray();
        return some.Length == 0 ? "-" : string.Join(' ', some);
    }

    private static void Color(TextTable table, string way, string color, PacketCount count)
    {
        table.Add(way, $"{color}.packets", Units.Text(count.Packets));
        table.Add(way, $"{color}.bytes", Units.Text(count.Bytes));
    }

    private static void Rows(TextTable table, string way, DirectionCounters counters)
    {
        table.Add(way, "packets", Units.Text(counters.Packets));
        table.Add(way, "bytes", Units.Text(counters.Bytes));
        Color(table, way, "green", counters.Green);
        Color(table, way, "yellow", counters.Yellow);
        table.Add(way, "to_host", Units.Text(counters.ToHost));
        table.Add(way, "punts", Units.Text(counters.Punts));
        foreach (var (reason, count) in counters.Drops.Where(drop => drop.Value != 0))
        {
            table.Add(way, $"drops.{reason}", Units.Text(count));
        }
    }
}
