// Generated from the struct EndpointBucket by SmartNic.Registers.Tool. Do not edit.
using SmartNic.Hls.Language;
using SmartNic.Kernels;

namespace SmartNic.Registers;

using EndpointBucket = ExactBucket<EndpointKey, EndpointValue>;

/// <summary>Bits of <see cref="EndpointBucket" />.</summary>
public static class EndpointBucketBits
{
    /// <summary>Bits of an entry.</summary>
    public const int Width = 696;

    /// <summary>32-bit words of an entry.</summary>
    public const int Words = 22;

    /// <summary>The leaves, from bit 0 up.</summary>
    public static IReadOnlyList<EntryField> Fields { get; } =
    [
        new("E0.Gen", "U2", 0, 2),
        new("E0.Key.Ip", "UInt128", 2, 128),
        new("E0.Value0.UdpPort", "ushort", 130, 16),
        new("E0.Value0.Geneve", "bool", 146, 1),
        new("E0.Value0.Nvgre", "bool", 147, 1),
        new("E0.Value0.Interface", "U4", 148, 4),
        new("E0.Value1.UdpPort", "ushort", 152, 16),
        new("E0.Value1.Geneve", "bool", 168, 1),
        new("E0.Value1.Nvgre", "bool", 169, 1),
        new("E0.Value1.Interface", "U4", 170, 4),
        new("E1.Gen", "U2", 174, 2),
        new("E1.Key.Ip", "UInt128", 176, 128),
        new("E1.Value0.UdpPort", "ushort", 304, 16),
        new("E1.Value0.Geneve", "bool", 320, 1),
        new("E1.Value0.Nvgre", "bool", 321, 1),
        new("E1.Value0.Interface", "U4", 322, 4),
        new("E1.Value1.UdpPort", "ushort", 326, 16),
        new("E1.Value1.Geneve", "bool", 342, 1),
        new("E1.Value1.Nvgre", "bool", 343, 1),
        new("E1.Value1.Interface", "U4", 344, 4),
        new("E2.Gen", "U2", 348, 2),
        new("E2.Key.Ip", "UInt128", 350, 128),
        new("E2.Value0.UdpPort", "ushort", 478, 16),
        new("E2.Value0.Geneve", "bool", 494, 1),
        new("E2.Value0.Nvgre", "bool", 495, 1),
        new("E2.Value0.Interface", "U4", 496, 4),
        new("E2.Value1.UdpPort", "ushort", 500, 16),
        new("E2.Value1.Geneve", "bool", 516, 1),
        new("E2.Value1.Nvgre", "bool", 517, 1),
        new("E2.Value1.Interface", "U4", 518, 4),
        new("E3.Gen", "U2", 522, 2),
        new("E3.Key.Ip", "UInt128", 524, 128),
        new("E3.Value0.UdpPort", "ushort", 652, 16),
        new("E3.Value0.Geneve", "bool", 668, 1),
        new("E3.Value0.Nvgre", "bool", 669, 1),
        new("E3.Value0.Interface", "U4", 670, 4),
        new("E3.Value1.UdpPort", "ushort", 674, 16),
        new("E3.Value1.Geneve", "bool", 690, 1),
        new("E3.Value1.Nvgre", "bool", 691, 1),
        new("E3.Value1.Interface", "U4", 692, 4),
    ];

    /// <summary>The words of an entry; unused high bits are 0.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="words">At least <see cref="Words" /> words; sets the first.</param>
    /// <exception cref="IndexOutOfRangeException">Too few words.</exception>
    public static void Pack(in EndpointBucket entry, Span<uint> words)
    {
        words[21] = (uint)(((ulong)entry.E3.Value0.Interface >> 2)
            | ((ulong)entry.E3.Value1.UdpPort << 2)
            | ((entry.E3.Value1.Geneve ? 1UL : 0UL) << 18)
            | ((entry.E3.Value1.Nvgre ? 1UL : 0UL) << 19)
            | ((ulong)entry.E3.Value1.Interface << 20));
        words[20] = (uint)((ulong)(entry.E3.Key.Ip >> 116)
            | ((ulong)entry.E3.Value0.UdpPort << 12)
            | ((entry.E3.Value0.Geneve ? 1UL : 0UL) << 28)
            | ((entry.E3.Value0.Nvgre ? 1UL : 0UL) << 29)
            | ((ulong)entry.E3.Value0.Interface << 30));
        words[19] = (uint)((ulong)(entry.E3.Key.Ip >> 84));
        words[18] = (uint)((ulong)(entry.E3.Key.Ip >> 52));
        words[17] = (uint)((ulong)(entry.E3.Key.Ip >> 20));
        words[16] = (uint)(((ulong)entry.E2.Value1.UdpPort >> 12)
            | ((entry.E2.Value1.Geneve ? 1UL : 0UL) << 4)
            | ((entry.E2.Value1.Nvgre ? 1UL : 0UL) << 5)
            | ((ulong)entry.E2.Value1.Interface << 6)
            | ((ulong)entry.E3.Gen << 10)
            | ((ulong)entry.E3.Key.Ip << 12));
        words[15] = (uint)(((ulong)entry.E2.Value0.UdpPort >> 2)
            | ((entry.E2.Value0.Geneve ? 1UL : 0UL) << 14)
            | ((entry.E2.Value0.Nvgre ? 1UL : 0UL) << 15)
            | ((ulong)entry.E2.Value0.Interface << 16)
            | ((ulong)entry.E2.Value1.UdpPort << 20));
        words[14] = (uint)((ulong)(entry.E2.Key.Ip >> 98)
            | ((ulong)entry.E2.Value0.UdpPort << 30));
        words[13] = (uint)((ulong)(entry.E2.Key.Ip >> 66));
        words[12] = (uint)((ulong)(entry.E2.Key.Ip >> 34));
        words[11] = (uint)((ulong)(entry.E2.Key.Ip >> 2));
        words[10] = (uint)((entry.E1.Value0.Geneve ? 1UL : 0UL)
            | ((entry.E1.Value0.Nvgre ? 1UL : 0UL) << 1)
            | ((ulong)entry.E1.Value0.Interface << 2)
            | ((ulong)entry.E1.Value1.UdpPort << 6)
            | ((entry.E1.Value1.Geneve ? 1UL : 0UL) << 22)
            | ((entry.E1.Value1.Nvgre ? 1UL : 0UL) << 23)
            | ((ulong)entry.E1.Value1.Interface << 24)
            | ((ulong)entry.E2.Gen << 28)
            | ((ulong)entry.E2.Key.Ip << 30));
        words[9] = (uint)((ulong)(entry.E1.Key.Ip >> 112)
            | ((ulong)entry.E1.Value0.UdpPort << 16));
        words[8] = (uint)((ulong)(entry.E1.Key.Ip >> 80));
        words[7] = (uint)((ulong)(entry.E1.Key.Ip >> 48));
        words[6] = (uint)((ulong)(entry.E1.Key.Ip >> 16));
        words[5] = (uint)(((ulong)entry.E0.Value1.UdpPort >> 8)
            | ((entry.E0.Value1.Geneve ? 1UL : 0UL) << 8)
            | ((entry.E0.Value1.Nvgre ? 1UL : 0UL) << 9)
            | ((ulong)entry.E0.Value1.Interface << 10)
            | ((ulong)entry.E1.Gen << 14)
            | ((ulong)entry.E1.Key.Ip << 16));
        words[4] = (uint)((ulong)(entry.E0.Key.Ip >> 126)
            | ((ulong)entry.E0.Value0.UdpPort << 2)
            | ((entry.E0.Value0.Geneve ? 1UL : 0UL) << 18)
            | ((entry.E0.Value0.Nvgre ? 1UL : 0UL) << 19)
            | ((ulong)entry.E0.Value0.Interface << 20)
            | ((ulong)entry.E0.Value1.UdpPort << 24));
        words[3] = (uint)((ulong)(entry.E0.Key.Ip >> 94));
        words[2] = (uint)((ulong)(entry.E0.Key.Ip >> 62));
        words[1] = (uint)((ulong)(entry.E0.Key.Ip >> 30));
        words[0] = (uint)((ulong)entry.E0.Gen
            | ((ulong)entry.E0.Key.Ip << 2));
    }

    /// <summary>The entry in the words.</summary>
    /// <param name="words">At least <see cref="Words" /> words.</param>
    /// <param name="entry">The entry.</param>
    /// <exception cref="IndexOutOfRangeException">Too few words.</exception>
    public static void Unpack(ReadOnlySpan<uint> words, out EndpointBucket entry)
    {
        entry = default;
        entry.E0.Gen = (U2)Words32.Get(words, 0, 2);
        entry.E0.Key.Ip = new(Words32.Get(words, 66, 64), Words32.Get(words, 2, 64));
        entry.E0.Value0.UdpPort = (ushort)Words32.Get(words, 130, 16);
        entry.E0.Value0.Geneve = Words32.Get(words, 146, 1) != 0;
        entry.E0.Value0.Nvgre = Words32.Get(words, 147, 1) != 0;
        entry.E0.Value0.Interface = (U4)Words32.Get(words, 148, 4);
        entry.E0.Value1.UdpPort = (ushort)Words32.Get(words, 152, 16);
        entry.E0.Value1.Geneve = Words32.Get(words, 168, 1) != 0;
        entry.E0.Value1.Nvgre = Words32.Get(words, 169, 1) != 0;
        entry.E0.Value1.Interface = (U4)Words32.Get(words, 170, 4);
        entry.E1.Gen = (U2)Words32.Get(words, 174, 2);
        entry.E1.Key.Ip = new(Words32.Get(words, 240, 64), Words32.Get(words, 176, 64));
        entry.E1.Value0.UdpPort = (ushort)Words32.Get(words, 304, 16);
        entry.E1.Value0.Geneve = Words32.Get(words, 320, 1) != 0;
        entry.E1.Value0.Nvgre = Words32.Get(words, 321, 1) != 0;
        entry.E1.Value0.Interface = (U4)Words32.Get(words, 322, 4);
        entry.E1.Value1.UdpPort = (ushort)Words32.Get(words, 326, 16);
        entry.E1.Value1.Geneve = Words32.Get(words, 342, 1) != 0;
        entry.E1.Value1.Nvgre = Words32.Get(words, 343, 1) != 0;
        entry.E1.Value1.Interface = (U4)Words32.Get(words, 344, 4);
        entry.E2.Gen = (U2)Words32.Get(words, 348, 2);
        entry.E2.Key.Ip = new(Words32.Get(words, 414, 64), Words32.Get(words, 350, 64));
        entry.E2.Value0.UdpPort = (ushort)Words32.Get(words, 478, 16);
        entry.E2.Value0.Geneve = Words32.Get(words, 494, 1) != 0;
        entry.E2.Value0.Nvgre = Words32.Get(words, 495, 1) != 0;
        entry.E2.Value0.Interface = (U4)Words32.Get(words, 496, 4);
        entry.E2.Value1.UdpPort = (ushort)Words32.Get(words, 500, 16);
        entry.E2.Value1.Geneve = Words32.Get(words, 516, 1) != 0;
        entry.E2.Value1.Nvgre = Words32.Get(words, 517, 1) != 0;
        entry.E2.Value1.Interface = (U4)Words32.Get(words, 518, 4);
        entry.E3.Gen = (U2)Words32.Get(words, 522, 2);
        entry.E3.Key.Ip = new(Words32.Get(words, 588, 64), Words32.Get(words, 524, 64));
        entry.E3.Value0.UdpPort = (ushort)Words32.Get(words, 652, 16);
        entry.E3.Value0.Geneve = Words32.Get(words, 668, 1) != 0;
        entry.E3.Value0.Nvgre = Words32.Get(words, 669, 1) != 0;
        entry.E3.Value0.Interface = (U4)Words32.Get(words, 670, 4);
        entry.E3.Value1.UdpPort = (ushort)Words32.Get(words, 674, 16);
        entry.E3.Value1.Geneve = Words32.Get(words, 690, 1) != 0;
        entry.E3.Value1.Nvgre = Words32.Get(words, 691, 1) != 0;
        entry.E3.Value1.Interface = (U4)Words32.Get(words, 692, 4);
    }
}
