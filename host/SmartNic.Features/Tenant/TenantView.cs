using SmartNic.Driver;

namespace SmartNic.Features;

/// <summary>A tenant as the attached gateway tells of it.</summary>
/// <param name="Name">Name in the configuration.</param>
/// <param name="Index">Tenant index, also the host queue.</param>
/// <param name="Vni">VXLAN network identifier.</param>
/// <param name="Interface">Interface of its host port.</param>
/// <param name="Rate">Peak rate in bit/s; 0 is unlimited.</param>
/// <param name="CommittedRate">Committed rate in bit/s; 0 is unlimited.</param>
/// <param name="BurstBytes">Peak burst in bytes.</param>
/// <param name="CommittedBurstBytes">Committed burst in bytes.</param>
/// <param name="OnYellow">What happens to yellow frames, as in the configuration.</param>
/// <param name="Sources">Outer sources that it receives from, as in the configuration.</param>
/// <param name="InnerVlan">What happens to VLAN tags, as in the configuration.</param>
/// <param name="SlowPathPacketsPerSecond">Limit of packets to the slow path.</param>
/// <param name="SlowPathBurstPackets">Burst of that limit.</param>
/// <param name="SlowPathCopiesPerSecond">Limit of copies that are made there.</param>
/// <param name="Forwarding">Remote by inner MAC address.</param>
/// <param name="Neighbours">MAC address by IP address.</param>
/// <param name="Flood">Remotes that get what is replicated.</param>
/// <param name="Counters">What went through.</param>
public sealed record TenantView(
    string Name,
    ushort Index,
    uint Vni,
    byte Interface,
    ulong Rate,
    ulong CommittedRate,
    ulong BurstBytes,
    ulong CommittedBurstBytes,
    string OnYellow,
    string Sources,
    string InnerVlan,
    uint SlowPathPacketsPerSecond,
    uint SlowPathBurstPackets,
    uint SlowPathCopiesPerSecond,
    IReadOnlyDictionary<string, string> Forwarding,
    IReadOnlyDictionary<string, string> Neighbours,
    IReadOnlyList<string> Flood,
    TenantCounters? Counters);
