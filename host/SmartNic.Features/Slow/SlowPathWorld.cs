using System.Collections.Frozen;

namespace SmartNic.Features;

/// <summary>All that the slow path looks up: immutable, exchanged as a whole when the
/// configuration changes, so that no punt sees half an update.</summary>
public sealed class SlowPathWorld
{
    private readonly FrozenDictionary<ushort, SlowPathTenant> _tenants;
    private readonly FrozenDictionary<(byte, uint), SlowPathEndpoint> _endpoints;
    private readonly FrozenDictionary<(byte, UInt128), SlowPathEndpoint> _endpoints6;
    private readonly FrozenDictionary<ushort, RemotePath> _paths;

    /// <summary>Builds the lookups.</summary>
    /// <param name="endpoints">The local endpoints.</param>
    /// <param name="tenants">The tenants.</param>
    /// <param name="forwarding">Where tenants' addresses are; null for nowhere.</param>
    /// <param name="paths">What ways carry, by next hop; null where none has a limit.</param>
    /// <exception cref="ArgumentException">Two tenants share an index, or two endpoints an
    /// interface and address.</exception>
    public SlowPathWorld(
        IEnumerable<SlowPathEndpoint> endpoints, IEnumerable<SlowPathTenant> tenants,
        FdbImage? forwarding = null, IReadOnlyDictionary<ushort, RemotePath>? paths = null)
    {
        Forwarding = forwarding ?? FdbImage.Empty;
        var list = endpoints.ToArray();
        _endpoints = Unique(
            list.Where(e => e.Ip is not null), e => (e.Interface, e.Ip.GetValueOrDefault()));
        _endpoints6 = Unique(
            list.Where(e => e.Ip6 is not null), e => (e.Interface, e.Ip6.GetValueOrDefault()));
        _tenants = Unique(tenants, t => t.Index);
        _paths = paths?.ToFrozenDictionary() ?? FrozenDictionary<ushort, RemotePath>.Empty;
    }

    private SlowPathWorld(
        FrozenDictionary<(byte, uint), SlowPathEndpoint> endpoints,
        FrozenDictionary<(byte, UInt128), SlowPathEndpoint> endpoints6,
        FrozenDictionary<ushort, SlowPathTenant> tenants,
        FrozenDictionary<ushort, RemotePath> paths,
        FdbImage forwarding)
    {
        Forwarding = forwarding;
        _endpoints = endpoints;
        _endpoints6 = endpoints6;
        _tenants = tenants;
        _paths = paths;
    }

    /// <summary>Where tenants' addresses are.</summary>
    public FdbImage Forwarding { get; }

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
        }),
        _paths,
        Forwarding);

    /// <summary>This world after a change of where tenants' addresses are.</summary>
    public SlowPathWorld With(FdbImage forwarding) =>
        new(_endpoints, _endpoints6, _tenants, _paths, forwarding);

    internal SlowPathTenant? FindTenant(ushort index) => _tenants.GetValueOrDefault(index);

    /// <summary>The longest IP packet that goes to a next hop behind so many bytes of Ethernet.
    /// </summary>
    internal int MostOf(ushort nextHop, int linkBytes) =>
        _paths.TryGetValue(nextHop, out var path) ? path.MostOf(linkBytes) : int.MaxValue;

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
