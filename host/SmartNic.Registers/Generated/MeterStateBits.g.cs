// Generated from the struct MeterState by SmartNic.Registers.Tool. Do not edit.
using SmartNic.Hls.Language;
using SmartNic.Kernels;

namespace SmartNic.Registers;

/// <summary>Bits of <see cref="MeterState" />.</summary>
public static class MeterStateBits
{
    /// <summary>Bits of an entry.</summary>
    public const int Width = 235;

    /// <summary>32-bit words of an entry.</summary>
    public const int Words = 8;

    /// <summary>The leaves, from bit 0 up.</summary>
    public static IReadOnlyList<EntryField> Fields { get; } =
    [
        new("Epoch", "ushort", 0, 16),
        new("Committed.Fraction", "U20", 16, 20),
        new("Committed.Ns", "ulong", 36, 64),
        new("Peak.Fraction", "U20", 100, 20),
        new("Peak.Ns", "ulong", 120, 64),
        new("Deficit", "U51", 184, 51),
    ];

    /// <summary>The words of an entry; unused high bits are 0.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="words">At least <see cref="Words" /> words; sets the first.</param>
    /// <exception cref="IndexOutOfRangeException">Too few words.</exception>
    public static void Pack(in MeterState entry, Span<uint> words)
    {
        words[7] = (uint)(((ulong)entry.Deficit >> 40));
        words[6] = (uint)(((ulong)entry.Deficit >> 8));
        words[5] = (uint)(((ulong)entry.Peak.Ns >> 40)
            | ((ulong)entry.Deficit << 24));
        words[4] = (uint)(((ulong)entry.Peak.Ns >> 8));
        words[3] = (uint)(((ulong)entry.Committed.Ns >> 60)
            | ((ulong)entry.Peak.Fraction << 4)
            | ((ulong)entry.Peak.Ns << 24));
        words[2] = (uint)(((ulong)entry.Committed.Ns >> 28));
        words[1] = (uint)(((ulong)entry.Committed.Fraction >> 16)
            | ((ulong)entry.Committed.Ns << 4));
        words[0] = (uint)((ulong)entry.Epoch
            | ((ulong)entry.Committed.Fraction << 16));
    }

    /// <summary>The entry in the words.</summary>
    /// <param name="words">At least <see cref="Words" /> words.</param>
    /// <param name="entry">The entry.</param>
    /// <exception cref="IndexOutOfRangeException">Too few words.</exception>
    public static void Unpack(ReadOnlySpan<uint> words, out MeterState entry)
    {
        entry = default;
        entry.Epoch = (ushort)Words32.Get(words, 0, 16);
        entry.Committed.Fraction = (U20)Words32.Get(words, 16, 20);
        entry.Committed.Ns = Words32.Get(words, 36, 64);
        entry.Peak.Fraction = (U20)Words32.Get(words, 100, 20);
        entry.Peak.Ns = Words32.Get(words, 120, 64);
        entry.Deficit = (U51)Words32.Get(words, 184, 51);
    }
}
