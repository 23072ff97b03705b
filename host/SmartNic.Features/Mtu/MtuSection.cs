using SmartNic.Features.Fields;
using SmartNic.Features.Reading;
using SmartNic.Kernels;

namespace SmartNic.Features;

/// <summary>The fields <c>mtu</c> and <c>tcp_mss</c> of a tenant; <c>mtu</c> of a remote.</summary>
internal static class MtuSection
{
    /// <summary>Least MTU: what every host takes of IPv4 (RFC 791 section 3.1).</summary>
    public const uint Least = 576;

    /// <summary>Highest MTU: what the longest frame carries.</summary>
    public const uint Most = Protocol.MaxFrameBytes - Protocol.EthernetBytes;

    /// <summary>Least MTU of IPv6 (RFC 8200 section 5).</summary>
    public const int LeastOfIPv6 = 1280;

    /// <summary>The fields of a tenant.</summary>
    public static IReadOnlyList<Field<TenantConfig>> OfTenant { get; } =
    [
        new ValueField<TenantConfig, uint>(
            "mtu", Types.Number(Least, Most), t => t.Mtu, (t, v) => t with { Mtu = (ushort)v })
        {
            Description = "Longest IP packet of its frames in bytes, VLAN tags not counted; that "
                + "of the remote may be less. Longer ones are answered (RFC 1191, RFC 8201), or "
                + "sent in fragments (RFC 791) where IPv4 allows it; what is no IP is dropped.",
            DefaultText = "what the remotes and the wire let through",
            IsWritten = t => t.Mtu != 0,
            Check = (fields, tenant) =>
            {
                if (fields.Find("mtu") is not null && !fields.Failed("mtu")
                    && tenant.Mtu < LeastOfIPv6)
                {
                    fields.Warn("mtu", $"IPv6 needs {LeastOfIPv6} (RFC 8200 section 5)");
                }

                return tenant;
            },
        },
        new ValueField<TenantConfig, TcpMss>(
            "tcp_mss", Types.Either("keep", TcpMss.Keep, "clamp", TcpMss.Clamp),
            t => t.TcpMss, (t, v) => t with { TcpMss = v })
        {
            Description = "The MSS that its TCP SYN announce (RFC 9293 section 3.7.1): kept, or "
                + "clamped to what the mtu of tenant and remote lets through.",
            DefaultText = "keep",
            IsWritten = t => t.TcpMss != TcpMss.Keep,
        },
    ];

    /// <summary>The field of a remote.</summary>
    public static Field<RemoteConfig> OfRemote { get; } = new ValueField<RemoteConfig, uint>(
        "mtu", Types.Number(Least, Most), r => r.Mtu, (r, v) => r with { Mtu = (ushort)v })
    {
        Description = "Path MTU to it: the longest outer IP packet in bytes. What is carried may "
            + "be as much shorter as the tunnel adds.",
        DefaultText = "none but that of the longest frame",
        IsWritten = r => r.Mtu != 0,
    };

    /// <summary>Warns of a remote whose tunnel leaves IPv6 too little.</summary>
    public static void Check(FieldReader fields, RemoteConfig remote)
    {
        if (!fields.IsGood || remote.Mtu == 0)
        {
            return;
        }

        var path = RemotePath.Of(remote);
        var left = path.MostOf(Protocol.EthernetBytes);
        if (left < LeastOfIPv6)
        {
            fields.Warn("mtu", $"leaves {left} bytes for IP inside, of which IPv6 needs "
                + $"{LeastOfIPv6} (RFC 8200 section 5)");
        }
    }
}
