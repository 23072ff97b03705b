using SmartNic.Hls.Language;

namespace SmartNic.Kernels;

/// <summary>
/// Looks keys up. At most one live slot holds a key, so the order in which slots are asked does
/// not matter: a tree, the shallowest logic. The driver places entries with the same functions.
/// </summary>
public static class ExactMatch
{
    /// <summary>The buckets of a key.</summary>
    /// <param name="key">The key.</param>
    /// <param name="hashKey">The secret of the packet's generation.</param>
    public static BucketPair Buckets<TKey>(in TKey key, ulong hashKey)
        where TKey : struct, IKey<TKey>
    {
        uint mixed = (uint)TKey.Mix(key, hashKey);
        BucketPair at = default;
        at.A = (ushort)mixed;
        at.B = (ushort)(mixed >> 16);
        return at;
    }

    /// <summary>The entry of a key.</summary>
    /// <param name="table">The table.</param>
    /// <param name="key">The key.</param>
    /// <param name="gen">Generation of the packet.</param>
    /// <param name="hashKey">The secret of that generation.</param>
    public static Hit<TValue> Find<TKey, TValue>(
        in Exact<TKey, TValue> table, in TKey key, bool gen, ulong hashKey)
        where TKey : struct, IKey<TKey>
        where TValue : struct =>
        Find(table, Buckets(key, hashKey), key, gen);

    /// <summary>The entry of a key whose buckets are known.</summary>
    public static Hit<TValue> Find<TKey, TValue>(
        in Exact<TKey, TValue> table, BucketPair at, in TKey key, bool gen)
        where TKey : struct, IKey<TKey>
        where TValue : struct =>
        Find(table.A.Read(at.A), table.B.Read(at.B), key, gen);

    /// <summary>The entry of a key in its two buckets.</summary>
    public static Hit<TValue> Find<TKey, TValue>(in ExactBucket<TKey, TValue> a,
        in ExactBucket<TKey, TValue> b, in TKey key, bool gen)
        where TKey : struct, IKey<TKey>
        where TValue : struct =>
        First(In(a, key, gen), In(b, key, gen));

    static Hit<TValue> In<TKey, TValue>(in ExactBucket<TKey, TValue> b, in TKey key, bool gen)
        where TKey : struct, IKey<TKey>
        where TValue : struct =>
        First(First(Of(b.E0, key, gen), Of(b.E1, key, gen)),
            First(Of(b.E2, key, gen), Of(b.E3, key, gen)));

    static Hit<TValue> Of<TKey, TValue>(in ExactEntry<TKey, TValue> e, in TKey key, bool gen)
        where TKey : struct, IKey<TKey>
        where TValue : struct
    {
        Hit<TValue> h = default;
        h.Found = Generation.Alive(e.Gen, gen) & TKey.Same(e.Key, key);
        h.Value = gen ? e.Value1 : e.Value0;
        return h;
    }

    static Hit<TValue> First<TValue>(in Hit<TValue> x, in Hit<TValue> y)
        where TValue : struct
    {
        Hit<TValue> h = default;
        h.Found = x.Found | y.Found;
        h.Value = x.Found ? x.Value : y.Value;
        return h;
    }
}
