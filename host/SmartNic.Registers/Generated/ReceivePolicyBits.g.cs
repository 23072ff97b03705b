// Generated from the struct ReceivePolicy by SmartNic.Registers.Tool. Do not edit.
using SmartNic.Hls.Language;
using SmartNic.Kernels;

namespace SmartNic.Registers;

/// <summary>Bits of <see cref="ReceivePolicy" />.</summary>
public static class ReceivePolicyBits
{
    /// <summary>Bits of an entry.</summary>
    public const int Width = 26;

    /// <summary>32-bit words of an entry.</summary>
    public const int Words = 1;

    /// <summary>The leaves, from bit 0 up.</summary>
    public static IReadOnlyList<EntryField> Fields { get; } =
    [
        new("AnySource", "bool", 0, 1),
        new("KeepsTags", "bool", 1, 1),
        new("OnYellow", "U2", 2, 2),
        new("Dscp", "U6", 4, 6),
        new("RemarksGreen", "bool", 10, 1),
        new("GreenDscp", "U6", 11, 6),
        new("PassesRed", "bool", 17, 1),
        new("RemarksRed", "bool", 18, 1),
        new("RedDscp", "U6", 19, 6),
        new("IsUniform", "bool", 25, 1),
    ];

    /// <summary>The words of an entry; unused high bits are 0.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="words">At least <see cref="Words" /> words; sets the first.</param>
    /// <exception cref="IndexOutOfRangeException">Too few words.</exception>
    public static void Pack(in ReceivePolicy entry, Span<uint> words)
    {
        words[0] = (uint)((entry.AnySource ? 1UL : 0UL)
            | ((entry.KeepsTags ? 1UL : 0UL) << 1)
            | ((ulong)entry.OnYellow << 2)
            | ((ulong)entry.Dscp << 4)
            | ((entry.RemarksGreen ? 1UL : 0UL) << 10)
            | ((ulong)entry.GreenDscp << 11)
            | ((entry.PassesRed ? 1UL : 0UL) << 17)
            | ((entry.RemarksRed ? 1UL : 0UL) << 18)
            | ((ulong)entry.RedDscp << 19)
            | ((entry.IsUniform ? 1UL : 0UL) << 25));
    }

    /// <summary>The entry in the words.</summary>
    /// <param name="words">At least <see cref="Words" /> words.</param>
    /// <param name="entry">The entry.</param>
    /// <exception cref="IndexOutOfRangeException">Too few words.</exception>
    public static void Unpack(ReadOnlySpan<uint> words, out ReceivePolicy entry)
    {
        entry = default;
        entry.AnySource = Words32.Get(words, 0, 1) != 0;
        entry.KeepsTags = Words32.Get(words, 1, 1) != 0;
        entry.OnYellow = (U2)Words32.Get(words, 2, 2);
        entry.Dscp = (U6)Words32.Get(words, 4, 6);
        entry.RemarksGreen = Words32.Get(words, 10, 1) != 0;
        entry.GreenDscp = (U6)Words32.Get(words, 11, 6);
        entry.PassesRed = Words32.Get(words, 17, 1) != 0;
        entry.RemarksRed = Words32.Get(words, 18, 1) != 0;
        entry.RedDscp = (U6)Words32.Get(words, 19, 6);
        entry.IsUniform = Words32.Get(words, 25, 1) != 0;
    }
}
