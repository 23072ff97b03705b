using SmartNic.Kernels;

namespace SmartNic.Driver.Counters;

/// <summary>
/// 64-bit totals of one tenant in one direction over all interfaces, from counters that wrap at
/// 2^48 packets and 2^56 bytes. Exact as long as no counter wraps twice between two reads.
/// </summary>
internal sealed class WideCounts
{
    /// <summary>Bits of a packet counter (REGISTERS.md, COUNTER_PACKETS).</summary>
    public const int PacketBits = 48;

    /// <summary>Bits of a byte counter (REGISTERS.md, COUNTER_BYTES).</summary>
    public const int ByteBits = 56;

    private readonly SlotCounts[] _last;
    private bool _isRead;

    /// <summary>Starts at zero, for counters that are zero.</summary>
    public WideCounts(int interfaces) =>
        _last = [.. Enumerable.Range(0, interfaces).Select(_ => new SlotCounts())];

    /// <summary>The totals.</summary>
    public SlotCounts Total { get; } = new();

    /// <summary>True once a counter has wrapped, so that the offset is another.</summary>
    public bool HasWrapped { get; private set; }

    /// <summary>Takes in what the counters read now.</summary>
    /// <param name="raw">By interface.</param>
    /// <returns>True when something was counted.</returns>
    public bool Advance(IReadOnlyList<SlotCounts> raw)
    {
        var isChanged = false;
        for (var n = 0; n < raw.Count; n++)
        {
            for (var slot = 0; slot < CounterSlots.All; slot++)
            {
                isChanged |= Advance(
                    ref Total.Packets[slot], ref _last[n].Packets[slot], raw[n].Packets[slot],
                    PacketBits);
                isChanged |= Advance(
                    ref Total.Bytes[slot], ref _last[n].Bytes[slot], raw[n].Bytes[slot], ByteBits);
            }
        }

        if (!_isRead)
        {
            _isRead = true;
            DropImpossible();
        }

        return isChanged;
    }

    /// <summary>Starts at zero, whatever the counters read now.</summary>
    public void StartAt(IReadOnlyList<SlotCounts> raw)
    {
        Advance(raw);
        Array.Clear(Total.Packets);
        Array.Clear(Total.Bytes);
    }

    /// <summary>
    /// What to add to the counters' sum to have the totals, modulo 2^64. It changes only when the
    /// totals start anew and when a counter wraps.
    /// </summary>
    public SlotCounts Offset()
    {
        var offset = new SlotCounts();
        offset.Add(Total);
        foreach (var last in _last)
        {
            offset.Subtract(last);
        }

        HasWrapped = false;
        return offset;
    }

    private bool Advance(ref ulong total, ref ulong last, ulong raw, int bits)
    {
        var delta = (raw - last) & (ulong.MaxValue >> (64 - bits));
        HasWrapped |= raw < last;
        total += delta;
        last = raw;
        return delta != 0;
    }

    /// <summary>
    /// A total below zero says that the counters are younger than the offset: they start at zero.
    /// </summary>
    private void DropImpossible()
    {
        for (var slot = 0; slot < CounterSlots.All; slot++)
        {
            if ((long)Total.Packets[slot] < 0 || (long)Total.Bytes[slot] < 0)
            {
                Total.Packets[slot] = Sum(_last.Select(l => l.Packets[slot]));
                Total.Bytes[slot] = Sum(_last.Select(l => l.Bytes[slot]));
            }
        }
    }

    private static ulong Sum(IEnumerable<ulong> values) => values.Aggregate(0ul, (a, b) => a + b);
}
