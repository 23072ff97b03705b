// Generated from the struct NextHop by SmartNic.Registers.Tool. Do not edit.
using SmartNic.Hls.Language;
using SmartNic.Kernels;

namespace SmartNic.Registers;

/// <summary>Bits of <see cref="NextHop" />.</summary>
public static class NextHopBits
{
    /// <summary>Bits of an entry.</summary>
    public const int Width = 925;

    /// <summary>32-bit words of an entry.</summary>
    public const int Words = 29;

    /// <summary>The leaves, from bit 0 up.</summary>
    public static IReadOnlyList<EntryField> Fields { get; } =
    [
        new("Valid", "bool", 0, 1),
        new("Ip6", "bool", 1, 1),
        new("Patch", "U3", 2, 3),
        new("HeaderBytes", "U7", 5, 7),
        new("Bare", "bool", 12, 1),
        new("Sum", "ushort", 13, 16),
        new("Template.0", "ulong", 29, 64),
        new("Template.1", "ulong", 93, 64),
        new("Template.2", "ulong", 157, 64),
        new("Template.3", "ulong", 221, 64),
        new("Template.4", "ulong", 285, 64),
        new("Template.5", "ulong", 349, 64),
        new("Template.6", "ulong", 413, 64),
        new("Template.7", "ulong", 477, 64),
        new("Template.8", "ulong", 541, 64),
        new("Template.9", "ulong", 605, 64),
        new("Template.10", "ulong", 669, 64),
        new("Template.11", "ulong", 733, 64),
        new("Template.12", "ulong", 797, 64),
        new("Template.13", "ulong", 861, 64),
    ];

    /// <summary>The words of an entry; unused high bits are 0.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="words">At least <see cref="Words" /> words; sets the first.</param>
    /// <exception cref="IndexOutOfRangeException">Too few words.</exception>
    public static void Pack(in NextHop entry, Span<uint> words)
    {
        words[28] = (uint)(((ulong)entry.Template[13] >> 35));
        words[27] = (uint)(((ulong)entry.Template[13] >> 3));
        words[26] = (uint)(((ulong)entry.Template[12] >> 35)
            | ((ulong)entry.Template[13] << 29));
        words[25] = (uint)(((ulong)entry.Template[12] >> 3));
        words[24] = (uint)(((ulong)entry.Template[11] >> 35)
            | ((ulong)entry.Template[12] << 29));
        words[23] = (uint)(((ulong)entry.Template[11] >> 3));
        words[22] = (uint)(((ulong)entry.Template[10] >> 35)
            | ((ulong)entry.Template[11] << 29));
        words[21] = (uint)(((ulong)entry.Template[10] >> 3));
        words[20] = (uint)(((ulong)entry.Template[9] >> 35)
            | ((ulong)entry.Template[10] << 29));
        words[19] = (uint)(((ulong)entry.Template[9] >> 3));
        words[18] = (uint)(((ulong)entry.Template[8] >> 35)
            | ((ulong)entry.Template[9] << 29));
        words[17] = (uint)(((ulong)entry.Template[8] >> 3));
        words[16] = (uint)(((ulong)entry.Template[7] >> 35)
            | ((ulong)entry.Template[8] << 29));
        words[15] = (uint)(((ulong)entry.Template[7] >> 3));
        words[14] = (uint)(((ulong)entry.Template[6] >> 35)
            | ((ulong)entry.Template[7] << 29));
        words[13] = (uint)(((ulong)entry.Template[6] >> 3));
        words[12] = (uint)(((ulong)entry.Template[5] >> 35)
            | ((ulong)entry.Template[6] << 29));
        words[11] = (uint)(((ulong)entry.Template[5] >> 3));
        words[10] = (uint)(((ulong)entry.Template[4] >> 35)
            | ((ulong)entry.Template[5] << 29));
        words[9] = (uint)(((ulong)entry.Template[4] >> 3));
        words[8] = (uint)(((ulong)entry.Template[3] >> 35)
            | ((ulong)entry.Template[4] << 29));
        words[7] = (uint)(((ulong)entry.Template[3] >> 3));
        words[6] = (uint)(((ulong)entry.Template[2] >> 35)
            | ((ulong)entry.Template[3] << 29));
        words[5] = (uint)(((ulong)entry.Template[2] >> 3));
        words[4] = (uint)(((ulong)entry.Template[1] >> 35)
            | ((ulong)entry.Template[2] << 29));
        words[3] = (uint)(((ulong)entry.Template[1] >> 3));
        words[2] = (uint)(((ulong)entry.Template[0] >> 35)
            | ((ulong)entry.Template[1] << 29));
        words[1] = (uint)(((ulong)entry.Template[0] >> 3));
        words[0] = (uint)((entry.Valid ? 1UL : 0UL)
            | ((entry.Ip6 ? 1UL : 0UL) << 1)
            | ((ulong)entry.Patch << 2)
            | ((ulong)entry.HeaderBytes << 5)
            | ((entry.Bare ? 1UL : 0UL) << 12)
            | ((ulong)entry.Sum << 13)
            | ((ulong)entry.Template[0] << 29));
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
        entry.Template[0] = Words32.Get(words, 29, 64);
        entry.Template[1] = Words32.Get(words, 93, 64);
        entry.Template[2] = Words32.Get(words, 157, 64);
        entry.Template[3] = Words32.Get(words, 221, 64);
        entry.Template[4] = Words32.Get(words, 285, 64);
        entry.Template[5] = Words32.Get(words, 349, 64);
        entry.Template[6] = Words32.Get(words, 413, 64);
        entry.Template[7] = Words32.Get(words, 477, 64);
        entry.Template[8] = Words32.Get(words, 541, 64);
        entry.Template[9] = Words32.Get(words, 605, 64);
        entry.Template[10] = Words32.Get(words, 669, 64);
        entry.Template[11] = Words32.Get(words, 733, 64);
        entry.Template[12] = Words32.Get(words, 797, 64);
        entry.Template[13] = Words32.Get(words, 861, 64);
    }
}
