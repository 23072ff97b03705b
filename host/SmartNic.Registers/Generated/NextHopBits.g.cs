// Generated from the struct NextHop by SmartNic.Registers.Tool. Do not edit.
using SmartNic.Hls.Language;
using SmartNic.Kernels;

namespace SmartNic.Registers;

/// <summary>Bits of <see cref="NextHop" />.</summary>
public static class NextHopBits
{
    /// <summary>Bits of an entry.</summary>
    public const int Width = 185;

    /// <summary>32-bit words of an entry.</summary>
    public const int Words = 6;

    /// <summary>The leaves, from bit 0 up.</summary>
    public static IReadOnlyList<EntryField> Fields { get; } =
    [
        new("Valid", "bool", 0, 1),
        new("SourceIp", "uint", 1, 32),
        new("DestinationIp", "uint", 33, 32),
        new("SourceMac", "U48", 65, 48),
        new("DestinationMac", "U48", 113, 48),
        new("Ttl", "byte", 161, 8),
        new("UdpPort", "ushort", 169, 16),
    ];

    /// <summary>The words of an entry; unused high bits are 0.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="words">At least <see cref="Words" /> words; sets the first.</param>
    /// <exception cref="IndexOutOfRangeException">Too few words.</exception>
    public static void Pack(in NextHop entry, Span<uint> words)
    {
        words[5] = (uint)(((ulong)entry.DestinationMac >> 47)
            | ((ulong)entry.Ttl << 1)
            | ((ulong)entry.UdpPort << 9));
        words[4] = (uint)(((ulong)entry.DestinationMac >> 15));
        words[3] = (uint)(((ulong)entry.SourceMac >> 31)
            | ((ulong)entry.DestinationMac << 17));
        words[2] = (uint)(((ulong)entry.DestinationIp >> 31)
            | ((ulong)entry.SourceMac << 1));
        words[1] = (uint)(((ulong)entry.SourceIp >> 31)
            | ((ulong)entry.DestinationIp << 1));
        words[0] = (uint)((entry.Valid ? 1UL : 0UL)
            | ((ulong)entry.SourceIp << 1));
    }

    /// <summary>The entry in the words.</summary>
    /// <param name="words">At least <see cref="Words" /> words.</param>
    /// <param name="entry">The entry.</param>
    /// <exception cref="IndexOutOfRangeException">Too few words.</exception>
    public static void Unpack(ReadOnlySpan<uint> words, out NextHop entry)
    {
        entry = default;
        entry.Valid = Words32.Get(words, 0, 1) != 0;
        entry.SourceIp = (uint)Words32.Get(words, 1, 32);
        entry.DestinationIp = (uint)Words32.Get(words, 33, 32);
        entry.SourceMac = (U48)Words32.Get(words, 65, 48);
        entry.DestinationMac = (U48)Words32.Get(words, 113, 48);
        entry.Ttl = (byte)Words32.Get(words, 161, 8);
        entry.UdpPort = (ushort)Words32.Get(words, 169, 16);
    }
}
