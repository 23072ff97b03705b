using System.Net;
using SmartNic.Driver;

namespace SmartNic.Features;

/// <summary>A tunnel endpoint of this gateway.</summary>
public sealed record EndpointConfig
{
    /// <summary>Name by which remotes refer to it.</summary>
    public required string Name { get; init; }

    /// <summary>Interface whose wire it is reached on.</summary>
    public byte Interface { get; init; }

    /// <summary>IPv4 address of the tunnels.</summary>
    public required IPAddress Ip { get; init; }

    /// <summary>IPv6 address for neighbour solicitation and ping, if it has one.</summary>
    public IPAddress? Ip6 { get; init; }

    /// <summary>UDP port of its tunnels, both ways; 4789 is that of RFC 7348.</summary>
    public ushort UdpPort { get; init; } = Kernels.Protocol.VxlanPort;

    /// <summary>Ethernet address on the wire.</summary>
    public required MacAddress Mac { get; init; }
}
