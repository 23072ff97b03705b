using System.Net;
using System.Net.Sockets;
using SmartNic.Driver;

namespace SmartNic.Features;

/// <summary>A tunnel endpoint of this gateway.</summary>
public sealed record EndpointConfig
{
    /// <summary>Name by which remotes refer to it.</summary>
    public required string Name { get; init; }

    /// <summary>Interface whose wire it is reached on.</summary>
    public byte Interface { get; init; }

    /// <summary>IPv4 address of its tunnels; it has one of both versions at least.</summary>
    public IPAddress? Ip { get; init; }

    /// <summary>IPv6 address of its tunnels.</summary>
    public IPAddress? Ip6 { get; init; }

    /// <summary>UDP port of its VXLAN tunnels, both ways; 4789 is that of RFC 7348.</summary>
    public ushort UdpPort { get; init; } = Kernels.Protocol.VxlanPort;

    /// <summary>Whether Geneve tunnels end here too.</summary>
    public bool Geneve { get; init; }

    /// <summary>Whether NVGRE tunnels end here too.</summary>
    public bool Nvgre { get; init; }

    /// <summary>Ethernet address on the wire.</summary>
    public required MacAddress Mac { get; init; }

    /// <summary>The addresses that it has.</summary>
    public IEnumerable<IPAddress> Addresses => new[] { Ip, Ip6 }.OfType<IPAddress>();

    /// <summary>Its address of the version of another one; null when it has none.</summary>
    public IPAddress? Facing(IPAddress other) =>
        other.AddressFamily == AddressFamily.InterNetworkV6 ? Ip6 : Ip;
}
