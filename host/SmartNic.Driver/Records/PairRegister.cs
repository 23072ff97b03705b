using System.Numerics;

namespace SmartNic.Driver.Records;

/// <summary>
/// Which record has which pair of bucket and signature: each live key registers the pair of each of
/// its two buckets, wherever it lies. Open addressing with linear probing; nothing is allocated
/// after the start.
/// </summary>
internal sealed class PairRegister
{
    private const int RecordBits = 24;

    // A pair in the high bits and its record + 1 in the low ones; 0 is free.
    private readonly ulong[] _cells;
    private readonly int _shift;

    /// <param name="records">Records that there can be, each with two pairs.</param>
    public PairRegister(int records)
    {
        var cells = BitOperations.RoundUpToPowerOf2((uint)(4 * records));
        _cells = new ulong[cells];
        _shift = 64 - BitOperations.Log2(cells);
    }

    /// <summary>The record that a pair is registered for; -1 when it is for none.</summary>
    public int Find(int bucket, ushort signature)
    {
        var cell = _cells[At(PairOf(bucket, signature))];
        return (int)(cell & ((1 << RecordBits) - 1)) - 1;
    }

    /// <summary>Registers a pair that is not.</summary>
    public void Add(int bucket, ushort signature, int record)
    {
        var pair = PairOf(bucket, signature);
        _cells[At(pair)] = (pair << RecordBits) | (uint)(record + 1);
    }

    /// <summary>Frees a pair that is registered.</summary>
    public void Remove(int bucket, ushort signature)
    {
        var hole = At(PairOf(bucket, signature));
        var mask = _cells.Length - 1;

        // What was put behind the hole because of it moves into it, so that nothing marks graves.
        for (var at = (hole + 1) & mask; _cells[at] != 0; at = (at + 1) & mask)
        {
            var home = Home(_cells[at] >> RecordBits);
            if (((at - home) & mask) >= ((at - hole) & mask))
            {
                _cells[hole] = _cells[at];
                hole = at;
            }
        }

        _cells[hole] = 0;
    }

    private static ulong PairOf(int bucket, ushort signature) =>
        ((ulong)(uint)bucket << 16) | signature;

    // The cell of a pair, or the free one where it would be.
    private int At(ulong pair)
    {
        var at = Home(pair);
        while (_cells[at] != 0 && _cells[at] >> RecordBits != pair)
        {
            at = (at + 1) & (_cells.Length - 1);
        }

        return at;
    }

    private int Home(ulong pair) => (int)((pair * 0x9E3779B97F4A7C15UL) >> _shift);
}
