using SmartNic.Hls.Language;

namespace SmartNic.Kernels;

/// <summary>
/// A slot of a signature index: 36 bits, so that a bucket of four is two words of block or Ultra
/// RAM.
/// </summary>
public struct SignatureSlot
{
    /// <summary>It names a record.</summary>
    public bool Valid;

    /// <summary>Bits of the mixed key.</summary>
    public ushort Signature;

    /// <summary>The record.</summary>
    public U19 Record;
}

/// <summary>Four slots.</summary>
public struct SignatureBucket
{
    /// <summary>The slots.</summary>
    public SignatureSlot E0, E1, E2, E3;
}

/// <summary>A place for a key whose signature another key has in the same bucket.</summary>
/// <typeparam name="TKey">The key, whole.</typeparam>
public struct StashSlot<TKey>
    where TKey : struct, IKey<TKey>
{
    /// <summary>It names a record.</summary>
    public bool Valid;

    /// <summary>The record.</summary>
    public U19 Record;

    /// <summary>The key.</summary>
    public TKey Key;
}

/// <summary>
/// Where the records of keys are: two memories of buckets of signatures, and a key is in one of its
/// two, or in the stash. Its depth, in buckets of each memory, is the <c>[Depth]</c> of whatever
/// declares it; up to 65536. It has a secret of its own: the hash keys of the generations change
/// with transactions, and a record is alive in both generations.
/// </summary>
/// <remarks>
/// The stash is two memories of one whole key a slot, and a key is in one of its two places: two
/// comparisons of whole keys, where buckets of four take eight and a list of 64 in registers takes
/// 64. At the load of 64 K keys eight are there on average.
/// </remarks>
/// <typeparam name="TKey">The key.</typeparam>
public struct RecordIndex<TKey>
    where TKey : struct, IKey<TKey>
{
    /// <summary>The memories of signatures.</summary>
    public Table<SignatureBucket> A, B;

    /// <summary>The memories of the stash.</summary>
    [Depth(32)]
    public Table<StashSlot<TKey>> StashA, StashB;

    /// <summary>Entry 0 is the secret that keys are mixed with.</summary>
    [Depth(2)]
    public Table<ulong> Secret;
}

/// <summary>A live record. There is no generation: a packet of either finds it.</summary>
/// <typeparam name="TKey">The key.</typeparam>
/// <typeparam name="TValue">What is found.</typeparam>
public struct Record<TKey, TValue>
    where TKey : struct, IKey<TKey>
    where TValue : struct
{
    /// <summary>
    /// Goes up whenever the index is given to a key: what else is kept by the index belongs to
    /// this record only if it carries the same (<see cref="Owned{TState}"/>).
    /// </summary>
    public byte Incarnation;

    /// <summary>There is a record.</summary>
    public bool Valid;

    /// <summary>The key, whole: a signature may be that of another one.</summary>
    public TKey Key;

    /// <summary>What is found.</summary>
    public TValue Value;
}

/// <summary>Answer of a look-up.</summary>
/// <typeparam name="TValue">What is found.</typeparam>
public struct RecordHit<TValue>
    where TValue : struct
{
    /// <summary>The key has a record. Nothing else means anything where it has none.</summary>
    public bool Found;

    /// <summary>Index of the record.</summary>
    public U19 Index;

    /// <summary>Its incarnation.</summary>
    public byte Incarnation;

    /// <summary>Its value.</summary>
    public TValue Value;
}

/// <summary>Where a key may be; of each place only the low bits count.</summary>
public struct RecordPlace
{
    /// <summary>Bucket in memory a.</summary>
    public ushort A;

    /// <summary>Bucket in memory b.</summary>
    public ushort B;

    /// <summary>The signature, in both.</summary>
    public ushort Signature;

    /// <summary>Slot in memory a of the stash.</summary>
    public byte StashA;

    /// <summary>Slot in memory b of the stash.</summary>
    public byte StashB;
}
