// Generated from the struct NextHop by SmartNic.Registers.Tool. Do not edit.
using SmartNic.Hls.Language;
using SmartNic.Kernels;

namespace SmartNic.Registers;

/// <summary>Bits of <see cref="NextHop" />.</summary>
public static class NextHopBits
{
    /// <summary>Bits of an entry.</summary>
    public const int Width = 922;

    /// <summary>32-bit words of an entry.</summary>
    public const int Words = 29;

    /// <summary>The leaves, from bit 0 up.</summary>
    public static IReadOnlyList<EntryField> Fields { get; } =
    [
        new("Valid", "bool", 0, 1),
        new("Ip6", "bool", 1, 1),
        new("Gre", "bool", 2, 1),
        new("HeaderBytes", "U7", 3, 7),
        new("Sum", "ushort", 10, 16),
        new("Template.0", "ulong", 26, 64),
        new("Template.1", "ulong", 90, 64),
        new("Template.2", "ulong", 154, 64),
        new("Template.3", "ulong", 218, 64),
        new("Template.4", "ulong", 282, 64),
        new("Template.5", "ulong", 346, 64),
        new("Template.6", "ulong", 410, 64),
        new("Template.7", "ulong", 474, 64),
        new("Template.8", "ulong", 538, 64),
        new("Template.9", "ulong", 602, 64),
        new("Template.10", "ulong", 666, 64),
        new("Template.11", "ulong", 730, 64),
        new("Template.12", "ulong", 794, 64),
        new("Template.13", "ulong", 858, 64),
    ];

    /// <summary>The words of an entry; unused high bits are 0.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="words">At least <see cref="Words" /> words; sets the first.</param>
    /// <exception cref="IndexOutOfRangeException">Too few words.</exception>
    public static void Pack(in NextHop entry, Span<uint> words)
    {
        words[28] = (uint)(((ulong)entry.Template[13] >> 38));
        words[27] = (uint)(((ulong)entry.Template[13] >> 6));
        words[26] = (uint)(((ulong)entry.Template[12] >> 38)
            | ((ulong)entry.Template[13] << 26));
        words[25] = (uint)(((ulong)entry.Template[12] >> 6));
        words[24] = (uint)(((ulong)entry.Template[11] >> 38)
            | ((ulong)entry.Template[12] << 26));
        words[23] = (uint)(((ulong)entry.Template[11] >> 6));
        words[22] = (uint)(((ulong)entry.Template[10] >> 38)
            | ((ulong)entry.Template[11] << 26));
        words[21] = (uint)(((ulong)entry.Template[10] >> 6));
        words[20] = (uint)(((ulong)entry.Template[9] >> 38)
            | ((ulong)entry.Template[10] << 26));
        words[19] = (uint)(((ulong)entry.Template[9] >> 6));
        words[18] = (uint)(((ulong)entry.Template[8] >> 38)
            | ((ulong)entry.Template[9] << 26));
        words[17] = (uint)(((ulong)entry.Template[8] >> 6));
        words[16] = (uint)(((ulong)entry.Template[7] >> 38)
            | ((ulong)entry.Template[8] << 26));
        words[15] = (uint)(((ulong)entry.Template[7] >> 6));
        words[14] = (uint)(((ulong)entry.Template[6] >> 38)
            | ((ulong)entry.Template[7] << 26));
        words[13] = (uint)(((ulong)entry.Template[6] >> 6));
        words[12] = (uint)(((ulong)entry.Template[5] >> 38)
            | ((ulong)entry.Template[6] << 26));
        words[11] = (uint)(((ulong)entry.Template[5] >> 6));
        words[10] = (uint)(((ulong)entry.Template[4] >> 38)
            | ((ulong)entry.Template[5] << 26));
        words[9] = (uint)(((ulong)entry.Template[4] >> 6));
        words[8] = (uint)(((ulong)entry.Template[3] >> 38)
            | ((ulong)entry.Template[4] << 26));
        words[7] = (uint)(((ulong)entry.Template[3] >> 6));
        words[6] = (uint)(((ulong)entry.Template[2] >> 38)
            | ((ulong)entry.Template[3] << 26));
        words[5] = (uint)(((ulong)entry.Template[2] >> 6));
        words[4] = (uint)(((ulong)entry.Template[1] >> 38)
            | ((ulong)entry.Template[2] << 26));
        words[3] = (uint)(((ulong)entry.Template[1] >> 6));
        words[2] = (uint)(((ulong)entry.Template[0] >> 38)
            | ((ulong)entry.Template[1] << 26));
        words[1] = (uint)(((ulong)entry.Template[0] >> 6));
        words[0] = (uint)((entry.Valid ? 1UL : 0UL)
            | ((entry.Ip6 ? 1UL : 0UL) << 1)
            | ((entry.Gre ? 1UL : 0UL) << 2)
            | ((ulong)entry.HeaderBytes << 3)
            | ((ulong)entry.Sum << 10)
            | ((ulong)entry.Template[0] << 26));
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
        entry.Gre = Words32.Get(words, 2, 1) != 0;
        entry.HeaderBytes = (U7)Words32.Get(words, 3, 7);
        entry.Sum = (ushort)Words32.Get(words, 10, 16);
        entry.Template[0] = Words32.Get(words, 26, 64);
        entry.Template[1] = Words32.Get(words, 90, 64);
        entry.Template[2] = Words32.Get(words, 154, 64);
        entry.Template[3] = Words32.Get(words, 218, 64);
        entry.Template[4] = Words32.Get(words, 282, 64);
        entry.Template[5] = Words32.Get(words, 346, 64);
        entry.Template[6] = Words32.Get(words, 410, 64);
        entry.Template[7] = Words32.Get(words, 474, 64);
        entry.Template[8] = Words32.Get(words, 538, 64);
        entry.Template[9] = Words32.Get(words, 602, 64);
        entry.Template[10] = Words32.Get(words, 666, 64);
        entry.Template[11] = Words32.Get(words, 730, 64);
        entry.Template[12] = Words32.Get(words, 794, 64);
        entry.Template[13] = Words32.Get(words, 858, 64);
    }
}
