// Generated from the struct NextHop by SmartNic.Registers.Tool. Do not edit.
using SmartNic.Hls.Language;
using SmartNic.Kernels;

namespace SmartNic.Registers;

/// <summary>Bits of <see cref="NextHop" />.</summary>
public static class NextHopBits
{
    /// <summary>Bits of an entry.</summary>
    public const int Width = 945;

    /// <summary>32-bit words of an entry.</summary>
    public const int Words = 30;

    /// <summary>The leaves, from bit 0 up.</summary>
    public static IReadOnlyList<EntryField> Fields { get; } =
    [
        new("Valid", "bool", 0, 1),
        new("Ip6", "bool", 1, 1),
        new("Patch", "U3", 2, 3),
        new("HeaderBytes", "U7", 5, 7),
        new("Bare", "bool", 12, 1),
        new("Sum", "ushort", 13, 16),
        new("Dscp", "U6", 29, 6),
        new("Mtu", "U14", 35, 14),
        new("Template.0", "ulong", 49, 64),
        new("Template.1", "ulong", 113, 64),
        new("Template.2", "ulong", 177, 64),
        new("Template.3", "ulong", 241, 64),
        new("Template.4", "ulong", 305, 64),
        new("Template.5", "ulong", 369, 64),
        new("Template.6", "ulong", 433, 64),
        new("Template.7", "ulong", 497, 64),
        new("Template.8", "ulong", 561, 64),
        new("Template.9", "ulong", 625, 64),
        new("Template.10", "ulong", 689, 64),
        new("Template.11", "ulong", 753, 64),
        new("Template.12", "ulong", 817, 64),
        new("Template.13", "ulong", 881, 64),
    ];

    /// <summary>The words of an entry; unused high bits are 0.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="words">At least <see cref="Words" /> words; sets the first.</param>
    /// <exception cref="IndexOutOfRangeException">Too few words.</exception>
    public static void Pack(in NextHop entry, Span<uint> words)
    {
        words[29] = (uint)(((ulong)entry.Template[13] >> 47));
        words[28] = (uint)(((ulong)entry.Template[13] >> 15));
        words[27] = (uint)(((ulong)entry.Template[12] >> 47)
            | ((ulong)entry.Template[13] << 17));
        words[26] = (uint)(((ulong)entry.Template[12] >> 15));
        words[25] = (uint)(((ulong)entry.Template[11] >> 47)
            | ((ulong)entry.Template[12] << 17));
        words[24] = (uint)(((ulong)entry.Template[11] >> 15));
        words[23] = (uint)(((ulong)entry.Template[10] >> 47)
            | ((ulong)entry.Template[11] << 17));
        words[22] = (uint)(((ulong)entry.Template[10] >> 15));
        words[21] = (uint)(((ulong)entry.Template[9] >> 47)
            | ((ulong)entry.Template[10] << 17));
        words[20] = (uint)(((ulong)entry.Template[9] >> 15));
        words[19] = (uint)(((ulong)entry.Template[8] >> 47)
            | ((ulong)entry.Template[9] << 17));
        words[18] = (uint)(((ulong)entry.Template[8] >> 15));
        words[17] = (uint)(((ulong)entry.Template[7] >> 47)
            | ((ulong)entry.Template[8] << 17));
        words[16] = (uint)(((ulong)entry.Template[7] >> 15));
        words[15] = (uint)(((ulong)entry.Template[6] >> 47)
            | ((ulong)entry.Template[7] << 17));
        words[14] = (uint)(((ulong)entry.Template[6] >> 15));
        words[13] = (uint)(((ulong)entry.Template[5] >> 47)
            | ((ulong)entry.Template[6] << 17));
        words[12] = (uint)(((ulong)entry.Template[5] >> 15));
        words[11] = (uint)(((ulong)entry.Template[4] >> 47)
            | ((ulong)entry.Template[5] << 17));
        words[10] = (uint)(((ulong)entry.Template[4] >> 15));
        words[9] = (uint)(((ulong)entry.Template[3] >> 47)
            | ((ulong)entry.Template[4] << 17));
        words[8] = (uint)(((ulong)entry.Template[3] >> 15));
        words[7] = (uint)(((ulong)entry.Template[2] >> 47)
            | ((ulong)entry.Template[3] << 17));
        words[6] = (uint)(((ulong)entry.Template[2] >> 15));
        words[5] = (uint)(((ulong)entry.Template[1] >> 47)
            | ((ulong)entry.Template[2] << 17));
        words[4] = (uint)(((ulong)entry.Template[1] >> 15));
        words[3] = (uint)(((ulong)entry.Template[0] >> 47)
            | ((ulong)entry.Template[1] << 17));
        words[2] = (uint)(((ulong)entry.Template[0] >> 15));
        words[1] = (uint)(((ulong)entry.Dscp >> 3)
            | ((ulong)entry.Mtu << 3)
            | ((ulong)entry.Template[0] << 17));
        words[0] = (uint)((entry.Valid ? 1UL : 0UL)
            | ((entry.Ip6 ? 1UL : 0UL) << 1)
            | ((ulong)entry.Patch << 2)
            | ((ulong)entry.HeaderBytes << 5)
            | ((entry.Bare ? 1UL : 0UL) << 12)
            | ((ulong)entry.Sum << 13)
            | ((ulong)entry.Dscp << 29));
    }

    /// <summary>The entry in the words.</summary>
    /// <param name="words">At least <see cref="Words" /> words.</param>
    /// <param name="entry">The entry.</param>
    /// <exception cref="IndexOutOfRangeException">Too few words.</exception>
    public static void Unpack(ReadOnlySpan<uint> words, out NextHop entry)
    {
        entry = default;
        entry.Valid = Words32.Get(words, 0, 1) != 0;
        entry.Ip6 = Words32.Get(words, 1, 1) != 0;
        entry.Patch = (U3)Words32.Get(words, 2, 3);
        entry.HeaderBytes = (U7)Words32.Get(words, 5, 7);
        entry.Bare = Words32.Get(words, 12, 1) != 0;
        entry.Sum = (ushort)Words32.Get(words, 13, 16);
        entry.Dscp = (U6)Words32.Get(words, 29, 6);
        entry.Mtu = (U14)Words32.Get(words, 35, 14);
        entry.Template[0] = Words32.Get(words, 49, 64);
        entry.Template[1] = Words32.Get(words, 113, 64);
        entry.Template[2] = Words32.Get(words, 177, 64);
        entry.Template[3] = Words32.Get(words, 241, 64);
        entry.Template[4] = Words32.Get(words, 305, 64);
        entry.Template[5] = Words32.Get(words, 369, 64);
        entry.Template[6] = Words32.Get(words, 433, 64);
        entry.Template[7] = Words32.Get(words, 497, 64);
        entry.Template[8] = Words32.Get(words, 561, 64);
        entry.Template[9] = Words32.Get(words, 625, 64);
        entry.Template[10] = Words32.Get(words, 689, 64);
        entry.Template[11] = Words32.Get(words, 753, 64);
        entry.Template[12] = Words32.Get(words, 817, 64);
        entry.Template[13] = Words32.Get(words, 881, 64);
    }
}
