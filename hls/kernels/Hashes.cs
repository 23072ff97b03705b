using SmartNic.Hls.Language;

namespace SmartNic.Kernels;

/// <summary>
/// Bucket addresses of the exact-match tables, and the flow hash. Xor, rotate and one add a round:
/// two pipeline stages. The driver places entries with the same functions.
/// </summary>
public static class Hashes
{
    /// <summary>Bucket of an endpoint in memory a.</summary>
    public static U6 EndpointA(uint ip) => (U6)Mix(ip, 0x9E3779B9u);

    /// <summary>Bucket of an endpoint in memory b.</summary>
    public static U6 EndpointB(uint ip) => (U6)Mix(Rotate(ip, 17), 0x85EBCA6Bu);

    /// <summary>Bucket of a VNI in memory a.</summary>
    public static U11 VniA(U24 vni) => (U11)Mix(vni, 0xC2B2AE35u);

    /// <summary>Bucket of a VNI in memory b.</summary>
    public static U11 VniB(U24 vni) => (U11)Mix(Rotate(vni, 13), 0x27D4EB2Fu);

    /// <summary>Bucket of (tenant, MAC) in memory a.</summary>
    public static U12 FdbA(U12 tenant, U48 mac) =>
        (U12)Mix(Low(mac) ^ Rotate(High(tenant, mac), 7), 0x165667B1u);

    /// <summary>Bucket of (tenant, MAC) in memory b.</summary>
    public static U12 FdbB(U12 tenant, U48 mac) =>
        (U12)Mix(Rotate(Low(mac), 19) ^ High(tenant, mac), 0xD3A2646Cu);

    /// <summary>Bucket of (tenant, outer source address) in memory a.</summary>
    public static U12 SourceA(U12 tenant, uint ip) =>
        (U12)Mix64(((ulong)tenant << 32) | ip, 0x2545F4914F6CDD1D);

    /// <summary>Bucket of (tenant, outer source address) in memory b.</summary>
    public static U12 SourceB(U12 tenant, uint ip) =>
        (U12)(Mix64(((ulong)tenant << 32) | ip, 0x2545F4914F6CDD1D) >> 16);

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

    /// <summary>One round: every input bit reaches the low bits.</summary>
    public static uint Mix(uint x, uint seed)
    {
        x ^= seed;
        x ^= Rotate(x, 15) ^ Rotate(x, 26);
        x += Rotate(x, 9);
        x ^= x >> 12;
        x ^= x >> 21;
        return x;
    }

    /// <summary>
    /// SIMON's round function with one more rotation: four input bits for each output bit fill a
    /// LUT together with the other half and the key.
    /// </summary>
    static uint Turn(uint x) =>
        (Rotate(x, 1) & Rotate(x, 8)) ^ Rotate(x, 2) ^ Rotate(x, 19);

    static uint Rotate(uint x, int n) => (x << n) | (x >> (32 - n));

    static uint Low(U48 mac) => (uint)mac;

    static uint High(U12 tenant, U48 mac) => ((uint)tenant << 16) | (uint)(mac >> 32);
}
