// Generated from the struct EndpointBucket by SmartNic.Registers.Tool. Do not edit.
using SmartNic.Hls.Language;
using SmartNic.Kernels;

namespace SmartNic.Registers;

using EndpointBucket = ExactBucket<EndpointKey, EndpointValue>;

/// <summary>Bits of <see cref="EndpointBucket" />.</summary>
public static class EndpointBucketBits
{
    /// <summary>Bits of an entry.</summary>
    public const int Width = 296;

    /// <summary>32-bit words of an entry.</summary>
    public const int Words = 10;

    /// <summary>The leaves, from bit 0 up.</summary>
    public static IReadOnlyList<EntryField> Fields { get; } =
    [
        new("E0.Gen", "U2", 0, 2),
        new("E0.Key.Ip", "uint", 2, 32),
        new("E0.Value0.UdpPort", "ushort", 34, 16),
        new("E0.Value0.Interface", "U4", 50, 4),
        new("E0.Value1.UdpPort", "ushort", 54, 16),
        new("E0.Value1.Interface", "U4", 70, 4),
        new("E1.Gen", "U2", 74, 2),
        new("E1.Key.Ip", "uint", 76, 32),
        new("E1.Value0.UdpPort", "ushort", 108, 16),
        new("E1.Value0.Interface", "U4", 124, 4),
        new("E1.Value1.UdpPort", "ushort", 128, 16),
        new("E1.Value1.Interface", "U4", 144, 4),
        new("E2.Gen", "U2", 148, 2),
        new("E2.Key.Ip", "uint", 150, 32),
        new("E2.Value0.UdpPort", "ushort", 182, 16),
        new("E2.Value0.Interface", "U4", 198, 4),
        new("E2.Value1.UdpPort", "ushort", 202, 16),
        new("E2.Value1.Interface", "U4", 218, 4),
        new("E3.Gen", "U2", 222, 2),
        new("E3.Key.Ip", "uint", 224, 32),
        new("E3.Value0.UdpPort", "ushort", 256, 16),
        new("E3.Value0.Interface", "U4", 272, 4),
        new("E3.Value1.UdpPort", "ushort", 276, 16),
        new("E3.Value1.Interface", "U4", 292, 4),
    ];

    /// <summary>The words of an entry; unused high bits are 0.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="words">At least <see cref="Words" /> words; sets the first.</param>
    /// <exception cref="IndexOutOfRangeException">Too few words.</exception>
    public static void Pack(in EndpointBucket entry, Span<uint> words)
    {
        words[9] = (uint)(((ulong)entry.E3.Value1.UdpPort >> 12)
            | ((ulong)entry.E3.Value1.Interface << 4));
        words[8] = (uint)((ulong)entry.E3.Value0.UdpPort
            | ((ulong)entry.E3.Value0.Interface << 16)
            | ((ulong)entry.E3.Value1.UdpPort << 20));
        words[7] = (uint)((ulong)entry.E3.Key.Ip);
        words[6] = (uint)(((ulong)entry.E2.Value0.UdpPort >> 10)
            | ((ulong)entry.E2.Value0.Interface << 6)
            | ((ulong)entry.E2.Value1.UdpPort << 10)
            | ((ulong)entry.E2.Value1.Interface << 26)
            | ((ulong)entry.E3.Gen << 30));
        words[5] = (uint)(((ulong)entry.E2.Key.Ip >> 10)
            | ((ulong)entry.E2.Value0.UdpPort << 22));
        words[4] = (uint)((ulong)entry.E1.Value1.UdpPort
            | ((ulong)entry.E1.Value1.Interface << 16)
            | ((ulong)entry.E2.Gen << 20)
            | ((ulong)entry.E2.Key.Ip << 22));
        words[3] = (uint)(((ulong)entry.E1.Key.Ip >> 20)
            | ((ulong)entry.E1.Value0.UdpPort << 12)
            | ((ulong)entry.E1.Value0.Interface << 28));
        words[2] = (uint)(((ulong)entry.E0.Value1.UdpPort >> 10)
            | ((ulong)entry.E0.Value1.Interface << 6)
            | ((ulong)entry.E1.Gen << 10)
            | ((ulong)entry.E1.Key.Ip << 12));
        words[1] = (uint)(((ulong)entry.E0.Key.Ip >> 30)
            | ((ulong)entry.E0.Value0.UdpPort << 2)
            | ((ulong)entry.E0.Value0.Interface << 18)
            | ((ulong)entry.E0.Value1.UdpPort << 22));
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
        entry.E0.Key.Ip = (uint)Words32.Get(words, 2, 32);
        entry.E0.Value0.UdpPort = (ushort)Words32.Get(words, 34, 16);
        entry.E0.Value0.Interface = (U4)Words32.Get(words, 50, 4);
        entry.E0.Value1.UdpPort = (ushort)Words32.Get(words, 54, 16);
        entry.E0.Value1.Interface = (U4)Words32.Get(words, 70, 4);
        entry.E1.Gen = (U2)Words32.Get(words, 74, 2);
        entry.E1.Key.Ip = (uint)Words32.Get(words, 76, 32);
        entry.E1.Value0.UdpPort = (ushort)Words32.Get(words, 108, 16);
        entry.E1.Value0.Interface = (U4)Words32.Get(words, 124, 4);
        entry.E1.Value1.UdpPort = (ushort)Words32.Get(words, 128, 16);
        entry.E1.Value1.Interface = (U4)Words32.Get(words, 144, 4);
        entry.E2.Gen = (U2)Words32.Get(words, 148, 2);
        entry.E2.Key.Ip = (uint)Words32.Get(words, 150, 32);
        entry.E2.Value0.UdpPort = (ushort)Words32.Get(words, 182, 16);
        entry.E2.Value0.Interface = (U4)Words32.Get(words, 198, 4);
        entry.E2.Value1.UdpPort = (ushort)Words32.Get(words, 202, 16);
        entry.E2.Value1.Interface = (U4)Words32.Get(words, 218, 4);
        entry.E3.Gen = (U2)Words32.Get(words, 222, 2);
        entry.E3.Key.Ip = (uint)Words32.Get(words, 224, 32);
        entry.E3.Value0.UdpPort = (ushort)Words32.Get(words, 256, 16);
        entry.E3.Value0.Interface = (U4)Words32.Get(words, 272, 4);
        entry.E3.Value1.UdpPort = (ushort)Words32.Get(words, 276, 16);
        entry.E3.Value1.Interface = (U4)Words32.Get(words, 292, 4);
    }
}
