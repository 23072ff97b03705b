using System.Collections.Frozen;
using SmartNic.Driver;
using SmartNic.Features;

namespace SmartNic.SlowPath;

/// <summary>A local tunnel endpoint as the slow path answers for it.</summary>
/// <param name="Interface">Interface whose wire the endpoint lives on.</param>
/// <param name="Ip">IPv4 address, network order as a number.</param>
/// <param name="Ip6">IPv6 address, or null.</param>
/// <param name="Mac">MAC address, the upper 16 bits zero.</param>
public sealed record SlowPathEndpoint(byte Interface, uint Ip, UInt128? Ip6, ulong Mac);

/// <summary>A tenant as the slow path serves it.</summary>
/// <param name="Index">Tenant index, 1..4095.</param>
/// <param name="Vni">VXLAN network identifier, 24 bits.</param>
/// <param name="Queue">Host queue of the tenant.</param>
/// <param name="Neighbours">MAC by IPv4 address.</param>
/// <param name="Neighbours6">MAC by IPv6 address.</param>
/// <param name="Forwarding">Next-hop index by inner destination MAC.</param>
/// <param name="Flood">Next-hop indices that receive what is replicated.</param>
public sealed record SlowPathTenant(
    ushort Index,
    uint Vni,
    ushort Queue,
    FrozenDictionary<uint, ulong> Neighbours,
    FrozenDictionary<UInt128, ulong> Neighbours6,
    FrozenDictionary<ulong, ushort> Forwarding,
    IReadOnlyList<ushort> Flood)
{
    /// <summary>Name in the configuration.</summary>
    public string Name { get; init; } = $"{Index}";

    /// <summary>Copies a second that may be made of its frames.</summary>
    public uint CopiesPerSecond { get; init; } =
        TenantConfig.DefaultCopiesPerSecond;

    /// <summary>Board time in ns since which its index and VNI are its own: punts from before are
    /// another's.</summary>
    public ulong SinceNs { get; init; }

    /// <summary>Whether this is the tenant that another world knew by the same index.</summary>
    public bool IsSame(SlowPathTenant other) =>
        (Index, Vni, Queue, Name) == (other.Index, other.Vni, other.Queue, other.Name);

    /// <summary>Whether its frames go where they went for the other.</summary>
    public bool HasSameRemotes(SlowPathTenant other) =>
        Flood.SequenceEqual(other.Flood) && Forwarding.Count == other.Forwarding.Count
            && Forwarding.All(f => other.Forwarding.TryGetValue(f.Key, out ushort remote)
                && remote == f.Value);
}

/// <summary>All that the slow path looks up: immutable, exchanged as a whole when the
/// configuration changes, so that no punt sees half an update.</summary>
public sealed class SlowPathWorld
{
    private readonly FrozenDictionary<ushort, SlowPathTenant> _tenants;
    private readonly FrozenDictionary<(byte, uint), SlowPathEndpoint> _endpoints;
    private readonly FrozenDictionary<(byte, UInt128), SlowPathEndpoint> _endpoints6;

    /// <summary>Builds the lookups.</summary>
    /// <exception cref="ArgumentException">Two tenants share an index, or two endpoints an
    /// interface and address.</exception>
    public SlowPathWorld(
        IEnumerable<SlowPathEndpoint> endpoints, IEnumerable<SlowPathTenant> tenants)
    {
        var list = endpoints.ToArray();
        _endpoints = Unique(list, e => (e.Interface, e.Ip));
        _endpoints6 = Unique(
            list.Where(e => e.Ip6 is not null), e => (e.Interface, e.Ip6.GetValueOrDefault()));
        _tenants = Unique(tenants, t => t.Index);
    }

    private SlowPathWorld(
        FrozenDictionary<(byte, uint), SlowPathEndpoint> endpoints,
        FrozenDictionary<(byte, UInt128), SlowPathEndpoint> endpoints6,
        FrozenDictionary<ushort, SlowPathTenant> tenants)
    {
        _endpoints = endpoints;
        _endpoints6 = endpoints6;
        _tenants = tenants;
    }

    /// <summary>A world in which nothing is answered.</summary>
    public static SlowPathWorld Empty { get; } = new([], []);

    /// <summary>This world, when it follows another at a time of the board: tenants that the other
    /// has too keep their time, the others begin at <paramref name="nowNs"/>.</summary>
    public SlowPathWorld After(SlowPathWorld previous, ulong nowNs) => new(
        _endpoints,
        _endpoints6,
        _tenants.Values.ToFrozenDictionary(t => t.Index, t => t with
        {
            SinceNs = previous.FindTenant(t.Index) is { } old && old.IsSame(t)
                ? old.SinceNs
                : nowNs,
        }));

    internal SlowPathTenant? FindTenant(ushort index) => _tenants.GetValueOrDefault(index);

    internal SlowPathEndpoint? FindEndpoint(byte @interface, uint ip) =>
        _endpoints.GetValueOrDefault((@interface, ip));

    internal SlowPathEndpoint? FindEndpoint(byte @interface, UInt128 ip) =>
        _endpoints6.GetValueOrDefault((@interface, ip));

    private static FrozenDictionary<TKey, T> Unique<TKey, T>(
        IEnumerable<T> items, Func<T, TKey> key)
        where TKey : notnull
    {
        // ToFrozenDictionary keeps the last of two equal keys; here that is a mistake.
        return items.ToDictionary(key).ToFrozenDictionary();
    }
}
