// Generated from the struct FdbBucket by SmartNic.Registers.Tool. Do not edit.
using SmartNic.Hls.Language;
using SmartNic.Kernels;

namespace SmartNic.Registers;

using FdbBucket = ExactBucket<FdbKey, FdbValue>;

/// <summary>Bits of <see cref="FdbBucket" />.</summary>
public static class FdbBucketBits
{
    /// <summary>Bits of an entry.</summary>
    public const int Width = 344;

    /// <summary>32-bit words of an entry.</summary>
    public const int Words = 11;

    /// <summary>The leaves, from bit 0 up.</summary>
    public static IReadOnlyList<EntryField> Fields { get; } =
    [
        new("E0.Gen", "U2", 0, 2),
        new("E0.Key.Tenant", "U12", 2, 12),
        new("E0.Key.Mac", "U48", 14, 48),
        new("E0.Value0.NextHop", "U12", 62, 12),
        new("E0.Value1.NextHop", "U12", 74, 12),
        new("E1.Gen", "U2", 86, 2),
        new("E1.Key.Tenant", "U12", 88, 12),
        new("E1.Key.Mac", "U48", 100, 48),
        new("E1.Value0.NextHop", "U12", 148, 12),
        new("E1.Value1.NextHop", "U12", 160, 12),
        new("E2.Gen", "U2", 172, 2),
        new("E2.Key.Tenant", "U12", 174, 12),
        new("E2.Key.Mac", "U48", 186, 48),
        new("E2.Value0.NextHop", "U12", 234, 12),
        new("E2.Value1.NextHop", "U12", 246, 12),
        new("E3.Gen", "U2", 258, 2),
        new("E3.Key.Tenant", "U12", 260, 12),
        new("E3.Key.Mac", "U48", 272, 48),
        new("E3.Value0.NextHop", "U12", 320, 12),
        new("E3.Value1.NextHop", "U12", 332, 12),
    ];

    /// <summary>The words of an entry; unused high bits are 0.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="words">At least <see cref="Words" /> words; sets the first.</param>
    /// <exception cref="IndexOutOfRangeException">Too few words.</exception>
    public static void Pack(in FdbBucket entry, Span<uint> words)
    {
        words[10] = (uint)((ulong)entry.E3.Value0.NextHop
            | ((ulong)entry.E3.Value1.NextHop << 12));
        words[9] = (uint)(((ulong)entry.E3.Key.Mac >> 16));
        words[8] = (uint)(((ulong)entry.E2.Value1.NextHop >> 10)
            | ((ulong)entry.E3.Gen << 2)
            | ((ulong)entry.E3.Key.Tenant << 4)
            | ((ulong)entry.E3.Key.Mac << 16));
        words[7] = (uint)(((ulong)entry.E2.Key.Mac >> 38)
            | ((ulong)entry.E2.Value0.NextHop << 10)
            | ((ulong)entry.E2.Value1.NextHop << 22));
        words[6] = (uint)(((ulong)entry.E2.Key.Mac >> 6));
        words[5] = (uint)((ulong)entry.E1.Value1.NextHop
            | ((ulong)entry.E2.Gen << 12)
            | ((ulong)entry.E2.Key.Tenant << 14)
            | ((ulong)entry.E2.Key.Mac << 26));
        words[4] = (uint)(((ulong)entry.E1.Key.Mac >> 28)
            | ((ulong)entry.E1.Value0.NextHop << 20));
        words[3] = (uint)(((ulong)entry.E1.Key.Tenant >> 8)
            | ((ulong)entry.E1.Key.Mac << 4));
        words[2] = (uint)(((ulong)entry.E0.Value0.NextHop >> 2)
            | ((ulong)entry.E0.Value1.NextHop << 10)
            | ((ulong)entry.E1.Gen << 22)
            | ((ulong)entry.E1.Key.Tenant << 24));
        words[1] = (uint)(((ulong)entry.E0.Key.Mac >> 18)
            | ((ulong)entry.E0.Value0.NextHop << 30));
        words[0] = (uint)((ulong)entry.E0.Gen
            | ((ulong)entry.E0.Key.Tenant << 2)
            | ((ulong)entry.E0.Key.Mac << 14));
    }

    /// <summary>The entry in the words.</summary>
    /// <param name="words">At least <see cref="Words" /> words.</param>
    /// <param name="entry">The entry.</param>
    /// <exception cref="IndexOutOfRangeException">Too few words.</exception>
    public static void Unpack(ReadOnlySpan<uint> words, out FdbBucket entry)
    {
        entry = default;
        entry.E0.Gen = (U2)Words32.Get(words, 0, 2);
        entry.E0.Key.Tenant = (U12)Words32.Get(words, 2, 12);
        entry.E0.Key.Mac = (U48)Words32.Get(words, 14, 48);
        entry.E0.Value0.NextHop = (U12)Words32.Get(words, 62, 12);
        entry.E0.Value1.NextHop = (U12)Words32.Get(words, 74, 12);
        entry.E1.Gen = (U2)Words32.Get(words, 86, 2);
        entry.E1.Key.Tenant = (U12)Words32.Get(words, 88, 12);
        entry.E1.Key.Mac = (U48)Words32.Get(words, 100, 48);
        entry.E1.Value0.NextHop = (U12)Words32.Get(words, 148, 12);
        entry.E1.Value1.NextHop = (U12)Words32.Get(words, 160, 12);
        entry.E2.Gen = (U2)Words32.Get(words, 172, 2);
        entry.E2.Key.Tenant = (U12)Words32.Get(words, 174, 12);
        entry.E2.Key.Mac = (U48)Words32.Get(words, 186, 48);
        entry.E2.Value0.NextHop = (U12)Words32.Get(words, 234, 12);
        entry.E2.Value1.NextHop = (U12)Words32.Get(words, 246, 12);
        entry.E3.Gen = (U2)Words32.Get(words, 258, 2);
        entry.E3.Key.Tenant = (U12)Words32.Get(words, 260, 12);
        entry.E3.Key.Mac = (U48)Words32.Get(words, 272, 48);
        entry.E3.Value0.NextHop = (U12)Words32.Get(words, 320, 12);
        entry.E3.Value1.NextHop = (U12)Words32.Get(words, 332, 12);
    }
}
