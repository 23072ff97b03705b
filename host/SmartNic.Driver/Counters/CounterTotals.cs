namespace SmartNic.Driver.Counters;

/// <summary>Names for what was counted.</summary>
internal static class CounterTotals
{
    /// <summary>The counters of a tenant.</summary>
    public static TenantCounters Tenant(CounterAccount account) => new(
        Direction(account.Rx.Total, 0, CounterNames.RxDrops),
        Direction(account.Tx.Total, account.Tx.Total.Packets[2], CounterNames.TxDrops));

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

    private static DirectionCounters Direction(
        SlotCounts counts, ulong toHost, IReadOnlyList<(int Slot, string Name)> drops) => new(
            counts.Packets[0], counts.Bytes[0], toHost, counts.Packets[1],
            drops.ToDictionary(d => d.Name, d => counts.Packets[d.Slot]));
}
