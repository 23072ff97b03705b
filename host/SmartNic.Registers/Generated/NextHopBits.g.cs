// Generated from the struct NextHop by SmartNic.Registers.Tool. Do not edit.
using SmartNic.Hls.Language;
using SmartNic.Kernels;

namespace SmartNic.Registers;

/// <summary>Bits of <see cref="NextHop" />.</summary>
public static class NextHopBits
{
    /// <summary>Bits of an entry.</summary>
    public const int Width = 961;

    /// <summary>32-bit words of an entry.</summary>
    public const int Words = 31;

    /// <summary>The leaves, from bit 0 up.</summary>
    public static IReadOnlyList<EntryField> Fields { get; } =
    [
        new("Valid", "bool", 0, 1),
        new("Ip6", "bool", 1, 1),
        new("Patch", "U3", 2, 3),
        new("HeaderBytes", "U7", 5, 7),
        new("HasChecksum", "bool", 12, 1),
        new("Sum", "ushort", 13, 16),
        new("Dscp", "U6", 29, 6),
        new("CoveredSum", "ushort", 35, 16),
        new("Mtu", "U14", 51, 14),
        new("Template.0", "ulong", 65, 64),
        new("Template.1", "ulong", 129, 64),
        new("Template.2", "ulong", 193, 64),
        new("Template.3", "ulong", 257, 64),
        new("Template.4", "ulong", 321, 64),
        new("Template.5", "ulong", 385, 64),
        new("Template.6", "ulong", 449, 64),
        new("Template.7", "ulong", 513, 64),
        new("Template.8", "ulong", 577, 64),
        new("Template.9", "ulong", 641, 64),
        new("Template.10", "ulong", 705, 64),
        new("Template.11", "ulong", 769, 64),
        new("Template.12", "ulong", 833, 64),
        new("Template.13", "ulong", 897, 64),
    ];

    /// <summary>The words of an entry; unused high bits are 0.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="words">At least <see cref="Words" /> words; sets the first.</param>
    /// <exception cref="IndexOutOfRangeException">Too few words.</exception>
    public static void Pack(in NextHop entry, Span<uint> words)
    {
        words[30] = (uint)(((ulong)entry.Template[13] >> 63));
        words[29] = (uint)(((ulong)entry.Template[13] >> 31));
        words[28] = (uint)(((ulong)entry.Template[12] >> 63)
            | ((ulong)entry.Template[13] << 1));
        words[27] = (uint)(((ulong)entry.Template[12] >> 31));
        words[26] = (uint)(((ulong)entry.Template[11] >> 63)
            | ((ulong)entry.Template[12] << 1));
        words[25] = (uint)(((ulong)entry.Template[11] >> 31));
        words[24] = (uint)(((ulong)entry.Template[10] >> 63)
            | ((ulong)entry.Template[11] << 1));
        words[23] = (uint)(((ulong)entry.Template[10] >> 31));
        words[22] = (uint)(((ulong)entry.Template[9] >> 63)
            | ((ulong)entry.Template[10] << 1));
        words[21] = (uint)(((ulong)entry.Template[9] >> 31));
        words[20] = (uint)(((ulong)entry.Template[8] >> 63)
            | ((ulong)entry.Template[9] << 1));
        words[19] = (uint)(((ulong)entry.Template[8] >> 31));
        words[18] = (uint)(((ulong)entry.Template[7] >> 63)
            | ((ulong)entry.Template[8] << 1));
        words[17] = (uint)(((ulong)entry.Template[7] >> 31));
        words[16] = (uint)(((ulong)entry.Template[6] >> 63)
            | ((ulong)entry.Template[7] << 1));
        words[15] = (uint)(((ulong)entry.Template[6] >> 31));
        words[14] = (uint)(((ulong)entry.Template[5] >> 63)
            | ((ulong)entry.Template[6] << 1));
        words[13] = (uint)(((ulong)entry.Template[5] >> 31));
        words[12] = (uint)(((ulong)entry.Template[4] >> 63)
            | ((ulong)entry.Template[5] << 1));
        words[11] = (uint)(((ulong)entry.Template[4] >> 31));
        words[10] = (uint)(((ulong)entry.Template[3] >> 63)
            | ((ulong)entry.Template[4] << 1));
        words[9] = (uint)(((ulong)entry.Template[3] >> 31));
        words[8] = (uint)(((ulong)entry.Template[2] >> 63)
            | ((ulong)entry.Template[3] << 1));
        words[7] = (uint)(((ulong)entry.Template[2] >> 31));
        words[6] = (uint)(((ulong)entry.Template[1] >> 63)
            | ((ulong)entry.Template[2] << 1));
        words[5] = (uint)(((ulong)entry.Template[1] >> 31));
        words[4] = (uint)(((ulong)entry.Template[0] >> 63)
            | ((ulong)entry.Template[1] << 1));
        words[3] = (uint)(((ulong)entry.Template[0] >> 31));
        words[2] = (uint)(((ulong)entry.Mtu >> 13)
            | ((ulong)entry.Template[0] << 1));
        words[1] = (uint)(((ulong)entry.Dscp >> 3)
            | ((ulong)entry.CoveredSum << 3)
            | ((ulong)entry.Mtu << 19));
        words[0] = (uint)((entry.Valid ? 1UL : 0UL)
            | ((entry.Ip6 ? 1UL : 0UL) << 1)
            | ((ulong)entry.Patch << 2)
            | ((ulong)entry.HeaderBytes << 5)
            | ((entry.HasChecksum ? 1UL : 0UL) << 12)
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
        entry.HasChecksum = Words32.Get(words, 12, 1) != 0;
        entry.Sum = (ushort)Words32.Get(words, 13, 16);
        entry.Dscp = (U6)Words32.Get(words, 29, 6);
        entry.CoveredSum = (ushort)Words32.Get(words, 35, 16);
        entry.Mtu = (U14)Words32.Get(words, 51, 14);
        entry.Template[0] = Words32.Get(words, 65, 64);
        entry.Template[1] = Words32.Get(words, 129, 64);
        entry.Template[2] = Words32.Get(words, 193, 64);
        entry.Template[3] = Words32.Get(words, 257, 64);
        entry.Template[4] = Words32.Get(words, 321, 64);
        entry.Template[5] = Words32.Get(words, 385, 64);
        entry.Template[6] = Words32.Get(words, 449, 64);
        entry.Template[7] = Words32.Get(words, 513, 64);
        entry.Template[8] = Words32.Get(words, 577, 64);
        entry.Template[9] = Words32.Get(words, 641, 64);
        entry.Template[10] = Words32.Get(words, 705, 64);
        entry.Template[11] = Words32.Get(words, 769, 64);
        entry.Template[12] = Words32.Get(words, 833, 64);
        entry.Template[13] = Words32.Get(words, 897, 64);
    }
}
