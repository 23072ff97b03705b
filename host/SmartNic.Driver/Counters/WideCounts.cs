namespace SmartNic.Driver.Counters;

/// <summary>
/// 64-bit totals of counters of one direction over all interfaces, from counters that wrap at
/// 2^48 packets and 2^56 bytes. Exact as long as no counter wraps twice between two reads.
/// </summary>
internal sealed class WideCounts
{
    /// <summary>Bits of a packet counter (REGISTERS.md, COUNTER_PACKETS).</summary>
    public const int PacketBits = 48;

    /// <summary>Bits of a byte counter (REGISTERS.md, COUNTER_BYTES).</summary>
    public const int ByteBits = 56;

    private readonly int _size;
    private readonly Counts[] _last;
    private bool _isRead;

    /// <summary>Starts at zero, for counters that are zero.</summary>
    public WideCounts(int interfaces, int size)
    {
        _size = size;
        _last = [.. Enumerable.Range(0, interfaces).Select(_ => new Counts(size))];
        Total = new(size);
    }

    /// <summary>The totals.</summary>
    public Counts Total { get; }

    /// <summary>True once a counter has wrapped, so that the offset is another.</summary>
    public bool HasWrapped { get; private set; }

    /// <summary>Takes in what the counters read now.</summary>
    /// <param name="raw">By interface.</param>
    public void Advance(IReadOnlyList<Counts> raw)
    {
        for (var n = 0; n < raw.Count; n++)
        {
            for (var i = 0; i < _size; i++)
            {
                Advance(
                    ref Total.Packets[i], ref _last[n].Packets[i], raw[n].Packets[i], PacketBits);
                Advance(ref Total.Bytes[i], ref _last[n].Bytes[i], raw[n].Bytes[i], ByteBits);
            }
        }

        if (!_isRead)
        {
            _isRead = true;
            DropImpossible();
        }
    }

    /// <summary>Starts at zero, whatever the counters read now.</summary>
    public void StartAt(IReadOnlyList<Counts> raw)
    {
        Advance(raw);
        Array.Clear(Total.Packets);
        Array.Clear(Total.Bytes);
    }

    /// <summary>
    /// What to add to the counters' sum to have the totals, modulo 2^64. It changes only when the
    /// totals start anew and when a counter wraps.
    /// </summary>
    public Counts Offset()
    {
        var offset = new Counts(_size);
        offset.Add(Total);
        foreach (var last in _last)
        {
            offset.Subtract(last);
        }

        HasWrapped = false;
        return offset;
    }

    private void Advance(ref ulong total, ref ulong last, ulong raw, int bits)
    {
        var delta = (raw - last) & (ulong.MaxValue >> (64 - bits));
        HasWrapped |= raw < last;
        total += delta;
        last = raw;
    }

    /// <summary>
    /// A total below zero says that the counters are younger than the offset: they start at zero.
    /// </summary>
    private void DropImpossible()
    {
        for (var i = 0; i < _size; i++)
        {
            if ((long)Total.Packets[i] < 0 || (long)Total.Bytes[i] < 0)
            {
                Total.Packets[i] = Sum(_last.Select(l => l.Packets[i]));
                Total.Bytes[i] = Sum(_last.Select(l => l.Bytes[i]));
            }
        }
    }

    private static ulong Sum(IEnumerable<ulong> values) => values.Aggregate(0ul, (a, b) => a + b);
}
