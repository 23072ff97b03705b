using System.Net;
using System.Net.Sockets;
using SmartNic.Driver;
using SmartNic.Features.Fields;
using SmartNic.Kernels;

namespace SmartNic.Features;

/// <summary>
/// The section <c>remotes</c> of the configuration, and <c>forwarding</c> and <c>flood</c> of a
/// tenant.
/// </summary>
internal static class ForwardingSection
{
    /// <summary>Most remotes: next hops 1 to 4095.</summary>
    public const int MostRemotes = 4095;

    private static readonly object Names = new();

    private static Reference ARemote { get; } =
        new(Names, "the name of a remote of this file");

    private static Section<RemoteConfig> Remote { get; } = new(
        "remote",
        new RemoteConfig { Name = "-", Ip = IPAddress.None, Mac = default, Endpoint = "-" },
    [
        new ValueField<RemoteConfig, string>(
            "name", Types.Name, r => r.Name, (r, v) => r with { Name = v })
        {
            Description = "Name by which tenants refer to it.",
            IsRequired = true,
        },
        new ValueField<RemoteConfig, IPAddress>(
            "ip", AddressTypes.UnicastIP, r => r.Ip, (r, v) => r with { Ip = v })
        {
            Description = "Outer destination; none of the endpoints' addresses.",
            IsRequired = true,
        },
        new ValueField<RemoteConfig, MacAddress>(
            "mac", AddressTypes.UnicastMac, r => r.Mac, (r, v) => r with { Mac = v })
        {
            Description = "Ethernet address of the next hop towards it.",
            IsRequired = true,
        },
        new ValueField<RemoteConfig, string>(
            "endpoint", Types.Name, r => r.Endpoint, (r, v) => r with { Endpoint = v })
        {
            Description = "Local endpoint that frames to it come from: outer source.",
            IsRequired = true,
            RefersTo = new(EndpointSection.Names, "the name of an endpoint of this file"),
        },
        new ValueField<RemoteConfig, uint>(
            "ttl", Types.Number(1, byte.MaxValue), r => r.Ttl, (r, v) => r with { Ttl = (byte)v })
        {
            Description = "TTL, of IPv6 the hop limit, of the outer header.",
        },
        new ValueField<RemoteConfig, uint>(
            "dscp", Types.Number(0, Dscp.Most),
            r => r.Dscp, (r, v) => r with { Dscp = (byte)v })
        {
            Description = "DSCP of the outer header (RFC 2474) where the tenant has no other.",
            DefaultText = "0",
            IsWritten = r => r.Dscp != 0,
        },
        new ValueField<RemoteConfig, TunnelKind>(
            "tunnel", TunnelTypes.Kind, r => r.Tunnel, (r, v) => r with { Tunnel = v })
        {
            Description = "How packets to it are carried: vxlan (RFC 7348), geneve (RFC 8926), "
                + "nvgre (RFC 7637); as a link of one tenant "
                + "gretap (RFC 2784 of Ethernet), gre (of IP), ipip (RFC 2003, 2473, 4213).",
        },
        new ValueField<RemoteConfig, uint>(
            "key", Types.Number(0, uint.MaxValue), r => r.Key ?? 0, (r, v) => r with { Key = v })
        {
            Description = "Key of gretap or gre, both ways (RFC 2890); without it there is none.",
            Check = (fields, remote) =>
            {
                var isThere = fields.Find("key") is not null;
                if (isThere && !fields.Failed("tunnel")
                    && remote.Tunnel is not (TunnelKind.Gretap or TunnelKind.Gre))
                {
                    fields.Reject("key", "gretap or gre as tunnel");
                }

                return isThere ? remote : remote with { Key = null };
            },
            IsWritten = r => r.Key is not null,
        },
        new ValueField<RemoteConfig, bool>(
            "checksum", Types.Either("none", false, "computed", true), r => r.HasChecksum,
            (r, v) => r with { HasChecksum = v })
        {
            Description = "Checksum of frames to it: of UDP (RFC 768; none: RFC 6935) with vxlan "
                + "and geneve, of GRE (RFC 2784) with gretap and gre. One that comes back is "
                + "always verified.",
            Check = (fields, remote) =>
            {
                if (remote.HasChecksum && !fields.Failed("tunnel")
                    && !TunnelKinds.HasChecksum(remote.Tunnel))
                {
                    fields.Reject("checksum", "vxlan, geneve, gretap or gre as tunnel");
                }

                return remote;
            },
            IsWritten = r => r.HasChecksum,
        },
        new ValueField<RemoteConfig, ConfigBytes>(
            "options", TunnelTypes.Options, r => r.Options, (r, v) => r with { Options = v })
        {
            Description = "Options of the Geneve header, whole, the same in every frame.",
            Check = (fields, remote) =>
            {
                if (remote.Tunnel != TunnelKind.Geneve && fields.Find("options") is not null
                    && !fields.Failed("tunnel"))
                {
                    fields.Reject("options", "geneve as tunnel");
                }

                return remote;
            },
            IsWritten = r => r.Options != ConfigBytes.None,
        },
        MtuSection.OfRemote,
    ])
    {
        Uniques =
        [
            new("name", r => r.Name) { Key = Names, IsAlways = true },
            new("name", r => r.Tunnel == TunnelKind.None || TunnelKinds.NeedsLink(r.Tunnel)
                ? r.Name : null)
            {
                Key = LinkSection.Remotes,
                IsAlways = true,
                IsQuiet = true,
            },
            new("name", r => TunnelKinds.IsBare(r.Tunnel) ? r.Name : null)
            {
                Key = LinkSection.BareRemotes,
                IsAlways = true,
                IsQuiet = true,
            },
            new("tunnel", r => TunnelKinds.NeedsLink(r.Tunnel)
                ? (r.Endpoint, r.Ip, r.Tunnel, r.Key) : null),
        ],
        Check = (fields, remote, context) =>
        {
            MtuSection.Check(fields, remote);
            if (EndpointSection.NamesEnding.TryGetValue(remote.Tunnel, out var ending)
                && remote.Endpoint is not null
                && context.Has(EndpointSection.Names, remote.Endpoint)
                && !context.Has(ending, remote.Endpoint))
            {
                fields.Warn("tunnel", $"endpoint {remote.Endpoint} drops what comes back so: "
                    + $"{TunnelTypes.Kind.Write(remote.Tunnel)}: accept is not there");
            }

            if (remote.Ip is null || remote.Endpoint is null)
            {
                return;
            }

            var version = remote.Ip.AddressFamily == AddressFamily.InterNetworkV6 ? 1 : 0;
            if (context.Has(EndpointSection.Addresses[version], remote.Ip))
            {
                fields.Reject("ip", "the address of another gateway (this one is an endpoint of "
                    + "this file)");
            }

            if (context.Has(EndpointSection.NamesWith[1 - version], remote.Endpoint)
                && !context.Has(EndpointSection.NamesWith[version], remote.Endpoint))
            {
                fields.Reject("ip", $"an IPv{(version == 0 ? 6 : 4)} address, as endpoint "
                    + $"{remote.Endpoint} has no other");
            }
        },
    };

    private static Section<ForwardingConfig> Entry { get; } = new(
        "forwarding",
        new ForwardingConfig(default, "-"),
    [
        new ValueField<ForwardingConfig, MacAddress>(
            "mac", AddressTypes.UnicastMac, f => f.Mac, (f, v) => f with { Mac = v })
        {
            Description = "Inner destination address; once in a tenant.",
            IsRequired = true,
        },
        new ValueField<ForwardingConfig, string>(
            "remote", Types.Name, f => f.Remote, (f, v) => f with { Remote = v })
        {
            Description = "Remote that it is behind.",
            IsRequired = true,
            RefersTo = ARemote,
        },
    ])
    {
        Uniques =
        [
            new("mac", f => f.Mac.Value != 0 ? f.Mac : null) { IsAlways = true },
        ],
    };

    /// <summary>The field of the file.</summary>
    public static Field<GatewayConfig> Remotes { get; } =
        new ListField<GatewayConfig, RemoteConfig>(
            "remotes", Remote, g => g.Remotes, (g, v) => g with { Remotes = v })
        {
            Description = "Remote tunnel endpoints.",
            Most = MostRemotes,
        };

    /// <summary>Where a tenant's addresses are.</summary>
    public static Field<TenantConfig> Forwarding { get; } =
        new ListField<TenantConfig, ForwardingConfig>(
            "forwarding", Entry, t => t.Forwarding, (t, v) => t with { Forwarding = v })
        {
            Description = "Which remote an inner destination is behind.",
            CheckItem = (fields, entry, tenant, context) =>
            {
                if (entry.Remote is not null
                    && LinkSection.WhyNot(entry.Remote, tenant, context) is { } expected)
                {
                    fields.Reject("remote", expected);
                }

                if (tenant.Links.Any(l => l.Gateway == entry.Mac))
                {
                    fields.Reject("mac", "another address than that of a link's gateway");
                }
            },
        };

    /// <summary>Who gets what has no single destination.</summary>
    public static Field<TenantConfig> Flood { get; } = new ValuesField<TenantConfig>(
        "flood", ARemote, t => t.Flood, (t, v) => t with { Flood = v })
    {
        Description = "Who gets broadcast, multicast and unknown unicast.",
        WhyNot = LinkSection.WhyNot,
    };
}
