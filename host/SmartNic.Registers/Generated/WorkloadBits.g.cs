// Generated from the struct Workload by SmartNic.Registers.Tool. Do not edit.
using SmartNic.Hls.Language;
using SmartNic.Kernels;

namespace SmartNic.Registers;

/// <summary>Bits of <see cref="Workload" />.</summary>
public static class WorkloadBits
{
    /// <summary>Bits of an entry.</summary>
    public const int Width = 515;

    /// <summary>32-bit words of an entry.</summary>
    public const int Words = 17;

    /// <summary>The leaves, from bit 0 up.</summary>
    public static IReadOnlyList<EntryField> Fields { get; } =
    [
        new("IsFiltered", "bool", 0, 1),
        new("Allows", "bool", 1, 1),
        new("PassesOther", "bool", 2, 1),
        new("Rules.W0", "ulong", 3, 64),
        new("Rules.W1", "ulong", 67, 64),
        new("Rules.W2", "ulong", 131, 64),
        new("Rules.W3", "ulong", 195, 64),
        new("Rules.W4", "ulong", 259, 64),
        new("Rules.W5", "ulong", 323, 64),
        new("Rules.W6", "ulong", 387, 64),
        new("Rules.W7", "ulong", 451, 64),
    ];

    /// <summary>The words of an entry; unused high bits are 0.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="words">At least <see cref="Words" /> words; sets the first.</param>
    /// <exception cref="IndexOutOfRangeException">Too few words.</exception>
    public static void Pack(in Workload entry, Span<uint> words)
    {
        words[16] = (uint)(((ulong)entry.Rules.W7 >> 61));
        words[15] = (uint)(((ulong)entry.Rules.W7 >> 29));
        words[14] = (uint)(((ulong)entry.Rules.W6 >> 61)
            | ((ulong)entry.Rules.W7 << 3));
        words[13] = (uint)(((ulong)entry.Rules.W6 >> 29));
        words[12] = (uint)(((ulong)entry.Rules.W5 >> 61)
            | ((ulong)entry.Rules.W6 << 3));
        words[11] = (uint)(((ulong)entry.Rules.W5 >> 29));
        words[10] = (uint)(((ulong)entry.Rules.W4 >> 61)
            | ((ulong)entry.Rules.W5 << 3));
        words[9] = (uint)(((ulong)entry.Rules.W4 >> 29));
        words[8] = (uint)(((ulong)entry.Rules.W3 >> 61)
            | ((ulong)entry.Rules.W4 << 3));
        words[7] = (uint)(((ulong)entry.Rules.W3 >> 29));
        words[6] = (uint)(((ulong)entry.Rules.W2 >> 61)
            | ((ulong)entry.Rules.W3 << 3));
        words[5] = (uint)(((ulong)entry.Rules.W2 >> 29));
        words[4] = (uint)(((ulong)entry.Rules.W1 >> 61)
            | ((ulong)entry.Rules.W2 << 3));
        words[3] = (uint)(((ulong)entry.Rules.W1 >> 29));
        words[2] = (uint)(((ulong)entry.Rules.W0 >> 61)
            | ((ulong)entry.Rules.W1 << 3));
        words[1] = (uint)(((ulong)entry.Rules.W0 >> 29));
        words[0] = (uint)((entry.IsFiltered ? 1UL : 0UL)
            | ((entry.Allows ? 1UL : 0UL) << 1)
            | ((entry.PassesOther ? 1UL : 0UL) << 2)
            | ((ulong)entry.Rules.W0 << 3));
    }

    /// <summary>The entry in the words.</summary>
    /// <param name="words">At least <see cref="Words" /> words.</param>
    /// <param name="entry">The entry.</param>
    /// <exception cref="IndexOutOfRangeException">Too few words.</exception>
    public static void Unpack(ReadOnlySpan<uint> words, out Workload entry)
    {
        entry = default;
        entry.IsFiltered = Words32.Get(words, 0, 1) != 0;
        entry.Allows = Words32.Get(words, 1, 1) != 0;
        entry.PassesOther = Words32.Get(words, 2, 1) != 0;
        entry.Rules.W0 = Words32.Get(words, 3, 64);
        entry.Rules.W1 = Words32.Get(words, 67, 64);
        entry.Rules.W2 = Words32.Get(words, 131, 64);
        entry.Rules.W3 = Words32.Get(words, 195, 64);
        entry.Rules.W4 = Words32.Get(words, 259, 64);
        entry.Rules.W5 = Words32.Get(words, 323, 64);
        entry.Rules.W6 = Words32.Get(words, 387, 64);
        entry.Rules.W7 = Words32.Get(words, 451, 64);
    }
}
