using SmartNic.Kernels;

namespace SmartNic.Driver.Counters;

/// <summary>Names for what was counted.</summary>
internal static class CounterTotals
{
    /// <summary>The counters of a tenant.</summary>
    public static TenantCounters Tenant(CounterAccount account) =>
        new(RxOf(account.Rx.Total), TxOf(account.Tx.Total));

    /// <summary>Drops of both directions by reason.</summary>
    public static Dictionary<string, ulong> Drops(SlotCounts rx, SlotCounts tx)
    {
        var drops = CounterNames.RxDrops.ToDictionary(d => d.Name, d => rx.Packets[d.Slot]);
        foreach (var (slot, name) in CounterNames.TxDrops)
        {
            drops[name] = drops.GetValueOrDefault(name) + tx.Packets[slot];
        }

        return drops;
    }

    private static DirectionCounters RxOf(SlotCounts counts)
    {
        var (green, yellow) = (Count(counts, RxSlot.Host), Count(counts, RxSlot.Yellow));
        return new(
            green.Packets + yellow.Packets, green.Bytes + yellow.Bytes, 0,
            counts.Packets[(int)RxSlot.Slow], Drops(counts, CounterNames.RxDrops))
        {
            Green = green,
            Yellow = yellow,
        };
    }

    private static PacketCount Count(SlotCounts counts, RxSlot slot) =>
        new(counts.Packets[(int)slot], counts.Bytes[(int)slot]);

    private static DirectionCounters TxOf(SlotCounts counts) => new(
        counts.Packets[(int)TxSlot.Wire], counts.Bytes[(int)TxSlot.Wire],
        counts.Packets[(int)TxSlot.Host], counts.Packets[(int)TxSlot.Slow],
        Drops(counts, CounterNames.TxDrops));

    private static Dictionary<string, ulong> Drops(
        SlotCounts counts, IEnumerable<(int Slot, string Name)> drops) =>
        CounterNames.OfTenant(drops).ToDictionary(d => d.Name, d => counts.Packets[d.Slot]);
}
