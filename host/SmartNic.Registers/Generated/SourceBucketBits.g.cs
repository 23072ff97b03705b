// Generated from the struct SourceBucket by SmartNic.Registers.Tool. Do not edit.
using SmartNic.Hls.Language;
using SmartNic.Kernels;

namespace SmartNic.Registers;

using SourceBucket = ExactBucket<SourceKey, Nothing>;

/// <summary>Bits of <see cref="SourceBucket" />.</summary>
public static class SourceBucketBits
{
    /// <summary>Bits of an entry.</summary>
    public const int Width = 184;

    /// <summary>32-bit words of an entry.</summary>
    public const int Words = 6;

    /// <summary>The leaves, from bit 0 up.</summary>
    public static IReadOnlyList<EntryField> Fields { get; } =
    [
        new("E0.Gen", "U2", 0, 2),
        new("E0.Key.Tenant", "U12", 2, 12),
        new("E0.Key.Ip", "uint", 14, 32),
        new("E1.Gen", "U2", 46, 2),
        new("E1.Key.Tenant", "U12", 48, 12),
        new("E1.Key.Ip", "uint", 60, 32),
        new("E2.Gen", "U2", 92, 2),
        new("E2.Key.Tenant", "U12", 94, 12),
        new("E2.Key.Ip", "uint", 106, 32),
        new("E3.Gen", "U2", 138, 2),
        new("E3.Key.Tenant", "U12", 140, 12),
        new("E3.Key.Ip", "uint", 152, 32),
    ];

    /// <summary>The words of an entry; unused high bits are 0.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="words">At least <see cref="Words" /> words; sets the first.</param>
    /// <exception cref="IndexOutOfRangeException">Too few words.</exception>
    public static void Pack(in SourceBucket entry, Span<uint> words)
    {
        words[5] = (uint)(((ulong)entry.E3.Key.Ip >> 8));
        words[4] = (uint)(((ulong)entry.E2.Key.Ip >> 22)
            | ((ulong)entry.E3.Gen << 10)
            | ((ulong)entry.E3.Key.Tenant << 12)
            | ((ulong)entry.E3.Key.Ip << 24));
        words[3] = (uint)(((ulong)entry.E2.Key.Tenant >> 2)
            | ((ulong)entry.E2.Key.Ip << 10));
        words[2] = (uint)(((ulong)entry.E1.Key.Ip >> 4)
            | ((ulong)entry.E2.Gen << 28)
            | ((ulong)entry.E2.Key.Tenant << 30));
        words[1] = (uint)(((ulong)entry.E0.Key.Ip >> 18)
            | ((ulong)entry.E1.Gen << 14)
            | ((ulong)entry.E1.Key.Tenant << 16)
            | ((ulong)entry.E1.Key.Ip << 28));
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
        entry.E0.Key.Ip = (uint)Words32.Get(words, 14, 32);
        entry.E1.Gen = (U2)Words32.Get(words, 46, 2);
        entry.E1.Key.Tenant = (U12)Words32.Get(words, 48, 12);
        entry.E1.Key.Ip = (uint)Words32.Get(words, 60, 32);
        entry.E2.Gen = (U2)Words32.Get(words, 92, 2);
        entry.E2.Key.Tenant = (U12)Words32.Get(words, 94, 12);
        entry.E2.Key.Ip = (uint)Words32.Get(words, 106, 32);
        entry.E3.Gen = (U2)Words32.Get(words, 138, 2);
        entry.E3.Key.Tenant = (U12)Words32.Get(words, 140, 12);
        entry.E3.Key.Ip = (uint)Words32.Get(words, 152, 32);
    }
}
