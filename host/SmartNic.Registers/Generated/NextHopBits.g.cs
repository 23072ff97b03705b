// Generated from the struct NextHop by SmartNic.Registers.Tool. Do not edit.
using SmartNic.Hls.Language;
using SmartNic.Kernels;

namespace SmartNic.Registers;

/// <summary>Bits of <see cref="NextHop" />.</summary>
public static class NextHopBits
{
    /// <summary>Bits of an entry.</summary>
    public const int Width = 931;

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
        new("Template.0", "ulong", 35, 64),
        new("Template.1", "ulong", 99, 64),
        new("Template.2", "ulong", 163, 64),
        new("Template.3", "ulong", 227, 64),
        new("Template.4", "ulong", 291, 64),
        new("Template.5", "ulong", 355, 64),
        new("Template.6", "ulong", 419, 64),
        new("Template.7", "ulong", 483, 64),
        new("Template.8", "ulong", 547, 64),
        new("Template.9", "ulong", 611, 64),
        new("Template.10", "ulong", 675, 64),
        new("Template.11", "ulong", 739, 64),
        new("Template.12", "ulong", 803, 64),
        new("Template.13", "ulong", 867, 64),
    ];

    /// <summary>The words of an entry; unused high bits are 0.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="words">At least <see cref="Words" /> words; sets the first.</param>
    /// <exception cref="IndexOutOfRangeException">Too few words.</exception>
    public static void Pack(in NextHop entry, Span<uint> words)
    {
        words[29] = (uint)(((ulong)entry.Template[13] >> 61));
        words[28] = (uint)(((ulong)entry.Template[13] >> 29));
        words[27] = (uint)(((ulong)entry.Template[12] >> 61)
            | ((ulong)entry.Template[13] << 3));
        words[26] = (uint)(((ulong)entry.Template[12] >> 29));
        words[25] = (uint)(((ulong)entry.Template[11] >> 61)
            | ((ulong)entry.Template[12] << 3));
        words[24] = (uint)(((ulong)entry.Template[11] >> 29));
        words[23] = (uint)(((ulong)entry.Template[10] >> 61)
            | ((ulong)entry.Template[11] << 3));
        words[22] = (uint)(((ulong)entry.Template[10] >> 29));
        words[21] = (uint)(((ulong)entry.Template[9] >> 61)
            | ((ulong)entry.Template[10] << 3));
        words[20] = (uint)(((ulong)entry.Template[9] >> 29));
        words[19] = (uint)(((ulong)entry.Template[8] >> 61)
            | ((ulong)entry.Template[9] << 3));
        words[18] = (uint)(((ulong)entry.Template[8] >> 29));
        words[17] = (uint)(((ulong)entry.Template[7] >> 61)
            | ((ulong)entry.Template[8] << 3));
        words[16] = (uint)(((ulong)entry.Template[7] >> 29));
        words[15] = (uint)(((ulong)entry.Template[6] >> 61)
            | ((ulong)entry.Template[7] << 3));
        words[14] = (uint)(((ulong)entry.Template[6] >> 29));
        words[13] = (uint)(((ulong)entry.Template[5] >> 61)
            | ((ulong)entry.Template[6] << 3));
        words[12] = (uint)(((ulong)entry.Template[5] >> 29));
        words[11] = (uint)(((ulong)entry.Template[4] >> 61)
            | ((ulong)entry.Template[5] << 3));
        words[10] = (uint)(((ulong)entry.Template[4] >> 29));
        words[9] = (uint)(((ulong)entry.Template[3] >> 61)
            | ((ulong)entry.Template[4] << 3));
        words[8] = (uint)(((ulong)entry.Template[3] >> 29));
        words[7] = (uint)(((ulong)entry.Template[2] >> 61)
            | ((ulong)entry.Template[3] << 3));
        words[6] = (uint)(((ulong)entry.Template[2] >> 29));
        words[5] = (uint)(((ulong)entry.Template[1] >> 61)
            | ((ulong)entry.Template[2] << 3));
        words[4] = (uint)(((ulong)entry.Template[1] >> 29));
        words[3] = (uint)(((ulong)entry.Template[0] >> 61)
            | ((ulong)entry.Template[1] << 3));
        words[2] = (uint)(((ulong)entry.Template[0] >> 29));
        words[1] = (uint)(((ulong)entry.Dscp >> 3)
            | ((ulong)entry.Template[0] << 3));
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
        entry.Template[0] = Words32.Get(words, 35, 64);
        entry.Template[1] = Words32.Get(words, 99, 64);
        entry.Template[2] = Words32.Get(words, 163, 64);
        entry.Template[3] = Words32.Get(words, 227, 64);
        entry.Template[4] = Words32.Get(words, 291, 64);
        entry.Template[5] = Words32.Get(words, 355, 64);
        entry.Template[6] = Words32.Get(words, 419, 64);
        entry.Template[7] = Words32.Get(words, 483, 64);
        entry.Template[8] = Words32.Get(words, 547, 64);
        entry.Template[9] = Words32.Get(words, 611, 64);
        entry.Template[10] = Words32.Get(words, 675, 64);
        entry.Template[11] = Words32.Get(words, 739, 64);
        entry.Template[12] = Words32.Get(words, 803, 64);
        entry.Template[13] = Words32.Get(words, 867, 64);
    }
}
