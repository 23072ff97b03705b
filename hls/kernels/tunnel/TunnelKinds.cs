namespace SmartNic.Kernels;

/// <summary>What follows from how a tunnel carries packets.</summary>
public static class TunnelKinds
{
    /// <summary>Its packets name no tenant, so it must be a link of one.</summary>
    public static bool NeedsLink(TunnelKind kind) =>
        kind is TunnelKind.Gretap or TunnelKind.Gre or TunnelKind.Ipip;

    /// <summary>It carries IP without Ethernet.</summary>
    public static bool IsBare(TunnelKind kind) => kind is TunnelKind.Gre or TunnelKind.Ipip;

    /// <summary>
    /// It may have a checksum of what it carries: that of UDP (RFC 768) or of GRE (RFC 2784 section
    /// 2.1), which NVGRE must not have (RFC 7637 section 3.2).
    /// </summary>
    public static bool HasChecksum(TunnelKind kind) =>
        kind is TunnelKind.Vxlan or TunnelKind.Geneve or TunnelKind.Gretap or TunnelKind.Gre;

    /// <summary>What a frame's own fields are behind the outer IP header.</summary>
    public static TunnelPatch Patch(TunnelKind kind) => kind switch
    {
        TunnelKind.Nvgre => TunnelPatch.Nvgre,
        TunnelKind.Gretap => TunnelPatch.Nothing,
        TunnelKind.Gre => TunnelPatch.GreType,
        TunnelKind.Ipip => TunnelPatch.IpProtocol,
        _ => TunnelPatch.Udp,
    };
}
