// Generated from the struct SourceBucket by SmartNic.Registers.Tool. Do not edit.
using SmartNic.Hls.Language;
using SmartNic.Kernels;

namespace SmartNic.Registers;

using SourceBucket = ExactBucket<SourceKey, Nothing>;

/// <summary>Bits of <see cref="SourceBucket" />.</summary>
public static class SourceBucketBits
{
    /// <summary>Bits of an entry.</summary>
    public const int Width = 568;

    /// <summary>32-bit words of an entry.</summary>
    public const int Words = 18;

    /// <summary>The leaves, from bit 0 up.</summary>
    public static IReadOnlyList<EntryField> Fields { get; } =
    [
        new("E0.Gen", "U2", 0, 2),
        new("E0.Key.Tenant", "U12", 2, 12),
        new("E0.Key.Ip", "UInt128", 14, 128),
        new("E1.Gen", "U2", 142, 2),
        new("E1.Key.Tenant", "U12", 144, 12),
        new("E1.Key.Ip", "UInt128", 156, 128),
        new("E2.Gen", "U2", 284, 2),
        new("E2.Key.Tenant", "U12", 286, 12),
        new("E2.Key.Ip", "UInt128", 298, 128),
        new("E3.Gen", "U2", 426, 2),
        new("E3.Key.Tenant", "U12", 428, 12),
        new("E3.Key.Ip", "UInt128", 440, 128),
    ];

    /// <summary>The words of an entry; unused high bits are 0.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="words">At least <see cref="Words" /> words; sets the first.</param>
    /// <exception cref="IndexOutOfRangeException">Too few words.</exception>
    public static void Pack(in SourceBucket entry, Span<uint> words)
    {
        words[17] = (uint)((ulong)(entry.E3.Key.Ip >> 104));
        words[16] = (uint)((ulong)(entry.E3.Key.Ip >> 72));
        words[15] = (uint)((ulong)(entry.E3.Key.Ip >> 40));
        words[14] = (uint)((ulong)(entry.E3.Key.Ip >> 8));
        words[13] = (uint)((ulong)(entry.E2.Key.Ip >> 118)
            | ((ulong)entry.E3.Gen << 10)
            | ((ulong)entry.E3.Key.Tenant << 12)
            | ((ulong)entry.E3.Key.Ip << 24));
        words[12] = (uint)((ulong)(entry.E2.Key.Ip >> 86));
        words[11] = (uint)((ulong)(entry.E2.Key.Ip >> 54));
        words[10] = (uint)((ulong)(entry.E2.Key.Ip >> 22));
        words[9] = (uint)(((ulong)entry.E2.Key.Tenant >> 2)
            | ((ulong)entry.E2.Key.Ip << 10));
        words[8] = (uint)((ulong)(entry.E1.Key.Ip >> 100)
            | ((ulong)entry.E2.Gen << 28)
            | ((ulong)entry.E2.Key.Tenant << 30));
        words[7] = (uint)((ulong)(entry.E1.Key.Ip >> 68));
        words[6] = (uint)((ulong)(entry.E1.Key.Ip >> 36));
        words[5] = (uint)((ulong)(entry.E1.Key.Ip >> 4));
        words[4] = (uint)((ulong)(entry.E0.Key.Ip >> 114)
            | ((ulong)entry.E1.Gen << 14)
            | ((ulong)entry.E1.Key.Tenant << 16)
            | ((ulong)entry.E1.Key.Ip << 28));
        words[3] = (uint)((ulong)(entry.E0.Key.Ip >> 82));
        words[2] = (uint)((ulong)(entry.E0.Key.Ip >> 50));
        words[1] = (uint)((ulong)(entry.E0.Key.Ip >> 18));
        words[0] = (uint)((ulong)entry.E0.Gen
            | ((ulong)entry.E0.Key.Tenant << 2)
            | ((ulong)entry.E0.Key.Ip << 14));
    }

    /// <summary>The entry in the words.</summary>
    /// <param name="words">At least <see cref="Words" /> words.</param>
    /// <param name="entry">The entry.</param>
    /// <exception cref="IndexOutOfRangeException">Too few words.</exception>
    public static void Unpack(ReadOnlySpan<uint> words, out SourceBucket entry)
    {
        entry = default;
        entry.E0.Gen = (U2)Words32.Get(words, 0, 2);
        entry.E0.Key.Tenant = (U12)Words32.Get(words, 2, 12);
        entry.E0.Key.Ip = new(Words32.Get(words, 78, 64), Words32.Get(words, 14, 64));
        entry.E1.Gen = (U2)Words32.Get(words, 142, 2);
        entry.E1.Key.Tenant = (U12)Words32.Get(words, 144, 12);
        entry.E1.Key.Ip = new(Words32.Get(words, 220, 64), Words32.Get(words, 156, 64));
        entry.E2.Gen = (U2)Words32.Get(words, 284, 2);
        entry.E2.Key.Tenant = (U12)Words32.Get(words, 286, 12);
        entry.E2.Key.Ip = new(Words32.Get(words, 362, 64), Words32.Get(words, 298, 64));
        entry.E3.Gen = (U2)Words32.Get(words, 426, 2);
        entry.E3.Key.Tenant = (U12)Words32.Get(words, 428, 12);
        entry.E3.Key.Ip = new(Words32.Get(words, 504, 64), Words32.Get(words, 440, 64));
    }
}
