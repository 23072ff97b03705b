// Generated from the struct HostPort by SmartNic.Registers.Tool. Do not edit.
using SmartNic.Hls.Language;
using SmartNic.Kernels;

namespace SmartNic.Registers;

/// <summary>Bits of <see cref="HostPort" />.</summary>
public static class HostPortBits
{
    /// <summary>Bits of an entry.</summary>
    public const int Width = 63;

    /// <summary>32-bit words of an entry.</summary>
    public const int Words = 2;

    /// <summary>The leaves, from bit 0 up.</summary>
    public static IReadOnlyList<EntryField> Fields { get; } =
    [
        new("Valid", "bool", 0, 1),
        new("Tenant", "U12", 1, 12),
        new("Vni", "U24", 13, 24),
        new("KeepsTags", "bool", 37, 1),
        new("DropsYellow", "bool", 38, 1),
        new("PassesRed", "bool", 39, 1),
        new("Dscp.IsUniform", "bool", 40, 1),
        new("Dscp.HasValue", "bool", 41, 1),
        new("Dscp.Value", "U6", 42, 6),
        new("Mtu", "U14", 48, 14),
        new("ClampsMss", "bool", 62, 1),
    ];

    /// <summary>The words of an entry; unused high bits are 0.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="words">At least <see cref="Words" /> words; sets the first.</param>
    /// <exception cref="IndexOutOfRangeException">Too few words.</exception>
    public static void Pack(in HostPort entry, Span<uint> words)
    {
        words[1] = (uint)(((ulong)entry.Vni >> 19)
            | ((entry.KeepsTags ? 1UL : 0UL) << 5)
            | ((entry.DropsYellow ? 1UL : 0UL) << 6)
            | ((entry.PassesRed ? 1UL : 0UL) << 7)
            | ((entry.Dscp.IsUniform ? 1UL : 0UL) << 8)
            | ((entry.Dscp.HasValue ? 1UL : 0UL) << 9)
            | ((ulong)entry.Dscp.Value << 10)
            | ((ulong)entry.Mtu << 16)
            | ((entry.ClampsMss ? 1UL : 0UL) << 30));
        words[0] = (uint)((entry.Valid ? 1UL : 0UL)
            | ((ulong)entry.Tenant << 1)
            | ((ulong)entry.Vni << 13));
    }

    /// <summary>The entry in the words.</summary>
    /// <param name="words">At least <see cref="Words" /> words.</param>
    /// <param name="entry">The entry.</param>
    /// <exception cref="IndexOutOfRangeException">Too few words.</exception>
    public static void Unpack(ReadOnlySpan<uint> words, out HostPort entry)
    {
        entry = default;
        entry.Valid = Words32.Get(words, 0, 1) != 0;
        entry.Tenant = (U12)Words32.Get(words, 1, 12);
        entry.Vni = (U24)Words32.Get(words, 13, 24);
        entry.KeepsTags = Words32.Get(words, 37, 1) != 0;
        entry.DropsYellow = Words32.Get(words, 38, 1) != 0;
        entry.PassesRed = Words32.Get(words, 39, 1) != 0;
        entry.Dscp.IsUniform = Words32.Get(words, 40, 1) != 0;
        entry.Dscp.HasValue = Words32.Get(words, 41, 1) != 0;
        entry.Dscp.Value = (U6)Words32.Get(words, 42, 6);
        entry.Mtu = (U14)Words32.Get(words, 48, 14);
        entry.ClampsMss = Words32.Get(words, 62, 1) != 0;
    }
}
