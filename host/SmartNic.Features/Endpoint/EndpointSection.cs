using System.Net;
using SmartNic.Driver;
using SmartNic.Features.Fields;
using SmartNic.Kernels;

namespace SmartNic.Features;

/// <summary>The section <c>endpoints</c> of the configuration.</summary>
internal static class EndpointSection
{
    /// <summary>Most endpoints: a quarter of their table, with an address of both versions.
    /// </summary>
    public const int Most = 64;

    /// <summary>Names of the endpoints of a file.</summary>
    public static object Names { get; } = new();

    /// <summary>IPv4 and IPv6 addresses of the endpoints of a file.</summary>
    public static IReadOnlyList<object> Addresses { get; } = [new(), new()];

    /// <summary>Names of the endpoints of a file with an address of IPv4, of IPv6.</summary>
    public static IReadOnlyList<object> NamesWith { get; } = [new(), new()];

    /// <summary>Names of the endpoints of a file where Geneve, where NVGRE ends.</summary>
    public static IReadOnlyDictionary<TunnelKind, object> NamesEnding { get; } =
        new Dictionary<TunnelKind, object>
        {
            [TunnelKind.Geneve] = new(), [TunnelKind.Nvgre] = new(),
        };

    private static FieldType<bool> Ends { get; } = Types.Either("drop", false, "accept", true);

    private static Section<EndpointConfig> Item { get; } = new(
        "endpoint",
        new EndpointConfig { Name = "-", Mac = default },
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
            "ip", AddressTypes.UnicastIPv4, e => e.Ip!, (e, v) => e with { Ip = v })
        {
            Description = "IPv4 address of its tunnels; no other endpoint has it.",
            IsWritten = e => e.Ip is not null,
        },
        new ValueField<EndpointConfig, IPAddress>(
            "ip6", AddressTypes.UnicastIPv6, e => e.Ip6!, (e, v) => e with { Ip6 = v })
        {
            Description = "IPv6 address of its tunnels; no other endpoint has it. One of both "
                + "must be there.",
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
            Description = "UDP port of its VXLAN tunnels, both ways (RFC 7348: 4789; Linux "
                + "without dstport: 8472; not 6081, which is Geneve's).",
            Check = (fields, endpoint) =>
            {
                if (endpoint.UdpPort == Protocol.GenevePort)
                {
                    fields.Reject("udp_port", "a port other than that of Geneve");
                }

                return endpoint;
            },
        },
        new ValueField<EndpointConfig, bool>(
            "geneve", Ends, e => e.Geneve, (e, v) => e with { Geneve = v })
        {
            Description = "What becomes of Geneve (RFC 8926, UDP port 6081) that is sent to it.",
        },
        new ValueField<EndpointConfig, bool>(
            "nvgre", Ends, e => e.Nvgre, (e, v) => e with { Nvgre = v })
        {
            Description = "What becomes of NVGRE (RFC 7637) that is sent to it.",
        },
    ])
    {
        Check = (fields, endpoint, _) =>
        {
            if (!endpoint.Addresses.Any() && !fields.Failed("ip") && !fields.Failed("ip6"))
            {
                fields.Reject("ip", "an address here or as ip6");
            }
        },
        Uniques =
        [
            new("name", e => e.Name) { Key = Names, IsAlways = true },
            new("ip", e => e.Ip) { Key = Addresses[0] },
            new("ip6", e => e.Ip6) { Key = Addresses[1] },
            new("name", e => e.Geneve ? e.Name : null)
            {
                Key = NamesEnding[TunnelKind.Geneve],
                IsAlways = true,
                IsQuiet = true,
            },
            new("name", e => e.Nvgre ? e.Name : null)
            {
                Key = NamesEnding[TunnelKind.Nvgre],
                IsAlways = true,
                IsQuiet = true,
            },
            new("name", e => e.Ip is null ? null : e.Name)
            {
                Key = NamesWith[0],
                IsAlways = true,
                IsQuiet = true,
            },
            new("name", e => e.Ip6 is null ? null : e.Name)
            {
                Key = NamesWith[1],
                IsAlways = true,
                IsQuiet = true,
            },
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
