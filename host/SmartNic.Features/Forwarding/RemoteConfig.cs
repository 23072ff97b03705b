using System.Net;
using SmartNic.Driver;
using SmartNic.Driver.Tables;
using SmartNic.Hls.Language;
using SmartNic.Kernels;

namespace SmartNic.Features;

/// <summary>A tunnel endpoint of somebody else, and how to reach it.</summary>
public sealed record RemoteConfig
{
    /// <summary>TTL of outer headers when none is given.</summary>
    public const byte DefaultTtl = 64;

    /// <summary>Name by which tenants refer to it.</summary>
    public required string Name { get; init; }

    /// <summary>IPv4 or IPv6 address: outer destination.</summary>
    public required IPAddress Ip { get; init; }

    /// <summary>Ethernet address of the next hop towards it.</summary>
    public required MacAddress Mac { get; init; }

    /// <summary>Name of the local endpoint that frames to it come from.</summary>
    public required string Endpoint { get; init; }

    /// <summary>TTL or hop limit of the outer IP header, 1 to 255.</summary>
    public byte Ttl { get; init; } = DefaultTtl;

    /// <summary>DSCP of the outer IP header where a tenant has no other, 0 to 63 (RFC 2474).
    /// </summary>
    public byte Dscp { get; init; }

    /// <summary>Path MTU: the longest outer IP packet, bytes; 0 for none but the longest frame's.
    /// </summary>
    public ushort Mtu { get; init; }

    /// <summary>How frames to it are carried.</summary>
    public TunnelKind Tunnel { get; init; } = TunnelKind.Vxlan;

    /// <summary>Key of GRE (RFC 2890 section 2.1); null for none.</summary>
    public uint? Key { get; init; }

    /// <summary>Frames to it have a checksum of UDP or GRE.</summary>
    public bool HasChecksum { get; init; }

    /// <summary>Options of the Geneve header, whole.</summary>
    public ConfigBytes Options { get; init; } = ConfigBytes.None;

    /// <summary>The way to it.</summary>
    /// <param name="source">Outer source address, IPv4 mapped, of its version.</param>
    /// <param name="mac">Outer source MAC address.</param>
    /// <param name="udpPort">UDP destination port of VXLAN.</param>
    internal TunnelRoute RouteFrom(UInt128 source, MacAddress mac, ushort udpPort) => new(
        Tunnel, source, Ip.ToUInt128(), (U48)mac.Value, (U48)Mac.Value)
    {
        Ttl = Ttl,
        Dscp = Dscp,
        Mtu = Mtu,
        UdpPort = udpPort,
        Options = Options.Memory,
        Key = Key,
        HasChecksum = HasChecksum,
    };
}
