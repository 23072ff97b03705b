using System.Net;

namespace SmartNic.Driver;

/// <summary>A tenant: its network, its rate, and where its frames go.</summary>
public sealed record TenantConfig
{
    /// <summary>Copies a second when the file says nothing: ten remotes at the default limit of
    /// packets.</summary>
    public const uint DefaultCopiesPerSecond = 10_000;

    /// <summary>Most copies a second.</summary>
    public const uint MaxCopiesPerSecond = 100_000_000;

    /// <summary>Name, of <c>[a-z0-9-]</c>; also names its host port, <c>host.NAME</c>.</summary>
    public required string Name { get; init; }

    /// <summary>VXLAN network identifier, 1 to 16777215; belongs to one tenant.</summary>
    public required uint Vni { get; init; }

    /// <summary>Interface whose host port the tenant has.</summary>
    public byte Interface { get; init; }

    /// <summary>Peak rate (PIR) of what it receives from the wire.</summary>
    public BitRate Rate { get; init; }

    /// <summary>Committed rate (CIR); unlimited exactly when <see cref="Rate"/> is.</summary>
    public BitRate CommittedRate { get; init; }

    /// <summary>Peak burst size (PBS) in bytes; zero exactly when there is no rate.</summary>
    public ulong BurstBytes { get; init; }

    /// <summary>Committed burst size (CBS) in bytes; zero exactly when there is no rate.</summary>
    public ulong CommittedBurstBytes { get; init; }

    /// <summary>What happens to what it receives above the committed rate.</summary>
    public OnYellow OnYellow { get; init; }

    /// <summary>Which outer source addresses it receives from.</summary>
    public TunnelSources Sources { get; init; }

    /// <summary>What happens to its frames with VLAN tags, both ways.</summary>
    public InnerVlan InnerVlan { get; init; }

    /// <summary>What the tenant may send to the slow path.</summary>
    public SlowPathLimit SlowPath { get; init; } = SlowPathLimit.TenantDefault;

    /// <summary>Copies a second that the slow path may make of its frames, over all
    /// <see cref="Flood"/> remotes.</summary>
    public uint CopiesPerSecond { get; init; } = DefaultCopiesPerSecond;

    /// <summary>Which remote has which inner destination address.</summary>
    public ConfigList<ForwardingConfig> Forwarding { get; init; } = [];

    /// <summary>Addresses that the slow path answers for.</summary>
    public ConfigList<NeighbourConfig> Neighbours { get; init; } = [];

    /// <summary>Names of the remotes that get broadcast, multicast and unknown unicast.</summary>
    public ConfigList<string> Flood { get; init; } = [];
}

/// <summary>Where an inner Ethernet address is.</summary>
/// <param name="Mac">Inner destination address, unicast.</param>
/// <param name="Remote">Name of the remote that it is behind.</param>
public sealed record ForwardingConfig(MacAddress Mac, string Remote);

/// <summary>Whose Ethernet address the slow path tells a tenant that asks.</summary>
/// <param name="Ip">IPv4 or IPv6 address asked for.</param>
/// <param name="Mac">Its Ethernet address.</param>
public sealed record NeighbourConfig(IPAddress Ip, MacAddress Mac);
