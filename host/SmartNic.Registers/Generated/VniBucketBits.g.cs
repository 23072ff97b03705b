// Generated from the struct VniBucket by SmartNic.Registers.Tool. Do not edit.
using SmartNic.Hls.Language;
using SmartNic.Kernels;

namespace SmartNic.Registers;

using VniBucket = ExactBucket<VniKey, VniValue>;

/// <summary>Bits of <see cref="VniBucket" />.</summary>
public static class VniBucketBits
{
    /// <summary>Bits of an entry.</summary>
    public const int Width = 296;

    /// <summary>32-bit words of an entry.</summary>
    public const int Words = 10;

    /// <summary>The leaves, from bit 0 up.</summary>
    public static IReadOnlyList<EntryField> Fields { get; } =
    [
        new("E0.Gen", "U2", 0, 2),
        new("E0.Key.Vni", "U24", 2, 24),
        new("E0.Value0.Tenant", "U12", 26, 12),
        new("E0.Value0.Queue", "U12", 38, 12),
        new("E0.Value1.Tenant", "U12", 50, 12),
        new("E0.Value1.Queue", "U12", 62, 12),
        new("E1.Gen", "U2", 74, 2),
        new("E1.Key.Vni", "U24", 76, 24),
        new("E1.Value0.Tenant", "U12", 100, 12),
        new("E1.Value0.Queue", "U12", 112, 12),
        new("E1.Value1.Tenant", "U12", 124, 12),
        new("E1.Value1.Queue", "U12", 136, 12),
        new("E2.Gen", "U2", 148, 2),
        new("E2.Key.Vni", "U24", 150, 24),
        new("E2.Value0.Tenant", "U12", 174, 12),
        new("E2.Value0.Queue", "U12", 186, 12),
        new("E2.Value1.Tenant", "U12", 198, 12),
        new("E2.Value1.Queue", "U12", 210, 12),
        new("E3.Gen", "U2", 222, 2),
        new("E3.Key.Vni", "U24", 224, 24),
        new("E3.Value0.Tenant", "U12", 248, 12),
        new("E3.Value0.Queue", "U12", 260, 12),
        new("E3.Value1.Tenant", "U12", 272, 12),
        new("E3.Value1.Queue", "U12", 284, 12),
    ];

    /// <summary>The words of an entry; unused high bits are 0.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="words">At least <see cref="Words" /> words; sets the first.</param>
    /// <exception cref="IndexOutOfRangeException">Too few words.</exception>
    public static void Pack(in VniBucket entry, Span<uint> words)
    {
        words[9] = (uint)(((ulong)entry.E3.Value1.Queue >> 4));
        words[8] = (uint)(((ulong)entry.E3.Value0.Tenant >> 8)
            | ((ulong)entry.E3.Value0.Queue << 4)
            | ((ulong)entry.E3.Value1.Tenant << 16)
            | ((ulong)entry.E3.Value1.Queue << 28));
        words[7] = (uint)((ulong)entry.E3.Key.Vni
            | ((ulong)entry.E3.Value0.Tenant << 24));
        words[6] = (uint)(((ulong)entry.E2.Value0.Queue >> 6)
            | ((ulong)entry.E2.Value1.Tenant << 6)
            | ((ulong)entry.E2.Value1.Queue << 18)
            | ((ulong)entry.E3.Gen << 30));
        words[5] = (uint)(((ulong)entry.E2.Key.Vni >> 10)
            | ((ulong)entry.E2.Value0.Tenant << 14)
            | ((ulong)entry.E2.Value0.Queue << 26));
        words[4] = (uint)(((ulong)entry.E1.Value1.Tenant >> 4)
            | ((ulong)entry.E1.Value1.Queue << 8)
            | ((ulong)entry.E2.Gen << 20)
            | ((ulong)entry.E2.Key.Vni << 22));
        words[3] = (uint)(((ulong)entry.E1.Key.Vni >> 20)
            | ((ulong)entry.E1.Value0.Tenant << 4)
            | ((ulong)entry.E1.Value0.Queue << 16)
            | ((ulong)entry.E1.Value1.Tenant << 28));
        words[2] = (uint)(((ulong)entry.E0.Value1.Queue >> 2)
            | ((ulong)entry.E1.Gen << 10)
            | ((ulong)entry.E1.Key.Vni << 12));
        words[1] = (uint)(((ulong)entry.E0.Value0.Tenant >> 6)
            | ((ulong)entry.E0.Value0.Queue << 6)
            | ((ulong)entry.E0.Value1.Tenant << 18)
            | ((ulong)entry.E0.Value1.Queue << 30));
        words[0] = (uint)((ulong)entry.E0.Gen
            | ((ulong)entry.E0.Key.Vni << 2)
            | ((ulong)entry.E0.Value0.Tenant << 26));
    }

    /// <summary>The entry in the words.</summary>
    /// <param name="words">At least <see cref="Words" /> words.</param>
    /// <param name="entry">The entry.</param>
    /// <exception cref="IndexOutOfRangeException">Too few words.</exception>
    public static void Unpack(ReadOnlySpan<uint> words, out VniBucket entry)
    {
        entry = default;
        entry.E0.Gen = (U2)Words32.Get(words, 0, 2);
        entry.E0.Key.Vni = (U24)Words32.Get(words, 2, 24);
        entry.E0.Value0.Tenant = (U12)Words32.Get(words, 26, 12);
        entry.E0.Value0.Queue = (U12)Words32.Get(words, 38, 12);
        entry.E0.Value1.Tenant = (U12)Words32.Get(words, 50, 12);
        entry.E0.Value1.Queue = (U12)Words32.Get(words, 62, 12);
        entry.E1.Gen = (U2)Words32.Get(words, 74, 2);
        entry.E1.Key.Vni = (U24)Words32.Get(words, 76, 24);
        entry.E1.Value0.Tenant = (U12)Words32.Get(words, 100, 12);
        entry.E1.Value0.Queue = (U12)Words32.Get(words, 112, 12);
        entry.E1.Value1.Tenant = (U12)Words32.Get(words, 124, 12);
        entry.E1.Value1.Queue = (U12)Words32.Get(words, 136, 12);
        entry.E2.Gen = (U2)Words32.Get(words, 148, 2);
        entry.E2.Key.Vni = (U24)Words32.Get(words, 150, 24);
        entry.E2.Value0.Tenant = (U12)Words32.Get(words, 174, 12);
        entry.E2.Value0.Queue = (U12)Words32.Get(words, 186, 12);
        entry.E2.Value1.Tenant = (U12)Words32.Get(words, 198, 12);
        entry.E2.Value1.Queue = (U12)Words32.Get(words, 210, 12);
        entry.E3.Gen = (U2)Words32.Get(words, 222, 2);
        entry.E3.Key.Vni = (U24)Words32.Get(words, 224, 24);
        entry.E3.Value0.Tenant = (U12)Words32.Get(words, 248, 12);
        entry.E3.Value0.Queue = (U12)Words32.Get(words, 260, 12);
        entry.E3.Value1.Tenant = (U12)Words32.Get(words, 272, 12);
        entry.E3.Value1.Queue = (U12)Words32.Get(words, 284, 12);
    }
}
