// Generated from the struct EndpointBucket by SmartNic.Registers.Tool. Do not edit.
using SmartNic.Hls.Language;
using SmartNic.Kernels;

namespace SmartNic.Registers;

/// <summary>Bits of <see cref="EndpointBucket" />.</summary>
public static class EndpointBucketBits
{
    /// <summary>Bits of an entry.</summary>
    public const int Width = 136;

    /// <summary>32-bit words of an entry.</summary>
    public const int Words = 5;

    /// <summary>The leaves, from bit 0 up.</summary>
    public static IReadOnlyList<EntryField> Fields { get; } =
    [
        new("E0.Gen", "U2", 0, 2),
        new("E0.Ip", "uint", 2, 32),
        new("E1.Gen", "U2", 34, 2),
        new("E1.Ip", "uint", 36, 32),
        new("E2.Gen", "U2", 68, 2),
        new("E2.Ip", "uint", 70, 32),
        new("E3.Gen", "U2", 102, 2),
        new("E3.Ip", "uint", 104, 32),
    ];

    /// <summary>The words of an entry; unused high bits are 0.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="words">At least <see cref="Words" /> words; sets the first.</param>
    /// <exception cref="IndexOutOfRangeException">Too few words.</exception>
    public static void Pack(in EndpointBucket entry, Span<uint> words)
    {
        words[4] = (uint)(((ulong)entry.E3.Ip >> 24));
        words[3] = (uint)(((ulong)entry.E2.Ip >> 26)
            | ((ulong)entry.E3.Gen << 6)
            | ((ulong)entry.E3.Ip << 8));
        words[2] = (uint)(((ulong)entry.E1.Ip >> 28)
            | ((ulong)entry.E2.Gen << 4)
            | ((ulong)entry.E2.Ip << 6));
        words[1] = (uint)(((ulong)entry.E0.Ip >> 30)
            | ((ulong)entry.E1.Gen << 2)
            | ((ulong)entry.E1.Ip << 4));
        words[0] = (uint)((ulong)entry.E0.Gen
            | ((ulong)entry.E0.Ip << 2));
    }

    /// <summary>The entry in the words.</summary>
    /// <param name="words">At least <see cref="Words" /> words.</param>
    /// <param name="entry">The entry.</param>
    /// <exception cref="IndexOutOfRangeException">Too few words.</exception>
    public static void Unpack(ReadOnlySpan<uint> words, out EndpointBucket entry)
    {
        entry = default;
        entry.E0.Gen = (U2)Words32.Get(words, 0, 2);
        entry.E0.Ip = (uint)Words32.Get(words, 2, 32);
        entry.E1.Gen = (U2)Words32.Get(words, 34, 2);
        entry.E1.Ip = (uint)Words32.Get(words, 36, 32);
        entry.E2.Gen = (U2)Words32.Get(words, 68, 2);
        entry.E2.Ip = (uint)Words32.Get(words, 70, 32);
        entry.E3.Gen = (U2)Words32.Get(words, 102, 2);
        entry.E3.Ip = (uint)Words32.Get(words, 104, 32);
    }
}
