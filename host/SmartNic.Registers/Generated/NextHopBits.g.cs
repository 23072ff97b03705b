// Generated from the struct NextHop by SmartNic.Registers.Tool. Do not edit.
using SmartNic.Hls.Language;
using SmartNic.Kernels;

namespace SmartNic.Registers;

/// <summary>Bits of <see cref="NextHop" />.</summary>
public static class NextHopBits
{
    /// <summary>Bits of an entry.</summary>
    public const int Width = 947;

    /// <summary>32-bit words of an entry.</summary>
    public const int Words = 30;

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
        new("Template.0", "ulong", 51, 64),
        new("Template.1", "ulong", 115, 64),
        new("Template.2", "ulong", 179, 64),
        new("Template.3", "ulong", 243, 64),
        new("Template.4", "ulong", 307, 64),
        new("Template.5", "ulong", 371, 64),
        new("Template.6", "ulong", 435, 64),
        new("Template.7", "ulong", 499, 64),
        new("Template.8", "ulong", 563, 64),
        new("Template.9", "ulong", 627, 64),
        new("Template.10", "ulong", 691, 64),
        new("Template.11", "ulong", 755, 64),
        new("Template.12", "ulong", 819, 64),
        new("Template.13", "ulong", 883, 64),
    ];

    /// <summary>The words of an entry; unused high bits are 0.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="words">At least <see cref="Words" /> words; sets the first.</param>
    /// <exception cref="IndexOutOfRangeException">Too few words.</exception>
    public static void Pack(in NextHop entry, Span<uint> words)
    {
        words[29] = (uint)(((ulong)entry.Template[13] >> 45));
        words[28] = (uint)(((ulong)entry.Template[13] >> 13));
        words[27] = (uint)(((ulong)entry.Template[12] >> 45)
            | ((ulong)entry.Template[13] << 19));
        words[26] = (uint)(((ulong)entry.Template[12] >> 13));
        words[25] = (uint)(((ulong)entry.Template[11] >> 45)
            | ((ulong)entry.Template[12] << 19));
        words[24] = (uint)(((ulong)entry.Template[11] >> 13));
        words[23] = (uint)(((ulong)entry.Template[10] >> 45)
            | ((ulong)entry.Template[11] << 19));
        words[22] = (uint)(((ulong)entry.Template[10] >> 13));
        words[21] = (uint)(((ulong)entry.Template[9] >> 45)
            | ((ulong)entry.Template[10] << 19));
        words[20] = (uint)(((ulong)entry.Template[9] >> 13));
        words[19] = (uint)(((ulong)entry.Template[8] >> 45)
            | ((ulong)entry.Template[9] << 19));
        words[18] = (uint)(((ulong)entry.Template[8] >> 13));
        words[17] = (uint)(((ulong)entry.Template[7] >> 45)
            | ((ulong)entry.Template[8] << 19));
        words[16] = (uint)(((ulong)entry.Template[7] >> 13));
        words[15] = (uint)(((ulong)entry.Template[6] >> 45)
            | ((ulong)entry.Template[7] << 19));
        words[14] = (uint)(((ulong)entry.Template[6] >> 13));
        words[13] = (uint)(((ulong)entry.Template[5] >> 45)
            | ((ulong)entry.Template[6] << 19));
        words[12] = (uint)(((ulong)entry.Template[5] >> 13));
        words[11] = (uint)(((ulong)entry.Template[4] >> 45)
            | ((ulong)entry.Template[5] << 19));
        words[10] = (uint)(((ulong)entry.Template[4] >> 13));
        words[9] = (uint)(((ulong)entry.Template[3] >> 45)
            | ((ulong)entry.Template[4] << 19));
        words[8] = (uint)(((ulong)entry.Template[3] >> 13));
        words[7] = (uint)(((ulong)entry.Template[2] >> 45)
            | ((ulong)entry.Template[3] << 19));
        words[6] = (uint)(((ulong)entry.Template[2] >> 13));
        words[5] = (uint)(((ulong)entry.Template[1] >> 45)
            | ((ulong)entry.Template[2] << 19));
        words[4] = (uint)(((ulong)entry.Template[1] >> 13));
        words[3] = (uint)(((ulong)entry.Template[0] >> 45)
            | ((ulong)entry.Template[1] << 19));
        words[2] = (uint)(((ulong)entry.Template[0] >> 13));
        words[1] = (uint)(((ulong)entry.Dscp >> 3)
            | ((ulong)entry.CoveredSum << 3)
            | ((ulong)entry.Template[0] << 19));
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
        entry.Template[0] = Words32.Get(words, 51, 64);
        entry.Template[1] = Words32.Get(words, 115, 64);
        entry.Template[2] = Words32.Get(words, 179, 64);
        entry.Template[3] = Words32.Get(words, 243, 64);
        entry.Template[4] = Words32.Get(words, 307, 64);
        entry.Template[5] = Words32.Get(words, 371, 64);
        entry.Template[6] = Words32.Get(words, 435, 64);
        entry.Template[7] = Words32.Get(words, 499, 64);
        entry.Template[8] = Words32.Get(words, 563, 64);
        entry.Template[9] = Words32.Get(words, 627, 64);
        entry.Template[10] = Words32.Get(words, 691, 64);
        entry.Template[11] = Words32.Get(words, 755, 64);
        entry.Template[12] = Words32.Get(words, 819, 64);
        entry.Template[13] = Words32.Get(words, 883, 64);
    }
}
