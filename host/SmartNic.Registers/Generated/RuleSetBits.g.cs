// Generated from the struct RuleSet by SmartNic.Registers.Tool. Do not edit.
using SmartNic.Hls.Language;
using SmartNic.Kernels;

namespace SmartNic.Registers;

/// <summary>Bits of <see cref="RuleSet" />.</summary>
public static class RuleSetBits
{
    /// <summary>Bits of an entry.</summary>
    public const int Width = 512;

    /// <summary>32-bit words of an entry.</summary>
    public const int Words = 16;

    /// <summary>The leaves, from bit 0 up.</summary>
    public static IReadOnlyList<EntryField> Fields { get; } =
    [
        new("W0", "ulong", 0, 64),
        new("W1", "ulong", 64, 64),
        new("W2", "ulong", 128, 64),
        new("W3", "ulong", 192, 64),
        new("W4", "ulong", 256, 64),
        new("W5", "ulong", 320, 64),
        new("W6", "ulong", 384, 64),
        new("W7", "ulong", 448, 64),
    ];

    /// <summary>The words of an entry; unused high bits are 0.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="words">At least <see cref="Words" /> words; sets the first.</param>
    /// <exception cref="IndexOutOfRangeException">Too few words.</exception>
    public static void Pack(in RuleSet entry, Span<uint> words)
    {
        words[15] = (uint)(((ulong)entry.W7 >> 32));
        words[14] = (uint)((ulong)entry.W7);
        words[13] = (uint)(((ulong)entry.W6 >> 32));
        words[12] = (uint)((ulong)entry.W6);
        words[11] = (uint)(((ulong)entry.W5 >> 32));
        words[10] = (uint)((ulong)entry.W5);
        words[9] = (uint)(((ulong)entry.W4 >> 32));
        words[8] = (uint)((ulong)entry.W4);
        words[7] = (uint)(((ulong)entry.W3 >> 32));
        words[6] = (uint)((ulong)entry.W3);
        words[5] = (uint)(((ulong)entry.W2 >> 32));
        words[4] = (uint)((ulong)entry.W2);
        words[3] = (uint)(((ulong)entry.W1 >> 32));
        words[2] = (uint)((ulong)entry.W1);
        words[1] = (uint)(((ulong)entry.W0 >> 32));
        words[0] = (uint)((ulong)entry.W0);
    }

    /// <summary>The entry in the words.</summary>
    /// <param name="words">At least <see cref="Words" /> words.</param>
    /// <param name="entry">The entry.</param>
    /// <exception cref="IndexOutOfRangeException">Too few words.</exception>
    public static void Unpack(ReadOnlySpan<uint> words, out RuleSet entry)
    {
        entry = default;
        entry.W0 = Words32.Get(words, 0, 64);
        entry.W1 = Words32.Get(words, 64, 64);
        entry.W2 = Words32.Get(words, 128, 64);
        entry.W3 = Words32.Get(words, 192, 64);
        entry.W4 = Words32.Get(words, 256, 64);
        entry.W5 = Words32.Get(words, 320, 64);
        entry.W6 = Words32.Get(words, 384, 64);
        entry.W7 = Words32.Get(words, 448, 64);
    }
}
