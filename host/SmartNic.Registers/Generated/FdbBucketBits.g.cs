// Generated from the struct FdbBucket by SmartNic.Registers.Tool. Do not edit.
using SmartNic.Hls.Language;
using SmartNic.Kernels;

namespace SmartNic.Registers;

using FdbBucket = ExactBucket<FdbKey, FdbValue>;

/// <summary>Bits of <see cref="FdbBucket" />.</summary>
public static class FdbBucketBits
{
    /// <summary>Bits of an entry.</summary>
    public const int Width = 456;

    /// <summary>32-bit words of an entry.</summary>
    public const int Words = 15;

    /// <summary>The leaves, from bit 0 up.</summary>
    public static IReadOnlyList<EntryField> Fields { get; } =
    [
        new("E0.Gen", "U2", 0, 2),
        new("E0.Key.Tenant", "U12", 2, 12),
        new("E0.Key.Mac", "U48", 14, 48),
        new("E0.Value0.NextHop", "U12", 62, 12),
        new("E0.Value0.Mtu", "U14", 74, 14),
        new("E0.Value1.NextHop", "U12", 88, 12),
        new("E0.Value1.Mtu", "U14", 100, 14),
        new("E1.Gen", "U2", 114, 2),
        new("E1.Key.Tenant", "U12", 116, 12),
        new("E1.Key.Mac", "U48", 128, 48),
        new("E1.Value0.NextHop", "U12", 176, 12),
        new("E1.Value0.Mtu", "U14", 188, 14),
        new("E1.Value1.NextHop", "U12", 202, 12),
        new("E1.Value1.Mtu", "U14", 214, 14),
        new("E2.Gen", "U2", 228, 2),
        new("E2.Key.Tenant", "U12", 230, 12),
        new("E2.Key.Mac", "U48", 242, 48),
        new("E2.Value0.NextHop", "U12", 290, 12),
        new("E2.Value0.Mtu", "U14", 302, 14),
        new("E2.Value1.NextHop", "U12", 316, 12),
        new("E2.Value1.Mtu", "U14", 328, 14),
        new("E3.Gen", "U2", 342, 2),
        new("E3.Key.Tenant", "U12", 344, 12),
        new("E3.Key.Mac", "U48", 356, 48),
        new("E3.Value0.NextHop", "U12", 404, 12),
        new("E3.Value0.Mtu", "U14", 416, 14),
        new("E3.Value1.NextHop", "U12", 430, 12),
        new("E3.Value1.Mtu", "U14", 442, 14),
    ];

    /// <summary>The words of an entry; unused high bits are 0.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="words">At least <see cref="Words" /> words; sets the first.</param>
    /// <exception cref="IndexOutOfRangeException">Too few words.</exception>
    public static void Pack(in FdbBucket entry, Span<uint> words)
    {
        words[14] = (uint)(((ulong)entry.E3.Value1.Mtu >> 6));
        words[13] = (uint)((ulong)entry.E3.Value0.Mtu
            | ((ulong)entry.E3.Value1.NextHop << 14)
            | ((ulong)entry.E3.Value1.Mtu << 26));
        words[12] = (uint)(((ulong)entry.E3.Key.Mac >> 28)
            | ((ulong)entry.E3.Value0.NextHop << 20));
        words[11] = (uint)(((ulong)entry.E3.Key.Tenant >> 8)
            | ((ulong)entry.E3.Key.Mac << 4));
        words[10] = (uint)(((ulong)entry.E2.Value1.NextHop >> 4)
            | ((ulong)entry.E2.Value1.Mtu << 8)
            | ((ulong)entry.E3.Gen << 22)
            | ((ulong)entry.E3.Key.Tenant << 24));
        words[9] = (uint)(((ulong)entry.E2.Key.Mac >> 46)
            | ((ulong)entry.E2.Value0.NextHop << 2)
            | ((ulong)entry.E2.Value0.Mtu << 14)
            | ((ulong)entry.E2.Value1.NextHop << 28));
        words[8] = (uint)(((ulong)entry.E2.Key.Mac >> 14));
        words[7] = (uint)(((ulong)entry.E1.Value1.Mtu >> 10)
            | ((ulong)entry.E2.Gen << 4)
            | ((ulong)entry.E2.Key.Tenant << 6)
            | ((ulong)entry.E2.Key.Mac << 18));
        words[6] = (uint)(((ulong)entry.E1.Value0.Mtu >> 4)
            | ((ulong)entry.E1.Value1.NextHop << 10)
            | ((ulong)entry.E1.Value1.Mtu << 22));
        words[5] = (uint)(((ulong)entry.E1.Key.Mac >> 32)
            | ((ulong)entry.E1.Value0.NextHop << 16)
            | ((ulong)entry.E1.Value0.Mtu << 28));
        words[4] = (uint)((ulong)entry.E1.Key.Mac);
        words[3] = (uint)(((ulong)entry.E0.Value1.NextHop >> 8)
            | ((ulong)entry.E0.Value1.Mtu << 4)
            | ((ulong)entry.E1.Gen << 18)
            | ((ulong)entry.E1.Key.Tenant << 20));
        words[2] = (uint)(((ulong)entry.E0.Value0.NextHop >> 2)
            | ((ulong)entry.E0.Value0.Mtu << 10)
            | ((ulong)entry.E0.Value1.NextHop << 24));
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
        entry.E0.Value0.Mtu = (U14)Words32.Get(words, 74, 14);
        entry.E0.Value1.NextHop = (U12)Words32.Get(words, 88, 12);
        entry.E0.Value1.Mtu = (U14)Words32.Get(words, 100, 14);
        entry.E1.Gen = (U2)Words32.Get(words, 114, 2);
        entry.E1.Key.Tenant = (U12)Words32.Get(words, 116, 12);
        entry.E1.Key.Mac = (U48)Words32.Get(words, 128, 48);
        entry.E1.Value0.NextHop = (U12)Words32.Get(words, 176, 12);
        entry.E1.Value0.Mtu = (U14)Words32.Get(words, 188, 14);
        entry.E1.Value1.NextHop = (U12)Words32.Get(words, 202, 12);
        entry.E1.Value1.Mtu = (U14)Words32.Get(words, 214, 14);
        entry.E2.Gen = (U2)Words32.Get(words, 228, 2);
        entry.E2.Key.Tenant = (U12)Words32.Get(words, 230, 12);
        entry.E2.Key.Mac = (U48)Words32.Get(words, 242, 48);
        entry.E2.Value0.NextHop = (U12)Words32.Get(words, 290, 12);
        entry.E2.Value0.Mtu = (U14)Words32.Get(words, 302, 14);
        entry.E2.Value1.NextHop = (U12)Words32.Get(words, 316, 12);
        entry.E2.Value1.Mtu = (U14)Words32.Get(words, 328, 14);
        entry.E3.Gen = (U2)Words32.Get(words, 342, 2);
        entry.E3.Key.Tenant = (U12)Words32.Get(words, 344, 12);
        entry.E3.Key.Mac = (U48)Words32.Get(words, 356, 48);
        entry.E3.Value0.NextHop = (U12)Words32.Get(words, 404, 12);
        entry.E3.Value0.Mtu = (U14)Words32.Get(words, 416, 14);
        entry.E3.Value1.NextHop = (U12)Words32.Get(words, 430, 12);
        entry.E3.Value1.Mtu = (U14)Words32.Get(words, 442, 14);
    }
}
