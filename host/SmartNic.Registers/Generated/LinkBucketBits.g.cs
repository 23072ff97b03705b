// Generated from the struct LinkBucket by SmartNic.Registers.Tool. Do not edit.
using SmartNic.Hls.Language;
using SmartNic.Kernels;

namespace SmartNic.Registers;

using LinkBucket = ExactBucket<LinkKey, LinkValue>;

/// <summary>Bits of <see cref="LinkBucket" />.</summary>
public static class LinkBucketBits
{
    /// <summary>Bits of an entry.</summary>
    public const int Width = 2136;

    /// <summary>32-bit words of an entry.</summary>
    public const int Words = 67;

    /// <summary>The leaves, from bit 0 up.</summary>
    public static IReadOnlyList<EntryField> Fields { get; } =
    [
        new("E0.Gen", "U2", 0, 2),
        new("E0.Key.LocalIp", "UInt128", 2, 128),
        new("E0.Key.RemoteIp", "UInt128", 130, 128),
        new("E0.Key.Kind", "U3", 258, 3),
        new("E0.Key.Keyed", "bool", 261, 1),
        new("E0.Key.Key", "uint", 262, 32),
        new("E0.Value0.Tenant", "U12", 294, 12),
        new("E0.Value0.Queue", "U12", 306, 12),
        new("E0.Value0.DestinationMac", "U48", 318, 48),
        new("E0.Value0.SourceMac", "U48", 366, 48),
        new("E0.Value1.Tenant", "U12", 414, 12),
        new("E0.Value1.Queue", "U12", 426, 12),
        new("E0.Value1.DestinationMac", "U48", 438, 48),
        new("E0.Value1.SourceMac", "U48", 486, 48),
        new("E1.Gen", "U2", 534, 2),
        new("E1.Key.LocalIp", "UInt128", 536, 128),
        new("E1.Key.RemoteIp", "UInt128", 664, 128),
        new("E1.Key.Kind", "U3", 792, 3),
        new("E1.Key.Keyed", "bool", 795, 1),
        new("E1.Key.Key", "uint", 796, 32),
        new("E1.Value0.Tenant", "U12", 828, 12),
        new("E1.Value0.Queue", "U12", 840, 12),
        new("E1.Value0.DestinationMac", "U48", 852, 48),
        new("E1.Value0.SourceMac", "U48", 900, 48),
        new("E1.Value1.Tenant", "U12", 948, 12),
        new("E1.Value1.Queue", "U12", 960, 12),
        new("E1.Value1.DestinationMac", "U48", 972, 48),
        new("E1.Value1.SourceMac", "U48", 1020, 48),
        new("E2.Gen", "U2", 1068, 2),
        new("E2.Key.LocalIp", "UInt128", 1070, 128),
        new("E2.Key.RemoteIp", "UInt128", 1198, 128),
        new("E2.Key.Kind", "U3", 1326, 3),
        new("E2.Key.Keyed", "bool", 1329, 1),
        new("E2.Key.Key", "uint", 1330, 32),
        new("E2.Value0.Tenant", "U12", 1362, 12),
        new("E2.Value0.Queue", "U12", 1374, 12),
        new("E2.Value0.DestinationMac", "U48", 1386, 48),
        new("E2.Value0.SourceMac", "U48", 1434, 48),
        new("E2.Value1.Tenant", "U12", 1482, 12),
        new("E2.Value1.Queue", "U12", 1494, 12),
        new("E2.Value1.DestinationMac", "U48", 1506, 48),
        new("E2.Value1.SourceMac", "U48", 1554, 48),
        new("E3.Gen", "U2", 1602, 2),
        new("E3.Key.LocalIp", "UInt128", 1604, 128),
        new("E3.Key.RemoteIp", "UInt128", 1732, 128),
        new("E3.Key.Kind", "U3", 1860, 3),
        new("E3.Key.Keyed", "bool", 1863, 1),
        new("E3.Key.Key", "uint", 1864, 32),
        new("E3.Value0.Tenant", "U12", 1896, 12),
        new("E3.Value0.Queue", "U12", 1908, 12),
        new("E3.Value0.DestinationMac", "U48", 1920, 48),
        new("E3.Value0.SourceMac", "U48", 1968, 48),
        new("E3.Value1.Tenant", "U12", 2016, 12),
        new("E3.Value1.Queue", "U12", 2028, 12),
        new("E3.Value1.DestinationMac", "U48", 2040, 48),
        new("E3.Value1.SourceMac", "U48", 2088, 48),
    ];

    /// <summary>The words of an entry; unused high bits are 0.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="words">At least <see cref="Words" /> words; sets the first.</param>
    /// <exception cref="IndexOutOfRangeException">Too few words.</exception>
    public static void Pack(in LinkBucket entry, Span<uint> words)
    {
        words[66] = (uint)(((ulong)entry.E3.Value1.SourceMac >> 24));
        words[65] = (uint)(((ulong)entry.E3.Value1.DestinationMac >> 40)
            | ((ulong)entry.E3.Value1.SourceMac << 8));
        words[64] = (uint)(((ulong)entry.E3.Value1.DestinationMac >> 8));
        words[63] = (uint)((ulong)entry.E3.Value1.Tenant
            | ((ulong)entry.E3.Value1.Queue << 12)
            | ((ulong)entry.E3.Value1.DestinationMac << 24));
        words[62] = (uint)(((ulong)entry.E3.Value0.SourceMac >> 16));
        words[61] = (uint)(((ulong)entry.E3.Value0.DestinationMac >> 32)
            | ((ulong)entry.E3.Value0.SourceMac << 16));
        words[60] = (uint)((ulong)entry.E3.Value0.DestinationMac);
        words[59] = (uint)(((ulong)entry.E3.Key.Key >> 24)
            | ((ulong)entry.E3.Value0.Tenant << 8)
            | ((ulong)entry.E3.Value0.Queue << 20));
        words[58] = (uint)((ulong)(entry.E3.Key.RemoteIp >> 124)
            | ((ulong)entry.E3.Key.Kind << 4)
            | ((entry.E3.Key.Keyed ? 1UL : 0UL) << 7)
            | ((ulong)entry.E3.Key.Key << 8));
        words[57] = (uint)((ulong)(entry.E3.Key.RemoteIp >> 92));
        words[56] = (uint)((ulong)(entry.E3.Key.RemoteIp >> 60));
        words[55] = (uint)((ulong)(entry.E3.Key.RemoteIp >> 28));
        words[54] = (uint)((ulong)(entry.E3.Key.LocalIp >> 124)
            | ((ulong)entry.E3.Key.RemoteIp << 4));
        words[53] = (uint)((ulong)(entry.E3.Key.LocalIp >> 92));
        words[52] = (uint)((ulong)(entry.E3.Key.LocalIp >> 60));
        words[51] = (uint)((ulong)(entry.E3.Key.LocalIp >> 28));
        words[50] = (uint)(((ulong)entry.E2.Value1.SourceMac >> 46)
            | ((ulong)entry.E3.Gen << 2)
            | ((ulong)entry.E3.Key.LocalIp << 4));
        words[49] = (uint)(((ulong)entry.E2.Value1.SourceMac >> 14));
        words[48] = (uint)(((ulong)entry.E2.Value1.DestinationMac >> 30)
            | ((ulong)entry.E2.Value1.SourceMac << 18));
        words[47] = (uint)(((ulong)entry.E2.Value1.Queue >> 10)
            | ((ulong)entry.E2.Value1.DestinationMac << 2));
        words[46] = (uint)(((ulong)entry.E2.Value0.SourceMac >> 38)
            | ((ulong)entry.E2.Value1.Tenant << 10)
            | ((ulong)entry.E2.Value1.Queue << 22));
        words[45] = (uint)(((ulong)entry.E2.Value0.SourceMac >> 6));
        words[44] = (uint)(((ulong)entry.E2.Value0.DestinationMac >> 22)
            | ((ulong)entry.E2.Value0.SourceMac << 26));
        words[43] = (uint)(((ulong)entry.E2.Value0.Queue >> 2)
            | ((ulong)entry.E2.Value0.DestinationMac << 10));
        words[42] = (uint)(((ulong)entry.E2.Key.Key >> 14)
            | ((ulong)entry.E2.Value0.Tenant << 18)
            | ((ulong)entry.E2.Value0.Queue << 30));
        words[41] = (uint)((ulong)(entry.E2.Key.RemoteIp >> 114)
            | ((ulong)entry.E2.Key.Kind << 14)
            | ((entry.E2.Key.Keyed ? 1UL : 0UL) << 17)
            | ((ulong)entry.E2.Key.Key << 18));
        words[40] = (uint)((ulong)(entry.E2.Key.RemoteIp >> 82));
        words[39] = (uint)((ulong)(entry.E2.Key.RemoteIp >> 50));
        words[38] = (uint)((ulong)(entry.E2.Key.RemoteIp >> 18));
        words[37] = (uint)((ulong)(entry.E2.Key.LocalIp >> 114)
            | ((ulong)entry.E2.Key.RemoteIp << 14));
        words[36] = (uint)((ulong)(entry.E2.Key.LocalIp >> 82));
        words[35] = (uint)((ulong)(entry.E2.Key.LocalIp >> 50));
        words[34] = (uint)((ulong)(entry.E2.Key.LocalIp >> 18));
        words[33] = (uint)(((ulong)entry.E1.Value1.SourceMac >> 36)
            | ((ulong)entry.E2.Gen << 12)
            | ((ulong)entry.E2.Key.LocalIp << 14));
        words[32] = (uint)(((ulong)entry.E1.Value1.SourceMac >> 4));
        words[31] = (uint)(((ulong)entry.E1.Value1.DestinationMac >> 20)
            | ((ulong)entry.E1.Value1.SourceMac << 28));
        words[30] = (uint)((ulong)entry.E1.Value1.Queue
            | ((ulong)entry.E1.Value1.DestinationMac << 12));
        words[29] = (uint)(((ulong)entry.E1.Value0.SourceMac >> 28)
            | ((ulong)entry.E1.Value1.Tenant << 20));
        words[28] = (uint)(((ulong)entry.E1.Value0.DestinationMac >> 44)
            | ((ulong)entry.E1.Value0.SourceMac << 4));
        words[27] = (uint)(((ulong)entry.E1.Value0.DestinationMac >> 12));
        words[26] = (uint)(((ulong)entry.E1.Value0.Tenant >> 4)
            | ((ulong)entry.E1.Value0.Queue << 8)
            | ((ulong)entry.E1.Value0.DestinationMac << 20));
        words[25] = (uint)(((ulong)entry.E1.Key.Key >> 4)
            | ((ulong)entry.E1.Value0.Tenant << 28));
        words[24] = (uint)((ulong)(entry.E1.Key.RemoteIp >> 104)
            | ((ulong)entry.E1.Key.Kind << 24)
            | ((entry.E1.Key.Keyed ? 1UL : 0UL) << 27)
            | ((ulong)entry.E1.Key.Key << 28));
        words[23] = (uint)((ulong)(entry.E1.Key.RemoteIp >> 72));
        words[22] = (uint)((ulong)(entry.E1.Key.RemoteIp >> 40));
        words[21] = (uint)((ulong)(entry.E1.Key.RemoteIp >> 8));
        words[20] = (uint)((ulong)(entry.E1.Key.LocalIp >> 104)
            | ((ulong)entry.E1.Key.RemoteIp << 24));
        words[19] = (uint)((ulong)(entry.E1.Key.LocalIp >> 72));
        words[18] = (uint)((ulong)(entry.E1.Key.LocalIp >> 40));
        words[17] = (uint)((ulong)(entry.E1.Key.LocalIp >> 8));
        words[16] = (uint)(((ulong)entry.E0.Value1.SourceMac >> 26)
            | ((ulong)entry.E1.Gen << 22)
            | ((ulong)entry.E1.Key.LocalIp << 24));
        words[15] = (uint)(((ulong)entry.E0.Value1.DestinationMac >> 42)
            | ((ulong)entry.E0.Value1.SourceMac << 6));
        words[14] = (uint)(((ulong)entry.E0.Value1.DestinationMac >> 10));
        words[13] = (uint)(((ulong)entry.E0.Value1.Tenant >> 2)
            | ((ulong)entry.E0.Value1.Queue << 10)
            | ((ulong)entry.E0.Value1.DestinationMac << 22));
        words[12] = (uint)(((ulong)entry.E0.Value0.SourceMac >> 18)
            | ((ulong)entry.E0.Value1.Tenant << 30));
        words[11] = (uint)(((ulong)entry.E0.Value0.DestinationMac >> 34)
            | ((ulong)entry.E0.Value0.SourceMac << 14));
        words[10] = (uint)(((ulong)entry.E0.Value0.DestinationMac >> 2));
        words[9] = (uint)(((ulong)entry.E0.Key.Key >> 26)
            | ((ulong)entry.E0.Value0.Tenant << 6)
            | ((ulong)entry.E0.Value0.Queue << 18)
            | ((ulong)entry.E0.Value0.DestinationMac << 30));
        words[8] = (uint)((ulong)(entry.E0.Key.RemoteIp >> 126)
            | ((ulong)entry.E0.Key.Kind << 2)
            | ((entry.E0.Key.Keyed ? 1UL : 0UL) << 5)
            | ((ulong)entry.E0.Key.Key << 6));
        words[7] = (uint)((ulong)(entry.E0.Key.RemoteIp >> 94));
        words[6] = (uint)((ulong)(entry.E0.Key.RemoteIp >> 62));
        words[5] = (uint)((ulong)(entry.E0.Key.RemoteIp >> 30));
        words[4] = (uint)((ulong)(entry.E0.Key.LocalIp >> 126)
            | ((ulong)entry.E0.Key.RemoteIp << 2));
        words[3] = (uint)((ulong)(entry.E0.Key.LocalIp >> 94));
        words[2] = (uint)((ulong)(entry.E0.Key.LocalIp >> 62));
        words[1] = (uint)((ulong)(entry.E0.Key.LocalIp >> 30));
        words[0] = (uint)((ulong)entry.E0.Gen
            | ((ulong)entry.E0.Key.LocalIp << 2));
    }

    /// <summary>The entry in the words.</summary>
    /// <param name="words">At least <see cref="Words" /> words.</param>
    /// <param name="entry">The entry.</param>
    /// <exception cref="IndexOutOfRangeException">Too few words.</exception>
    public static void Unpack(ReadOnlySpan<uint> words, out LinkBucket entry)
    {
        entry = default;
        entry.E0.Gen = (U2)Words32.Get(words, 0, 2);
        entry.E0.Key.LocalIp = new(Words32.Get(words, 66, 64), Words32.Get(words, 2, 64));
        entry.E0.Key.RemoteIp = new(Words32.Get(words, 194, 64), Words32.Get(words, 130, 64));
        entry.E0.Key.Kind = (U3)Words32.Get(words, 258, 3);
        entry.E0.Key.Keyed = Words32.Get(words, 261, 1) != 0;
        entry.E0.Key.Key = (uint)Words32.Get(words, 262, 32);
        entry.E0.Value0.Tenant = (U12)Words32.Get(words, 294, 12);
        entry.E0.Value0.Queue = (U12)Words32.Get(words, 306, 12);
        entry.E0.Value0.DestinationMac = (U48)Words32.Get(words, 318, 48);
        entry.E0.Value0.SourceMac = (U48)Words32.Get(words, 366, 48);
        entry.E0.Value1.Tenant = (U12)Words32.Get(words, 414, 12);
        entry.E0.Value1.Queue = (U12)Words32.Get(words, 426, 12);
        entry.E0.Value1.DestinationMac = (U48)Words32.Get(words, 438, 48);
        entry.E0.Value1.SourceMac = (U48)Words32.Get(words, 486, 48);
        entry.E1.Gen = (U2)Words32.Get(words, 534, 2);
        entry.E1.Key.LocalIp = new(Words32.Get(words, 600, 64), Words32.Get(words, 536, 64));
        entry.E1.Key.RemoteIp = new(Words32.Get(words, 728, 64), Words32.Get(words, 664, 64));
        entry.E1.Key.Kind = (U3)Words32.Get(words, 792, 3);
        entry.E1.Key.Keyed = Words32.Get(words, 795, 1) != 0;
        entry.E1.Key.Key = (uint)Words32.Get(words, 796, 32);
        entry.E1.Value0.Tenant = (U12)Words32.Get(words, 828, 12);
        entry.E1.Value0.Queue = (U12)Words32.Get(words, 840, 12);
        entry.E1.Value0.DestinationMac = (U48)Words32.Get(words, 852, 48);
        entry.E1.Value0.SourceMac = (U48)Words32.Get(words, 900, 48);
        entry.E1.Value1.Tenant = (U12)Words32.Get(words, 948, 12);
        entry.E1.Value1.Queue = (U12)Words32.Get(words, 960, 12);
        entry.E1.Value1.DestinationMac = (U48)Words32.Get(words, 972, 48);
        entry.E1.Value1.SourceMac = (U48)Words32.Get(words, 1020, 48);
        entry.E2.Gen = (U2)Words32.Get(words, 1068, 2);
        entry.E2.Key.LocalIp = new(Words32.Get(words, 1134, 64), Words32.Get(words, 1070, 64));
        entry.E2.Key.RemoteIp = new(Words32.Get(words, 1262, 64), Words32.Get(words, 1198, 64));
        entry.E2.Key.Kind = (U3)Words32.Get(words, 1326, 3);
        entry.E2.Key.Keyed = Words32.Get(words, 1329, 1) != 0;
        entry.E2.Key.Key = (uint)Words32.Get(words, 1330, 32);
        entry.E2.Value0.Tenant = (U12)Words32.Get(words, 1362, 12);
        entry.E2.Value0.Queue = (U12)Words32.Get(words, 1374, 12);
        entry.E2.Value0.DestinationMac = (U48)Words32.Get(words, 1386, 48);
        entry.E2.Value0.SourceMac = (U48)Words32.Get(words, 1434, 48);
        entry.E2.Value1.Tenant = (U12)Words32.Get(words, 1482, 12);
        entry.E2.Value1.Queue = (U12)Words32.Get(words, 1494, 12);
        entry.E2.Value1.DestinationMac = (U48)Words32.Get(words, 1506, 48);
        entry.E2.Value1.SourceMac = (U48)Words32.Get(words, 1554, 48);
        entry.E3.Gen = (U2)Words32.Get(words, 1602, 2);
        entry.E3.Key.LocalIp = new(Words32.Get(words, 1668, 64), Words32.Get(words, 1604, 64));
        entry.E3.Key.RemoteIp = new(Words32.Get(words, 1796, 64), Words32.Get(words, 1732, 64));
        entry.E3.Key.Kind = (U3)Words32.Get(words, 1860, 3);
        entry.E3.Key.Keyed = Words32.Get(words, 1863, 1) != 0;
        entry.E3.Key.Key = (uint)Words32.Get(words, 1864, 32);
        entry.E3.Value0.Tenant = (U12)Words32.Get(words, 1896, 12);
        entry.E3.Value0.Queue = (U12)Words32.Get(words, 1908, 12);
        entry.E3.Value0.DestinationMac = (U48)Words32.Get(words, 1920, 48);
        entry.E3.Value0.SourceMac = (U48)Words32.Get(words, 1968, 48);
        entry.E3.Value1.Tenant = (U12)Words32.Get(words, 2016, 12);
        entry.E3.Value1.Queue = (U12)Words32.Get(words, 2028, 12);
        entry.E3.Value1.DestinationMac = (U48)Words32.Get(words, 2040, 48);
        entry.E3.Value1.SourceMac = (U48)Words32.Get(words, 2088, 48);
    }
}
