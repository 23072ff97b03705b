using SmartNic.Hls.Language;

namespace SmartNic.Kernels;

/// <summary>
/// Finds the live record of a key. Whoever fills the index keeps each pair of bucket and signature
/// to one live key, so at most one record can match besides the stash, and the stash is asked
/// first. What is chosen is chosen by priority: records that are ORed would be a third one.
/// </summary>
public static class RecordMatch
{
    private struct Choice
    {
        public bool Found;
        public U19 Record;
    }

    /// <summary>Where a key may be: all from one mixing.</summary>
    /// <param name="key">The key.</param>
    /// <param name="secret">The secret of the index.</param>
    public static RecordPlace Place<TKey>(in TKey key, ulong secret)
        where TKey : struct, IKey<TKey>
    {
        ulong mixed = TKey.Mix(key, secret);
        RecordPlace at = default;
        at.A = (ushort)mixed;
        at.B = (ushort)(mixed >> 16);
        at.Signature = (ushort)(mixed >> 32);
        at.StashA = (byte)(mixed >> 48);
        at.StashB = (byte)(mixed >> 56);
        return at;
    }

    /// <summary>
    /// The record of a key. Both buckets are read in one clock, and so are both places in the
    /// stash: none moves from the one to the other. The record is read once.
    /// </summary>
    /// <param name="index">Where records are.</param>
    /// <param name="records">The records.</param>
    /// <param name="key">The key.</param>
    public static RecordHit<TValue> Find<TKey, TValue>(in RecordIndex<TKey> index,
        Table<Record<TKey, TValue>> records, in TKey key)
        where TKey : struct, IKey<TKey>
        where TValue : struct
    {
        RecordPlace at = Place(key, index.Secret.Read(0));
        Choice stash = First(Of(index.StashA.Read(at.StashA), key),
            Of(index.StashB.Read(at.StashB), key));
        Choice bucket = First(In(index.A.Read(at.A), at.Signature),
            In(index.B.Read(at.B), at.Signature));
        Choice choice = First(stash, bucket);
        Record<TKey, TValue> record = records.Read(choice.Record);
        RecordHit<TValue> hit = default;
        hit.Found = choice.Found & record.Valid & TKey.Same(record.Key, key);
        hit.Index = choice.Record;
        hit.Incarnation = record.Incarnation;
        hit.Value = record.Value;
        return hit;
    }

    private static Choice In(in SignatureBucket b, ushort signature) =>
        First(First(Of(b.E0, signature), Of(b.E1, signature)),
            First(Of(b.E2, signature), Of(b.E3, signature)));

    private static Choice Of(in SignatureSlot slot, ushort signature)
    {
        Choice c = default;
        c.Found = slot.Valid & slot.Signature == signature;
        c.Record = slot.Record;
        return c;
    }

    private static Choice Of<TKey>(in StashSlot<TKey> slot, in TKey key)
        where TKey : struct, IKey<TKey>
    {
        Choice c = default;
        c.Found = slot.Valid & TKey.Same(slot.Key, key);
        c.Record = slot.Record;
        return c;
    }

    private static Choice First(in Choice x, in Choice y)
    {
        Choice c = default;
        c.Found = x.Found | y.Found;
        c.Record = x.Found ? x.Record : y.Record;
        return c;
    }
}
