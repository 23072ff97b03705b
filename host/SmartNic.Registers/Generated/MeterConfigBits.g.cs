// Generated from the struct MeterConfig by SmartNic.Registers.Tool. Do not edit.
using SmartNic.Hls.Language;
using SmartNic.Kernels;

namespace SmartNic.Registers;

/// <summary>Bits of <see cref="MeterConfig" />.</summary>
public static class MeterConfigBits
{
    /// <summary>Bits of an entry.</summary>
    public const int Width = 263;

    /// <summary>32-bit words of an entry.</summary>
    public const int Words = 9;

    /// <summary>The leaves, from bit 0 up.</summary>
    public static IReadOnlyList<EntryField> Fields { get; } =
    [
        new("Enabled", "bool", 0, 1),
        new("StartFull", "bool", 1, 1),
        new("Epoch", "ushort", 2, 16),
        new("CirTimePerByte", "U37", 18, 37),
        new("PirTimePerByte", "U37", 55, 37),
        new("CbsTime", "U51", 92, 51),
        new("PbsTime", "U51", 143, 51),
        new("StartNs", "ulong", 194, 64),
        new("Kind", "U2", 258, 2),
        new("LengthBase", "U2", 260, 2),
        new("IsColorAware", "bool", 262, 1),
    ];

    /// <summary>The words of an entry; unused high bits are 0.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="words">At least <see cref="Words" /> words; sets the first.</param>
    /// <exception cref="IndexOutOfRangeException">Too few words.</exception>
    public static void Pack(in MeterConfig entry, Span<uint> words)
    {
        words[8] = (uint)(((ulong)entry.StartNs >> 62)
            | ((ulong)entry.Kind << 2)
            | ((ulong)entry.LengthBase << 4)
            | ((entry.IsColorAware ? 1UL : 0UL) << 6));
        words[7] = (uint)(((ulong)entry.StartNs >> 30));
        words[6] = (uint)(((ulong)entry.PbsTime >> 49)
            | ((ulong)entry.StartNs << 2));
        words[5] = (uint)(((ulong)entry.PbsTime >> 17));
        words[4] = (uint)(((ulong)entry.CbsTime >> 36)
            | ((ulong)entry.PbsTime << 15));
        words[3] = (uint)(((ulong)entry.CbsTime >> 4));
        words[2] = (uint)(((ulong)entry.PirTimePerByte >> 9)
            | ((ulong)entry.CbsTime << 28));
        words[1] = (uint)(((ulong)entry.CirTimePerByte >> 14)
            | ((ulong)entry.PirTimePerByte << 23));
        words[0] = (uint)((entry.Enabled ? 1UL : 0UL)
            | ((entry.StartFull ? 1UL : 0UL) << 1)
            | ((ulong)entry.Epoch << 2)
            | ((ulong)entry.CirTimePerByte << 18));
    }

    /// <summary>The entry in the words.</summary>
    /// <param name="words">At least <see cref="Words" /> words.</param>
    /// <param name="entry">The entry.</param>
    /// <exception cref="IndexOutOfRangeException">Too few words.</exception>
    public static void Unpack(ReadOnlySpan<uint> words, out MeterConfig entry)
    {
        entry = default;
        entry.Enabled = Words32.Get(words, 0, 1) != 0;
        entry.StartFull = Words32.Get(words, 1, 1) != 0;
        entry.Epoch = (ushort)Words32.Get(words, 2, 16);
        entry.CirTimePerByte = (U37)Words32.Get(words, 18, 37);
        entry.PirTimePerByte = (U37)Words32.Get(words, 55, 37);
        entry.CbsTime = (U51)Words32.Get(words, 92, 51);
        entry.PbsTime = (U51)Words32.Get(words, 143, 51);
        entry.StartNs = Words32.Get(words, 194, 64);
        entry.Kind = (U2)Words32.Get(words, 258, 2);
        entry.LengthBase = (U2)Words32.Get(words, 260, 2);
        entry.IsColorAware = Words32.Get(words, 262, 1) != 0;
    }
}
