using SmartNic.Hls.Language;

namespace SmartNic.Kernels;

/// <summary>A key of an exact-match table.</summary>
/// <typeparam name="TKey">The key itself.</typeparam>
public interface IKey<TKey>
    where TKey : struct, IKey<TKey>
{
    /// <summary>
    /// All bits of a key mixed with a secret (<see cref="Hashes.Mix64"/>): the low 32 bits choose
    /// its buckets.
    /// </summary>
    static abstract ulong Mix(in TKey key, ulong hashKey);

    /// <summary>Whether two keys are the same.</summary>
    static abstract bool Same(in TKey x, in TKey y);
}

/// <summary>A value of no bits, of a table that only says whether a key is in it.</summary>
public struct Nothing;

/// <summary>A slot of an exact-match table. It holds its value twice, by generation.</summary>
public struct ExactEntry<TKey, TValue>
    where TKey : struct, IKey<TKey>
    where TValue : struct
{
    /// <summary>Bit g: alive for packets of generation g.</summary>
    public U2 Gen;

    /// <summary>The key.</summary>
    public TKey Key;

    /// <summary>For packets of generation 0.</summary>
    public TValue Value0;

    /// <summary>For packets of generation 1.</summary>
    public TValue Value1;
}

/// <summary>Four slots.</summary>
public struct ExactBucket<TKey, TValue>
    where TKey : struct, IKey<TKey>
    where TValue : struct
{
    /// <summary>The slots.</summary>
    public ExactEntry<TKey, TValue> E0, E1, E2, E3;
}

/// <summary>
/// An exact-match table: two memories of buckets, and a key is in one of its two. Its depth, in
/// buckets of each memory, is the <c>[Depth]</c> of whatever declares it.
/// </summary>
/// <typeparam name="TKey">The key.</typeparam>
/// <typeparam name="TValue">What is found.</typeparam>
public struct Exact<TKey, TValue>
    where TKey : struct, IKey<TKey>
    where TValue : struct
{
    /// <summary>The memories.</summary>
    public Table<ExactBucket<TKey, TValue>> A, B;
}

/// <summary>Answer of an exact-match table.</summary>
public struct Hit<TValue>
    where TValue : struct
{
    /// <summary>The key is in it.</summary>
    public bool Found;

    /// <summary>Its value; without meaning where it is not.</summary>
    public TValue Value;
}

/// <summary>The buckets of a key in the two memories; of each only the low bits count.</summary>
public struct BucketPair
{
    /// <summary>Bucket in memory a.</summary>
    public ushort A;

    /// <summary>Bucket in memory b.</summary>
    public ushort B;
}
