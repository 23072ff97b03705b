using SmartNic.Kernels;

namespace SmartNic.Driver.Counters;

/// <summary>
/// Knows which tenant indices have counts that belong to somebody: those in use, and those whose
/// tenant is gone. Counts of the latter stay in the totals, also after the index was cleared for
/// another.
/// </summary>
internal sealed class CounterLedger
{
    private readonly CounterReader _reader;
    private readonly bool[] _isUnknown;
    private readonly SortedSet<ushort> _used = [0];
    private readonly SlotCounts _goneRx = new();
    private readonly SlotCounts _goneTx = new();

    /// <summary>Creates the ledger.</summary>
    /// <param name="reader">Reads the board.</param>
    /// <param name="tenants">Tenant indices, 0 included.</param>
    /// <param name="areZero">Whether the board's counters are known to be zero.</param>
    public CounterLedger(CounterReader reader, int tenants, bool areZero)
    {
        _reader = reader;
        _isUnknown = new bool[tenants];
        if (!areZero)
        {
            Array.Fill(_isUnknown, true);
            Start(0);
        }
    }

    /// <summary>Makes the counters of an index zero, before it is used for a new tenant.</summary>
    public void Start(ushort index)
    {
        var wasUsed = !_used.Add(index) && !_isUnknown[index];
        if (wasUsed)
        {
            _goneRx.Add(_reader.Read(index, false));
            _goneTx.Add(_reader.Read(index, true));
        }

        if (wasUsed || _isUnknown[index])
        {
            _reader.Clear(index, false);
            _reader.Clear(index, true);
            _isUnknown[index] = false;
        }
    }

    /// <summary>Reads everything.</summary>
    /// <param name="nameOf">Name of the tenant with an index; null when it is gone.</param>
    public CounterSnapshot Read(Func<int, string?> nameOf)
    {
        var (rx, tx) = (new SlotCounts(), new SlotCounts());
        rx.Add(_goneRx);
        tx.Add(_goneTx);
        var tenants = new SortedDictionary<string, TenantCounters>(StringComparer.Ordinal);
        foreach (var index in _used)
        {
            var (tenantRx, tenantTx) = (_reader.Read(index, false), _reader.Read(index, true));
            rx.Add(tenantRx);
            tx.Add(tenantTx);
            if (nameOf(index) is { } name)
            {
                tenants.Add(name, new TenantCounters(
                    RxOf(tenantRx), TxOf(tenantTx)));
            }
        }

        return new CounterSnapshot(_reader.Ports(), tenants, TotalDrops(rx, tx));
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

    private static Dictionary<string, ulong> TotalDrops(SlotCounts rx, SlotCounts tx)
    {
        var drops = CounterNames.RxDrops.ToDictionary(d => d.Name, d => rx.Packets[d.Slot]);
        foreach (var (slot, name) in CounterNames.TxDrops)
        {
            drops[name] = drops.GetValueOrDefault(name) + tx.Packets[slot];
        }

        return drops;
    }
}
