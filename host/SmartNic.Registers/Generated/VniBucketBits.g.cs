// Generated from the struct VniBucket by SmartNic.Registers.Tool. Do not edit.
using SmartNic.Hls.Language;
using SmartNic.Kernels;

namespace SmartNic.Registers;

/// <summary>Bits of <see cref="VniBucket" />.</summary>
public static class VniBucketBits
{
    /// <summary>Bits of an entry.</summary>
    public const int Width = 200;

    /// <summary>32-bit words of an entry.</summary>
    public const int Words = 7;

    /// <summary>The leaves, from bit 0 up.</summary>
    public static IReadOnlyList<EntryField> Fields { get; } =
    [
        new("E0.Gen", "U2", 0, 2),
        new("E0.Vni", "U24", 2, 24),
        new("E0.Tenant", "U12", 26, 12),
        new("E0.Queue", "U12", 38, 12),
        new("E1.Gen", "U2", 50, 2),
        new("E1.Vni", "U24", 52, 24),
        new("E1.Tenant", "U12", 76, 12),
        new("E1.Queue", "U12", 88, 12),
        new("E2.Gen", "U2", 100, 2),
        new("E2.Vni", "U24", 102, 24),
        new("E2.Tenant", "U12", 126, 12),
        new("E2.Queue", "U12", 138, 12),
        new("E3.Gen", "U2", 150, 2),
        new("E3.Vni", "U24", 152, 24),
        new("E3.Tenant", "U12", 176, 12),
        new("E3.Queue", "U12", 188, 12),
    ];

    /// <summary>The words of an entry; unused high bits are 0.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="words">At least <see cref="Words" /> words; sets the first.</param>
    /// <exception cref="IndexOutOfRangeException">Too few words.</exception>
    public static void Pack(in VniBucket entry, Span<uint> words)
    {
        words[6] = (uint)(((ulong)entry.E3.Queue >> 4));
        words[5] = (uint)(((ulong)entry.E3.Vni >> 8)
            | ((ulong)entry.E3.Tenant << 16)
            | ((ulong)entry.E3.Queue << 28));
        words[4] = (uint)(((ulong)entry.E2.Tenant >> 2)
            | ((ulong)entry.E2.Queue << 10)
            | ((ulong)entry.E3.Gen << 22)
            | ((ulong)entry.E3.Vni << 24));
        words[3] = (uint)(((ulong)entry.E1.Queue >> 8)
            | ((ulong)entry.E2.Gen << 4)
            | ((ulong)entry.E2.Vni << 6)
            | ((ulong)entry.E2.Tenant << 30));
        words[2] = (uint)(((ulong)entry.E1.Vni >> 12)
            | ((ulong)entry.E1.Tenant << 12)
            | ((ulong)entry.E1.Queue << 24));
        words[1] = (uint)(((ulong)entry.E0.Tenant >> 6)
            | ((ulong)entry.E0.Queue << 6)
            | ((ulong)entry.E1.Gen << 18)
            | ((ulong)entry.E1.Vni << 20));
        words[0] = (uint)((ulong)entry.E0.Gen
            | ((ulong)entry.E0.Vni << 2)
            | ((ulong)entry.E0.Tenant << 26));
    }

    /// <summary>The entry in the words.</summary>
    /// <param name="words">At least <see cref="Words" /> words.</param>
    /// <param name="entry">The entry.</param>
    /// <exception cref="IndexOutOfRangeException">Too few words.</exception>
    public static void Unpack(ReadOnlySpan<uint> words, out VniBucket entry)
    {
        entry = default;
        entry.E0.Gen = (U2)Words32.Get(words, 0, 2);
        entry.E0.Vni = (U24)Words32.Get(words, 2, 24);
        entry.E0.Tenant = (U12)Words32.Get(words, 26, 12);
        entry.E0.Queue = (U12)Words32.Get(words, 38, 12);
        entry.E1.Gen = (U2)Words32.Get(words, 50, 2);
        entry.E1.Vni = (U24)Words32.Get(words, 52, 24);
        entry.E1.Tenant = (U12)Words32.Get(words, 76, 12);
        entry.E1.Queue = (U12)Words32.Get(words, 88, 12);
        entry.E2.Gen = (U2)Words32.Get(words, 100, 2);
        entry.E2.Vni = (U24)Words32.Get(words, 102, 24);
        entry.E2.Tenant = (U12)Words32.Get(words, 126, 12);
        entry.E2.Queue = (U12)Words32.Get(words, 138, 12);
        entry.E3.Gen = (U2)Words32.Get(words, 150, 2);
        entry.E3.Vni = (U24)Words32.Get(words, 152, 24);
        entry.E3.Tenant = (U12)Words32.Get(words, 176, 12);
        entry.E3.Queue = (U12)Words32.Get(words, 188, 12);
    }
}
