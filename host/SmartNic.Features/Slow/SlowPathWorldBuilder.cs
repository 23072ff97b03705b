using System.Buffers.Binary;
using System.Collections.Frozen;
using System.Net;
using System.Net.Sockets;
using SmartNic.Driver;

namespace SmartNic.Features;

/// <summary>Builds the slow path's world from a configuration and the driver's indices.</summary>
public static class SlowPathWorldBuilder
{
    /// <summary>The world of the configuration that a driver has in force; empty when there is
    /// none. Build it after every <see cref="BoardDriver.Apply"/>.</summary>
    /// <param name="driver">The driver.</param>
    /// <param name="previous">The world before the last apply. Tenants that it does not have are
    /// new from now on; what was punted before is not theirs. Null: all are as old as the board.
    /// </param>
    /// <exception cref="DeviceLostException">The board does not tell its time.</exception>
    public static SlowPathWorld Build(GatewayDriver driver, SlowPathWorld? previous = null)
    {
        if (driver.Current is not { } config)
        {
            return SlowPathWorld.Empty;
        }

        SlowPathWorld world = Build(
            config, driver.TenantIndex, driver.NextHopIndex, driver.Forwarding());
        return previous is null ? world : world.After(previous, driver.ReadTimeNs());
    }

    /// <summary>The world of a configuration.</summary>
    /// <param name="config">A valid configuration.</param>
    /// <param name="tenantIndex">Index and host queue of a tenant by name.</param>
    /// <param name="nextHopIndex">Next-hop index of a remote by name.</param>
    /// <param name="forwarding">The forwarding table in force.</param>
    /// <exception cref="InvalidOperationException">A tenant or remote has no index: the
    /// configuration is not the one in force.</exception>
    public static SlowPathWorld Build(
        GatewayConfig config,
        Func<string, ushort?> tenantIndex,
        Func<string, ushort?> nextHopIndex,
        FdbImage forwarding)
    {
        return new SlowPathWorld(
            config.Endpoints.Select(Endpoint),
            config.Tenants.Select(t => Tenant(t, tenantIndex, nextHopIndex)),
            forwarding,
            config.Remotes.Where(r => r.Mtu != 0).ToDictionary(
                r => Required(nextHopIndex, "remote", r.Name), RemotePath.Of));
    }

    private static SlowPathEndpoint Endpoint(EndpointConfig endpoint) => new(
        endpoint.Interface,
        endpoint.Ip is null ? null : Ip4(endpoint.Ip),
        endpoint.Ip6 is null ? null : Ip6(endpoint.Ip6),
        endpoint.Mac.Value);

    private static SlowPathTenant Tenant(
        TenantConfig tenant, Func<string, ushort?> tenantIndex, Func<string, ushort?> nextHopIndex)
    {
        ushort index = Required(tenantIndex, "tenant", tenant.Name);
        return new SlowPathTenant(
            index,
            tenant.Vni,
            index,
            tenant.Neighbours.Where(n => !IsIp6(n.Ip))
                .ToFrozenDictionary(n => Ip4(n.Ip), n => n.Mac.Value),
            tenant.Neighbours.Where(n => IsIp6(n.Ip))
                .ToFrozenDictionary(n => Ip6(n.Ip), n => n.Mac.Value),
            [.. tenant.Flood.Select(name => Required(nextHopIndex, "remote", name))])
        {
            Name = tenant.Name,
            CopiesPerSecond = tenant.CopiesPerSecond,
            Mtu = tenant.Mtu,
            ClampsMss = tenant.TcpMss == TcpMss.Clamp,
        };
    }

    private static ushort Required(Func<string, ushort?> index, string kind, string name) =>
        index(name) ?? throw new InvalidOperationException($"{kind} {name} has no index");

    private static bool IsIp6(IPAddress ip) => ip.AddressFamily == AddressFamily.InterNetworkV6;

    private static uint Ip4(IPAddress ip) =>
        BinaryPrimitives.ReadUInt32BigEndian(ip.GetAddressBytes());

    private static UInt128 Ip6(IPAddress ip) =>
        BinaryPrimitives.ReadUInt128BigEndian(ip.GetAddressBytes());
}
