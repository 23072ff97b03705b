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
        new("Rules.W0", "ulong", 0, 64),
        new("Rules.W1", "ulong", 64, 64),
        new("Rules.W2", "ulong", 128, 64),
        new("Rules.W3", "ulong", 192, 64),
        new("Rules.W4", "ulong", 256, 64),
        new("Rules.W5", "ulong", 320, 64),
        new("Rules.W6", "ulong", 384, 64),
        new("Rules.W7", "ulong", 448, 64),
        new("IsFiltered", "bool", 512, 1),
        new("Allows", "bool", 513, 1),
        new("PassesOther", "bool", 514, 1),
    ];

    /// <summary>The words of an entry; unused high bits are 0.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="words">At least <see cref="Words" /> words; sets the first.</param>
    /// <exception cref="IndexOutOfRangeException">Too few words.</exception>
    public static void Pack(in Workload entry, Span<uint> words)
    {
        words[16] = (uint)((entry.IsFiltered ? 1UL : 0UL)
            | ((entry.Allows ? 1UL : 0UL) << 1)
            | ((entry.PassesOther ? 1UL : 0UL) << 2));
        words[15] = (uint)(((ulong)entry.Rules.W7 >> 32));
        words[14] = (uint)((ulong)entry.Rules.W7);
        words[13] = (uint)(((ulong)entry.Rules.W6 >> 32));
        words[12] = (uint)((ulong)entry.Rules.W6);
        words[11] = (uint)(((ulong)entry.Rules.W5 >> 32));
        words[10] = (uint)((ulong)entry.Rules.W5);
        words[9] = (uint)(((ulong)entry.Rules.W4 >> 32));
        words[8] = (uint)((ulong)entry.Rules.W4);
        words[7] = (uint)(((ulong)entry.Rules.W3 >> 32));
        words[6] = (uint)((ulong)entry.Rules.W3);
        words[5] = (uint)(((ulong)entry.Rules.W2 >> 32));
        words[4] = (uint)((ulong)entry.Rules.W2);
        words[3] = (uint)(((ulong)entry.Rules.W1 >> 32));
        words[2] = (uint)((ulong)entry.Rules.W1);
        words[1] = (uint)(((ulong)entry.Rules.W0 >> 32));
        words[0] = (uint)((ulong)entry.Rules.W0);
    }

    /// <summary>The entry in the words.</summary>
    /// <param name="words">At least <see cref="Words" /> words.</param>
    /// <param name="entry">The entry.</param>
    /// <exception cref="IndexOutOfRangeException">Too few words.</exception>
    public static void Unpack(ReadOnlySpan<uint> words, out Workload entry)
    {
        entry = default;
        entry.Rules.W0 = Words32.Get(words, 0, 64);
        entry.Rules.W1 = Words32.Get(words, 64, 64);
        entry.Rules.W2 = Words32.Get(words, 128, 64);
        entry.Rules.W3 = Words32.Get(words, 192, 64);
        entry.Rules.W4 = Words32.Get(words, 256, 64);
        entry.Rules.W5 = Words32.Get(words, 320, 64);
        entry.Rules.W6 = Words32.Get(words, 384, 64);
        entry.Rules.W7 = Words32.Get(words, 448, 64);
        entry.IsFiltered = Words32.Get(words, 512, 1) != 0;
        entry.Allows = Words32.Get(words, 513, 1) != 0;
        entry.PassesOther = Words32.Get(words, 514, 1) != 0;
    }
}
