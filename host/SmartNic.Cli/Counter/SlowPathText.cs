using SmartNic.Cli.Control;
using SmartNic.Cli.Shell;

namespace SmartNic.Cli.Counter;

/// <summary>Prints the slow path's counts: what came, what was made of it, what was lost where.
/// </summary>
internal static class SlowPathText
{
    private static readonly string[] Answers =
        ["arp_answered", "neighbour_answered", "echo_answered", "mtu_answered"];

    private static readonly string[] Others =
    [
        "received", "made", "copies", "injected", "waiting", "replicated", "forwarded",
        "fragmented", "mss_clamped",
    ];

    /// <summary>The counts of all in the shape of the board's.</summary>
    public static IReadOnlyDictionary<string, ulong> Of(CounterReport report) =>
        report.SlowPath.ToDictionary(count => count.Key, count => (ulong)count.Value);

    /// <summary>A line for each tenant that sent a punt; "-" is the wire.</summary>
    public static void WriteTenants(
        IReadOnlyDictionary<string, IReadOnlyDictionary<string, long>> tenants, TextWriter output)
    {
        var table = new TextTable(
            "SLOW PATH OF", "PUNTS", "ANSWERED", "REPLICATED", "COPIES", "INJECTED", "DROPS");
        foreach (var (name, counts) in tenants)
        {
            table.Add(
                name,
                Text(counts, "received"),
                Units.Text((ulong)Answers.Sum(counts.GetValueOrDefault)),
                Text(counts, "replicated"),
                Text(counts, "copies"),
                Text(counts, "injected"),
                Drops(counts));
        }

        table.Write(output);
    }

    private static string Text(IReadOnlyDictionary<string, long> counts, string name) =>
        Units.Text((ulong)counts.GetValueOrDefault(name));

    private static string Drops(IReadOnlyDictionary<string, long> counts)
    {
        var some = counts.Where(c => c.Value != 0 && !Answers.Contains(c.Key)
            && !Others.Contains(c.Key)).Select(c => $"{c.Key}={c.Value}").ToArray();
        return some.Length == 0 ? "-" : string.Join(' ', some);
    }
}
