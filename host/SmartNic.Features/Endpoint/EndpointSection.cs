using System.Net;
using SmartNic.Driver;
using SmartNic.Features.Fields;

namespace SmartNic.Features;

/// <summary>The section <c>endpoints</c> of the configuration.</summary>
internal static class EndpointSection
{
    /// <summary>Most endpoints: a quarter of their table.</summary>
    public const int Most = 128;

    /// <summary>Names of the endpoints of a file.</summary>
    public static object Names { get; } = new();

    /// <summary>IPv4 addresses of the endpoints of a file.</summary>
    public static object Addresses { get; } = new();

    private static Section<EndpointConfig> Item { get; } = new(
        "endpoint",
        new EndpointConfig { Name = "-", Ip = IPAddress.None, Mac = default },
    [
        new ValueField<EndpointConfig, string>(
            "name", Types.Name, e => e.Name, (e, v) => e with { Name = v })
        {
            Description = "Name by which remotes refer to it.",
            IsRequired = true,
        },
        new ValueField<EndpointConfig, uint>(
            "interface", Types.Interface,
            e => e.Interface, (e, v) => e with { Interface = (byte)v })
        {
            Description = "Interface whose wire it is reached on; a board may have fewer.",
        },
        new ValueField<EndpointConfig, IPAddress>(
            "ip", AddressTypes.UnicastIPv4, e => e.Ip, (e, v) => e with { Ip = v })
        {
            Description = "Address of its tunnels; no other endpoint has it.",
            IsRequired = true,
        },
        new ValueField<EndpointConfig, IPAddress>(
            "ip6", AddressTypes.UnicastIPv6, e => e.Ip6!, (e, v) => e with { Ip6 = v })
        {
            Description = "Address for neighbour solicitation and ping only; no other endpoint "
                + "has it.",
            IsWritten = e => e.Ip6 is not null,
        },
        new ValueField<EndpointConfig, MacAddress>(
            "mac", AddressTypes.UnicastMac, e => e.Mac, (e, v) => e with { Mac = v })
        {
            Description = "Ethernet address on the wire.",
            IsRequired = true,
        },
        new ValueField<EndpointConfig, uint>(
            "udp_port", Types.Number(1, ushort.MaxValue),
            e => e.UdpPort, (e, v) => e with { UdpPort = (ushort)v })
        {
            Description = "UDP port of its tunnels, both ways (RFC 7348: 4789; Linux without "
                + "dstport: 8472).",
        },
    ])
    {
        Uniques =
        [
            new("name", e => e.Name) { Key = Names, IsAlways = true },
            new("ip", e => e.Ip) { Key = Addresses },
            new("ip6", e => e.Ip6),
        ],
    };

    /// <summary>The field of the file.</summary>
    public static Field<GatewayConfig> Field { get; } =
        new ListField<GatewayConfig, EndpointConfig>(
            "endpoints", Item, g => g.Endpoints, (g, v) => g with { Endpoints = v })
        {
            Description = "Local tunnel endpoints.",
            Most = Most,
        };
}
