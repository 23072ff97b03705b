using SmartNic.Hls.Language;
using SmartNic.Kernels;
using SmartNic.Registers;

namespace SmartNic.Driver.Tables;

/// <summary>
/// The layout of an exact-match table of the kernels: buckets and hashes are theirs; what is left
/// is which numbers the driver keeps a key and a value as.
/// </summary>
/// <param name="a">Memory a.</param>
/// <param name="b">Memory b.</param>
internal abstract class TypedExactLayout<TKey, TValue>(TableInfo a, TableInfo b)
    : ExactLayout(a, b)
    where TKey : struct, IKey<TKey>
    where TValue : struct
{
    /// <summary>The key of a number.</summary>
    public abstract TKey KeyOf(ulong number);

    /// <summary>The number of a key.</summary>
    public abstract ulong NumberOf(in TKey key);

    /// <summary>The value of a number.</summary>
    public abstract TValue ValueOf(uint number);

    /// <summary>The number of a value.</summary>
    public abstract uint NumberOf(in TValue value);

    /// <summary>Four slots as a bucket of the kernels.</summary>
    public ExactBucket<TKey, TValue> Bucket(ReadOnlySpan<ExactEntry> slots) => new()
    {
        E0 = Entry(slots[0]),
        E1 = Entry(slots[1]),
        E2 = Entry(slots[2]),
        E3 = Entry(slots[3]),
    };

    public sealed override (uint A, uint B) Hash(ulong key, ulong hashKey)
    {
        var at = ExactMatch.Buckets(KeyOf(key), hashKey);
        var mask = (uint)Buckets - 1;
        return (at.A & mask, at.B & mask);
    }

    public sealed override void Pack(ReadOnlySpan<ExactEntry> slots, Span<uint> words) =>
        Pack(Bucket(slots), words);

    public sealed override void Unpack(ReadOnlySpan<uint> words, Span<ExactEntry> slots)
    {
        Unpack(words, out var bucket);
        slots[0] = Slot(bucket.E0);
        slots[1] = Slot(bucket.E1);
        slots[2] = Slot(bucket.E2);
        slots[3] = Slot(bucket.E3);
    }

    /// <summary>The words of a bucket.</summary>
    protected abstract void Pack(in ExactBucket<TKey, TValue> bucket, Span<uint> words);

    /// <summary>The bucket of words.</summary>
    protected abstract void Unpack(
        ReadOnlySpan<uint> words, out ExactBucket<TKey, TValue> bucket);

    private ExactEntry<TKey, TValue> Entry(in ExactEntry slot) => new()
    {
        Gen = (U2)slot.Gen,
        Key = KeyOf(slot.Key),
        Value0 = ValueOf(slot.Value0),
        Value1 = ValueOf(slot.Value1),
    };

    private ExactEntry Slot(in ExactEntry<TKey, TValue> entry) => new()
    {
        Gen = (byte)entry.Gen,
        Key = NumberOf(entry.Key),
        Value0 = NumberOf(entry.Value0),
        Value1 = NumberOf(entry.Value1),
    };
}
