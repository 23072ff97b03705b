using SmartNic.Hls.Language;

namespace SmartNic.Kernels;

/// <summary>
/// Two worlds in every table; a packet sees exactly one of them. Direct-index tables have two
/// banks. Exact-match tables are two memories (A, B) of buckets of four entries; Gen says for which
/// generations an entry is alive, and a value is there once for each, so that an entry whose value
/// changes needs no second place.
/// </summary>
public static class Generation
{
    /// <summary>Address in a direct-index table of two banks of 4096 entries.</summary>
    public static U13 Bank(bool generation, U12 index)
    {
        U13 bank = generation ? (U13)4096 : (U13)0;
        return bank | index;
    }

    /// <summary>Whether an exact-match entry is alive for a packet of this generation.</summary>
    public static bool Alive(U2 gen, bool generation)
    {
        U2 bit = generation ? (U2)2 : (U2)1;
        return (gen & bit) != (U2)0;
    }
}
