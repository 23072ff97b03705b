using System.Collections.Frozen;

namespace SmartNic.Features;

/// <summary>A tenant as the slow path serves it.</summary>
/// <param name="Index">Tenant index, 1..4095.</param>
/// <param name="Vni">VXLAN network identifier, 24 bits.</param>
/// <param name="Queue">Host queue of the tenant.</param>
/// <param name="Neighbours">MAC by IPv4 address.</param>
/// <param name="Neighbours6">MAC by IPv6 address.</param>
/// <param name="Flood">Next-hop indices that receive what is replicated.</param>
public sealed record SlowPathTenant(
    ushort Index,
    uint Vni,
    ushort Queue,
    FrozenDictionary<uint, ulong> Neighbours,
    FrozenDictionary<UInt128, ulong> Neighbours6,
    IReadOnlyList<ushort> Flood)
{
    /// <summary>Name in the configuration.</summary>
    public string Name { get; init; } = $"{Index}";

    /// <summary>Copies a second that may be made of its frames.</summary>
    public uint CopiesPerSecond { get; init; } =
        TenantConfig.DefaultCopiesPerSecond;

    /// <summary>Longest IP packet of its frames, bytes; 0 for no limit of its own.</summary>
    public ushort Mtu { get; init; }

    /// <summary>The MSS of its TCP SYN is held to what fits.</summary>
    public bool ClampsMss { get; init; }

    /// <summary>Board time in ns since which its index and VNI are its own: punts from before are
    /// another's.</summary>
    public ulong SinceNs { get; init; }

    /// <summary>Whether this is the tenant that another world knew by the same index.</summary>
    public bool IsSame(SlowPathTenant other) =>
        (Index, Vni, Queue, Name) == (other.Index, other.Vni, other.Queue, other.Name);
}
