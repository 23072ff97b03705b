using SmartNic.Hls.Language;

namespace SmartNic.Kernels;

/// <summary>
/// A remote tunnel endpoint and the way to it: the outer headers of every frame that goes there,
/// and what differs from frame to frame. So one stage starts every tunnel, and whatever else stands
/// in a header (tags, options, ports) is the driver's business alone.
/// </summary>
public struct NextHop
{
    /// <summary>The entry may be used.</summary>
    public bool Valid;

    /// <summary>The outer header is that of IPv6; else of IPv4.</summary>
    public bool Ip6;

    /// <summary>A TunnelPatch.</summary>
    public U3 Patch;

    /// <summary>Bytes of outer headers, from Ethernet on.</summary>
    public U7 HeaderBytes;

    /// <summary>UDP or GRE has a checksum.</summary>
    public bool HasChecksum;

    /// <summary>
    /// Sum (RFC 1071) of the IPv4 header as the template has it: no length, no DSCP, no ECN, no
    /// checksum, and where IP is in IP no protocol.
    /// </summary>
    public ushort Sum;

    /// <summary>DSCP of the outer header where the tenant has no other (RFC 2474).</summary>
    public U6 Dscp;

    /// <summary>
    /// Sum of what the checksum of UDP or GRE covers in front of what is carried: the template
    /// behind the IP header and, of UDP, the pseudo header, with twice the length of an empty
    /// datagram. A frame's own fields are not in it.
    /// </summary>
    public ushort CoveredSum;

    /// <summary>
    /// Most bytes of what the tunnel carries: a frame with its Ethernet header and tags or, where
    /// only IP goes this way, a packet. 0 for no limit.
    /// </summary>
    public U14 Mtu;

    /// <summary>
    /// The outer headers, without tags; zero where a frame's own fields come: lengths, checksum of
    /// IPv4, DSCP, ECN, source port, flow label, identifier.
    /// </summary>
    public EditPrefix Template;

    /// <summary>Only IP goes this way, without its Ethernet header.</summary>
    public readonly bool IsBare => Patch == (U3)(byte)TunnelPatch.GreType
        | Patch == (U3)(byte)TunnelPatch.IpProtocol;

    /// <summary>It is a link: one tenant's alone.</summary>
    public readonly bool IsLink => IsBare | Patch == (U3)(byte)TunnelPatch.Nothing;
}
