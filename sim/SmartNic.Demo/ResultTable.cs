using System.Globalization;
using System.Text;
using SmartNic.Driver;

namespace SmartNic.Demo;

/// <summary>The table at the end: what passed for each tenant, and what did not.</summary>
internal static class ResultTable
{
    private static readonly string[] Head =
    [
        "tenant", "VNI", "rx packets", "rx bytes", "tx packets", "tx bytes", "drops by class",
        "configured", "measured",
    ];

    /// <summary>Builds the table.</summary>
    /// <param name="tenants">The tenants.</param>
    /// <param name="counters">Counters of the gateway.</param>
    /// <param name="measured">Rate measured at the receiving host, bit/s, by tenant.</param>
    public static string Format(
        IEnumerable<TenantPlan> tenants,
        CounterSnapshot counters,
        IReadOnlyDictionary<string, double> measured)
    {
        List<string[]> rows = [Head];
        foreach (TenantPlan tenant in tenants)
        {
            TenantCounters count = counters.Tenants[tenant.Name];
            rows.Add(
            [
                tenant.Name,
                Number(tenant.Vni),
                Number(count.Rx.Packets),
                Number(count.Rx.Bytes),
                Number(count.Tx.Packets),
                Number(count.Tx.Bytes),
                Drops(count),
                tenant.RateBitsPerSecond == 0 ? "unlimited" : Mbit(tenant.RateBitsPerSecond),
                measured.TryGetValue(tenant.Name, out double rate) ? Mbit(rate) : "-",
            ]);
        }

        return Layout(rows);
    }

    /// <summary>All drops of a tenant, both directions.</summary>
    public static ulong TotalDrops(TenantCounters tenant) =>
        NonZero(tenant).Aggregate(0UL, (sum, drop) => sum + drop.Value);

    private static string Drops(TenantCounters tenant)
    {
        string text = string.Join(' ', NonZero(tenant).Select(d => $"{d.Key}={d.Value}"));
        return text.Length == 0 ? "none" : text;
    }

    private static IEnumerable<KeyValuePair<string, ulong>> NonZero(TenantCounters tenant) =>
        Named("rx", tenant.Rx).Concat(Named("tx", tenant.Tx)).Where(d => d.Value != 0);

    private static IEnumerable<KeyValuePair<string, ulong>> Named(
        string direction, DirectionCounters counters) =>
        counters.Drops.Select(d => KeyValuePair.Create($"{direction}.{d.Key}", d.Value));

    private static string Layout(List<string[]> rows)
    {
        int[] widths =
            [.. Enumerable.Range(0, Head.Length).Select(c => rows.Max(r => r[c].Length))];
        var text = new StringBuilder();
        foreach (string[] row in rows)
        {
            text.AppendLine("  " + string.Join("  ", row.Select(
                (cell, c) => c is 0 or 6 ? cell.PadRight(widths[c]) : cell.PadLeft(widths[c]))));
        }

        return text.ToString();
    }

    private static string Number(ulong value) => value.ToString(CultureInfo.InvariantCulture);

    private static string Mbit(double bitsPerSecond) => string.Create(
        CultureInfo.InvariantCulture, $"{bitsPerSecond / 1e6:0.000} Mbit/s");
}
