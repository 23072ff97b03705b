using SmartNic.Kernels;
using SmartNic.Registers;

namespace SmartNic.Driver.Counters;

/// <summary>Names for what was counted.</summary>
internal static class CounterTotals
{
    private static readonly IReadOnlyList<OutcomeInfo> RxDrops =
        CounterNames.Drops(Directions.Rx);

    private static readonly IReadOnlyList<OutcomeInfo> TxDrops =
        CounterNames.Drops(Directions.Tx);

    /// <summary>The counters of a tenant.</summary>
    public static TenantCounters Tenant(CounterAccount account) =>
        new(Of(account.Rx.Total, RxDrops), Of(account.Tx.Total, TxDrops));

    /// <summary>Drops of all, of both directions, by reason.</summary>
    public static Dictionary<string, ulong> Drops(CounterAccount all) =>
        ReasonList.All.Where(r => CounterIndex.IsDrop(r.Outcome)).ToDictionary(
            r => r.Name,
            r => all.Rx.Total.Packets[(int)r.Number] + all.Tx.Total.Packets[(int)r.Number]);

    private static DirectionCounters Of(Counts counts, IReadOnlyList<OutcomeInfo> drops)
    {
        var (green, yellow) =
            (Count(counts, Outcome.Delivered), Count(counts, Outcome.DeliveredYellow));
        return new(
            green.Packets + yellow.Packets, green.Bytes + yellow.Bytes,
            Count(counts, Outcome.Answer).Packets, Count(counts, Outcome.SlowPath).Packets,
            Drops(counts, drops), green, yellow);
    }

    private static PacketCount Count(Counts counts, Outcome outcome)
    {
        var at = CounterIndex.PlaceOf(outcome);
        return new(counts.Packets[at], counts.Bytes[at]);
    }

    private static Dictionary<string, ulong> Drops(
        Counts counts, IEnumerable<OutcomeInfo> drops) =>
        drops.ToDictionary(d => d.Name, d => Count(counts, d.Number).Packets);
}
