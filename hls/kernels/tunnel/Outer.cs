using SmartNic.Hls.Language;

namespace SmartNic.Kernels;

/// <summary>The outer headers of a frame from the wire.</summary>
public struct Outer
{
    /// <summary>None, or the reason to drop.</summary>
    public Reason Refused;

    /// <summary>Not None: for the slow path instead of a tenant.</summary>
    public PuntReason Punt;

    /// <summary>Over IPv6: the slow path decides whether the address is ours.</summary>
    public bool Ip6;

    /// <summary>Otherwise: the IPv4 address that must be a local endpoint.</summary>
    public uint LocalIp;

    /// <summary>UDP over IPv4: a tunnel, if the port is that of the endpoint.</summary>
    public bool IsUdp;

    /// <summary>UDP destination port.</summary>
    public ushort UdpPort;

    /// <summary>None, or the reason to drop what is for one of our endpoints.</summary>
    public Reason Then;

    /// <summary>IPv4 source address.</summary>
    public uint SourceIp;

    /// <summary>ECN field of the IPv4 header (RFC 3168).</summary>
    public U2 Ecn;

    /// <summary>VXLAN network identifier.</summary>
    public U24 Vni;

    /// <summary>Bytes in front of the inner frame.</summary>
    public byte Strip;

    /// <summary>Bytes of the inner frame, inner padding included.</summary>
    public U14 InnerLength;

    /// <summary>The front of the inner frame.</summary>
    public InnerHead Inner;

    /// <summary>Reads up to two VLAN tags, then VXLAN over IPv4, ARP, ICMP or ICMPv6.</summary>
    public static Outer Parse(Window w, in RxMeta meta)
    {
        if (meta.Bad | meta.Oversize | meta.Length < (U14)Protocol.EthernetBytes)
        {
            return Drop(Reasons.BadFrame);
        }

        int l2 = Protocol.EthernetBytes;
        ushort type = w.U16(12);
        if (type is Protocol.CTag or Protocol.STag)
        {
            w = w.Skip(4);
            l2 += 4;
            type = w.U16(12);
            if (type == Protocol.CTag)
            {
                w = w.Skip(4);
                l2 += 4;
                type = w.U16(12);
            }
        }

        w = w.Skip(Protocol.EthernetBytes);
        int available = (int)(uint)meta.Length - l2;
        return type switch
        {
            Protocol.Ipv4 => Ipv4(w, l2, available),
            Protocol.Arp => Arp(w, available),
            Protocol.Ipv6 => Ipv6(w, available),
            _ => Drop(Reasons.NotVxlan),
        };
    }

    /// <summary>RFC 791; every length is checked against its container.</summary>
    static Outer Ipv4(Window w, int l2, int available)
    {
        int ihl = w.U8(0) & 15;
        if ((w.U8(0) >> 4) != 4 | ihl < 5)
        {
            return Drop(Reasons.OuterHeader);
        }

        int header = ihl << 2;
        int total = w.U16(2);
        if (total < header | total > available)
        {
            return Drop(Reasons.OuterLength);
        }

        if (Checksum.Ipv4(w, ihl) != 0xFFFF)
        {
            return Drop(Reasons.OuterChecksum);
        }

        if ((w.U16(6) & 0x3FFF) != 0)
        {
            return Drop(Reasons.OuterFragment);
        }

        Outer o = default;
        o.LocalIp = w.U32(16);
        o.SourceIp = w.U32(12);
        o.Ecn = (U2)w.U8(1);
        byte network = w.U8(12);
        bool host = network != 0 & network != 127 & network < 224;
        o.Then = host ? Reason.None : Reasons.InvalidSource;
        byte protocol = w.U8(9);
        int payload = total - header;
        w = w.Skip(header);
        if (protocol == Protocol.Icmp & payload >= 8 & w.U8(0) == Protocol.EchoRequest)
        {
            o.Punt = PuntReason.WirePing;
            return o;
        }

        if (protocol != Protocol.Udp)
        {
            return Drop(Reasons.NotVxlan);
        }

        int udp = w.U16(4);
        o.IsUdp = true;
        o.UdpPort = w.U16(2);
        o.Then = !host ? Reasons.InvalidSource
            : udp < 16 | udp > payload ? Reasons.UdpLength
            : (w.U8(8) & Protocol.VxlanFlagI) == 0 ? Reasons.VxlanFlags
            : Reason.None;
        o.Vni = (U24)(w.U32(12) >> 8);
        o.Strip = (byte)(l2 + header + 16);
        o.InnerLength = (U14)(uint)(udp - 16);
        o.Inner = InnerHead.Parse(w.Skip(16), udp - 16);
        return o;
    }

    /// <summary>RFC 826: a request for an IPv4 address over Ethernet.</summary>
    static Outer Arp(Window w, int available)
    {
        if (available < 28 | w.U32(0) != 0x0001_0800 | w.U32(4) != 0x0604_0001)
        {
            return Drop(Reasons.NotVxlan);
        }

        Outer o = default;
        o.Punt = PuntReason.WireArp;
        o.LocalIp = w.U32(24);
        return o;
    }

    /// <summary>RFC 4861 neighbour solicitation and RFC 4443 echo request.</summary>
    static Outer Ipv6(Window w, int available)
    {
        byte type = w.U8(40);
        bool asks = type is Protocol.NeighbourSolicitation or Protocol.Echo6Request;
        if (available < 48 | w.U8(6) != Protocol.Icmpv6 | !asks)
        {
            return Drop(Reasons.NotVxlan);
        }

        Outer o = default;
        o.Ip6 = true;
        o.Punt = type == Protocol.NeighbourSolicitation
            ? PuntReason.WireNeighbour
            : PuntReason.WirePing;
        return o;
    }

    static Outer Drop(Reason reason)
    {
        Outer o = default;
        o.Refused = reason;
        return o;
    }
}
