using SmartNic.Hls.Language;

namespace SmartNic.Kernels;

/// <summary>The buckets of a key in the two memories of a table.</summary>
/// <typeparam name="T">Type of a bucket's address.</typeparam>
public struct BucketPair<T>
    where T : struct
{
    /// <summary>Bucket in memory a.</summary>
    public T A;

    /// <summary>Bucket in memory b.</summary>
    public T B;
}

/// <summary>
/// Bucket addresses of the exact-match tables: the key of an entry mixed with a secret one, so that
/// nobody outside can choose entries that meet. The driver places entries with the same functions.
/// </summary>
public static class Hashes
{
    /// <summary>Buckets of an endpoint.</summary>
    public static BucketPair<U6> Endpoint(uint ip, ulong hashKey)
    {
        uint mixed = (uint)Mix64(ip, hashKey);
        BucketPair<U6> at = default;
        at.A = (U6)mixed;
        at.B = (U6)(mixed >> 16);
        return at;
    }

    /// <summary>Buckets of a VNI.</summary>
    public static BucketPair<U11> Vni(U24 vni, ulong hashKey)
    {
        uint mixed = (uint)Mix64(vni, hashKey);
        BucketPair<U11> at = default;
        at.A = (U11)mixed;
        at.B = (U11)(mixed >> 16);
        return at;
    }

    /// <summary>Buckets of (tenant, MAC).</summary>
    public static BucketPair<U12> Fdb(U12 tenant, U48 mac, ulong hashKey)
    {
        uint mixed = (uint)Mix64(((ulong)tenant << 48) | (ulong)mac, hashKey);
        BucketPair<U12> at = default;
        at.A = (U12)mixed;
        at.B = (U12)(mixed >> 16);
        return at;
    }

    /// <summary>Buckets of (tenant, outer source address).</summary>
    public static BucketPair<U12> Source(U12 tenant, uint ip, ulong hashKey)
    {
        uint mixed = (uint)Mix64(((ulong)tenant << 32) | ip, hashKey);
        BucketPair<U12> at = default;
        at.A = (U12)mixed;
        at.B = (U12)(mixed >> 16);
        return at;
    }

    /// <summary>
    /// Eight rounds of a Feistel network, one LUT level each: a bijection of 64 bits for every
    /// key. Every input bit flips every bit of the low half with a probability of one half; the
    /// high half is a round behind. Wider keys: mix, xor the next 64 bits in, mix again.
    /// </summary>
    /// <param name="x">What is mixed.</param>
    /// <param name="hashKey">The secret.</param>
    public static ulong Mix64(ulong x, ulong hashKey)
    {
        uint a = (uint)x;
        uint b = (uint)(x >> 32);
        uint k = (uint)hashKey;
        uint m = (uint)(hashKey >> 32);
        b ^= k ^ Turn(a);
        a ^= m ^ Turn(b);
        b ^= Rotate(k, 7) ^ Turn(a);
        a ^= Rotate(m, 7) ^ Turn(b);
        b ^= Rotate(k, 14) ^ Turn(a);
        a ^= Rotate(m, 14) ^ Turn(b);
        b ^= Rotate(k, 21) ^ Turn(a);
        a ^= Rotate(m, 21) ^ Turn(b);
        return ((ulong)b << 32) | a;
    }

    /// <summary>
    /// SIMON's round function with one more rotation: four input bits for each output bit fill a
    /// LUT together with the other half and the key.
    /// </summary>
    static uint Turn(uint x) =>
        (Rotate(x, 1) & Rotate(x, 8)) ^ Rotate(x, 2) ^ Rotate(x, 19);

    static uint Rotate(uint x, int n) => (x << n) | (x >> (32 - n));
}
