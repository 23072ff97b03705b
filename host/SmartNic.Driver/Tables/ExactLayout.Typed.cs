using SmartNic.Hls.Language;
using SmartNic.Kernels;
using SmartNic.Registers;

namespace SmartNic.Driver.Tables;

/// <summary>
/// An exact-match table of the kernels, whose keys, hashes, buckets and words are theirs.
/// </summary>
/// <param name="a">Memory a.</param>
/// <param name="b">Memory b.</param>
internal sealed class ExactLayout<TKey, TValue>(
    TableLayout<ExactBucket<TKey, TValue>> a, TableLayout<ExactBucket<TKey, TValue>> b)
    : ExactLayout(a.Info, b.Info)
    where TKey : struct, IKey<TKey>
    where TValue : struct
{
    /// <summary>Buckets of a key in memories a and b, under a hash key.</summary>
    public (uint A, uint B) Hash(in TKey key, ulong hashKey)
    {
        var at = ExactMatch.Buckets(key, hashKey);
        var mask = (uint)Buckets - 1;
        return (at.A & mask, at.B & mask);
    }

    /// <summary>Four slots as a bucket of the kernels.</summary>
    public static ExactBucket<TKey, TValue> Bucket(ReadOnlySpan<ExactSlot<TKey, TValue>> slots) =>
        new()
        {
            E0 = Entry(slots[0]),
            E1 = Entry(slots[1]),
            E2 = Entry(slots[2]),
            E3 = Entry(slots[3]),
        };

    /// <summary>Four slots as the words of a bucket.</summary>
    public void Pack(ReadOnlySpan<ExactSlot<TKey, TValue>> slots, Span<uint> words) =>
        a.Pack(Bucket(slots), words);

    /// <summary>The words of a bucket as four slots: what a board holds.</summary>
    public void Unpack(ReadOnlySpan<uint> words, Span<ExactSlot<TKey, TValue>> slots)
    {
        a.Unpack(words, out var bucket);
        slots[0] = Slot(bucket.E0);
        slots[1] = Slot(bucket.E1);
        slots[2] = Slot(bucket.E2);
        slots[3] = Slot(bucket.E3);
    }

    /// <summary>Whether two values are the same bits on a board.</summary>
    public bool AreSame(in TValue x, in TValue y)
    {
        Span<uint> left = stackalloc uint[Words];
        Span<uint> right = stackalloc uint[Words];
        Pack(x, left);
        Pack(y, right);
        return left.SequenceEqual(right);
    }

    /// <summary>
    /// Names and values of an entry's fields, as packets of generation 0 find them: in the steady
    /// state all find the same.
    /// </summary>
    public IEnumerable<(string Name, string Value)> Describe(in ExactSlot<TKey, TValue> slot)
    {
        var words = new uint[Words];
        Pack([slot, default, default, default], words);
        return Columns(words);
    }

    private void Pack(in TValue value, Span<uint> words)
    {
        ExactBucket<TKey, TValue> bucket = default;
        bucket.E0.Value0 = value;
        a.Pack(bucket, words);
    }

    private static ExactEntry<TKey, TValue> Entry(in ExactSlot<TKey, TValue> slot) => new()
    {
        Gen = (U2)slot.Gen,
        Key = slot.Key,
        Value0 = slot.Value0,
        Value1 = slot.Value1,
    };

    private static ExactSlot<TKey, TValue> Slot(in ExactEntry<TKey, TValue> entry) => new()
    {
        Gen = (byte)entry.Gen,
        Key = entry.Key,
        Value0 = entry.Value0,
        Value1 = entry.Value1,
    };
}
