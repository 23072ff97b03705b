// Generated from the struct FdbBucket by SmartNic.Registers.Tool. Do not edit.
using SmartNic.Hls.Language;
using SmartNic.Kernels;

namespace SmartNic.Registers;

/// <summary>Bits of <see cref="FdbBucket" />.</summary>
public static class FdbBucketBits
{
    /// <summary>Bits of an entry.</summary>
    public const int Width = 296;

    /// <summary>32-bit words of an entry.</summary>
    public const int Words = 10;

    /// <summary>The leaves, from bit 0 up.</summary>
    public static IReadOnlyList<EntryField> Fields { get; } =
    [
        new("E0.Gen", "U2", 0, 2),
        new("E0.Tenant", "U12", 2, 12),
        new("E0.Mac", "U48", 14, 48),
        new("E0.NextHop", "U12", 62, 12),
        new("E1.Gen", "U2", 74, 2),
        new("E1.Tenant", "U12", 76, 12),
        new("E1.Mac", "U48", 88, 48),
        new("E1.NextHop", "U12", 136, 12),
        new("E2.Gen", "U2", 148, 2),
        new("E2.Tenant", "U12", 150, 12),
        new("E2.Mac", "U48", 162, 48),
        new("E2.NextHop", "U12", 210, 12),
        new("E3.Gen", "U2", 222, 2),
        new("E3.Tenant", "U12", 224, 12),
        new("E3.Mac", "U48", 236, 48),
        new("E3.NextHop", "U12", 284, 12),
    ];

    /// <summary>The words of an entry; unused high bits are 0.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="words">At least <see cref="Words" /> words; sets the first.</param>
    /// <exception cref="IndexOutOfRangeException">Too few words.</exception>
    public static void Pack(in FdbBucket entry, Span<uint> words)
    {
        words[9] = (uint)(((ulong)entry.E3.NextHop >> 4));
        words[8] = (uint)(((ulong)entry.E3.Mac >> 20)
            | ((ulong)entry.E3.NextHop << 28));
        words[7] = (uint)((ulong)entry.E3.Tenant
            | ((ulong)entry.E3.Mac << 12));
        words[6] = (uint)(((ulong)entry.E2.Mac >> 30)
            | ((ulong)entry.E2.NextHop << 18)
            | ((ulong)entry.E3.Gen << 30));
        words[5] = (uint)(((ulong)entry.E2.Tenant >> 10)
            | ((ulong)entry.E2.Mac << 2));
        words[4] = (uint)(((ulong)entry.E1.Mac >> 40)
            | ((ulong)entry.E1.NextHop << 8)
            | ((ulong)entry.E2.Gen << 20)
            | ((ulong)entry.E2.Tenant << 22));
        words[3] = (uint)(((ulong)entry.E1.Mac >> 8));
        words[2] = (uint)(((ulong)entry.E0.NextHop >> 2)
            | ((ulong)entry.E1.Gen << 10)
            | ((ulong)entry.E1.Tenant << 12)
            | ((ulong)entry.E1.Mac << 24));
        words[1] = (uint)(((ulong)entry.E0.Mac >> 18)
            | ((ulong)entry.E0.NextHop << 30));
        words[0] = (uint)((ulong)entry.E0.Gen
            | ((ulong)entry.E0.Tenant << 2)
            | ((ulong)entry.E0.Mac << 14));
    }

    /// <summary>The entry in the words.</summary>
    /// <param name="words">At least <see cref="Words" /> words.</param>
    /// <param name="entry">The entry.</param>
    /// <exception cref="IndexOutOfRangeException">Too few words.</exception>
    public static void Unpack(ReadOnlySpan<uint> words, out FdbBucket entry)
    {
        entry = default;
        entry.E0.Gen = (U2)Words32.Get(words, 0, 2);
        entry.E0.Tenant = (U12)Words32.Get(words, 2, 12);
        entry.E0.Mac = (U48)Words32.Get(words, 14, 48);
        entry.E0.NextHop = (U12)Words32.Get(words, 62, 12);
        entry.E1.Gen = (U2)Words32.Get(words, 74, 2);
        entry.E1.Tenant = (U12)Words32.Get(words, 76, 12);
        entry.E1.Mac = (U48)Words32.Get(words, 88, 48);
        entry.E1.NextHop = (U12)Words32.Get(words, 136, 12);
        entry.E2.Gen = (U2)Words32.Get(words, 148, 2);
        entry.E2.Tenant = (U12)Words32.Get(words, 150, 12);
        entry.E2.Mac = (U48)Words32.Get(words, 162, 48);
        entry.E2.NextHop = (U12)Words32.Get(words, 210, 12);
        entry.E3.Gen = (U2)Words32.Get(words, 222, 2);
        entry.E3.Tenant = (U12)Words32.Get(words, 224, 12);
        entry.E3.Mac = (U48)Words32.Get(words, 236, 48);
        entry.E3.NextHop = (U12)Words32.Get(words, 284, 12);
    }
}
