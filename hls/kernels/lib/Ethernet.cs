using SmartNic.Hls.Language;

namespace SmartNic.Kernels;

/// <summary>Numbers of the protocols, with their sources.</summary>
public static class Protocol
{
    /// <summary>Ethernet header without tags, bytes.</summary>
    public const int EthernetBytes = 14;

    /// <summary>IPv4 (RFC 894).</summary>
    public const ushort Ipv4 = 0x0800;

    /// <summary>ARP (RFC 826).</summary>
    public const ushort Arp = 0x0806;

    /// <summary>IPv6 (RFC 2464).</summary>
    public const ushort Ipv6 = 0x86DD;

    /// <summary>Customer tag (IEEE 802.1Q).</summary>
    public const ushort CTag = 0x8100;

    /// <summary>Service tag (IEEE 802.1ad).</summary>
    public const ushort STag = 0x88A8;

    /// <summary>ICMP (RFC 792).</summary>
    public const byte Icmp = 1;

    /// <summary>TCP (RFC 9293).</summary>
    public const byte Tcp = 6;

    /// <summary>UDP (RFC 768).</summary>
    public const byte Udp = 17;

    /// <summary>FIN of TCP (RFC 9293 section 3.1).</summary>
    public const byte TcpFin = 1;

    /// <summary>SYN of TCP.</summary>
    public const byte TcpSyn = 2;

    /// <summary>RST of TCP.</summary>
    public const byte TcpRst = 4;

    /// <summary>IPv6 hop-by-hop options (RFC 8200 section 4.3).</summary>
    public const byte HopByHop = 0;

    /// <summary>IPv6 routing header (RFC 8200 section 4.4).</summary>
    public const byte Routing = 43;

    /// <summary>IPv6 destination options (RFC 8200 section 4.6).</summary>
    public const byte DestinationOptions = 60;

    /// <summary>ICMPv6 (RFC 4443).</summary>
    public const byte Icmpv6 = 58;

    /// <summary>Echo request (RFC 792).</summary>
    public const byte EchoRequest = 8;

    /// <summary>Echo request (RFC 4443).</summary>
    public const byte Echo6Request = 128;

    /// <summary>Neighbour solicitation (RFC 4861).</summary>
    public const byte NeighbourSolicitation = 135;

    /// <summary>Authentication header (RFC 4302).</summary>
    public const byte Authentication = 51;

    /// <summary>IPv6 mobility header (RFC 6275 section 6.1).</summary>
    public const byte Mobility = 135;

    /// <summary>IPv6 fragment header (RFC 8200 section 4.5).</summary>
    public const byte Fragment = 44;

    /// <summary>IPv4 as a payload of IP (RFC 2003 section 3.1).</summary>
    public const byte Ipv4InIp = 4;

    /// <summary>IPv6 as a payload of IP (RFC 2473 section 3, RFC 4213 section 3).</summary>
    public const byte Ipv6InIp = 41;

    /// <summary>GRE (RFC 2784).</summary>
    public const byte Gre = 47;

    /// <summary>Ethernet as a payload: transparent bridging (RFC 1701).</summary>
    public const ushort Bridging = 0x6558;

    /// <summary>UDP destination port of Geneve (RFC 8926 section 3.3).</summary>
    public const ushort GenevePort = 6081;

    /// <summary>UDP destination port of VXLAN (RFC 7348 section 5).</summary>
    public const ushort VxlanPort = 4789;

    /// <summary>First byte of the VXLAN header with a valid VNI (RFC 7348 section 5).</summary>
    public const byte VxlanFlagI = 0x08;

    /// <summary>Longest frame that the gateway takes or makes, bytes without FCS.</summary>
    public const int MaxFrameBytes = 9216;
}
