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

    static uint Rotate(uint x, int n) => (x << n) | (x >> (32 - n));

    static uint Low(U48 mac) => (uint)mac;

    static uint High(U12 tenant, U48 mac) => ((uint)tenant << 16) | (uint)(mac >> 32);
}
