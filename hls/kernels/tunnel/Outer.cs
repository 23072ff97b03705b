using SmartNic.Hls.Language;

namespace SmartNic.Kernels;

/// <summary>The outer headers of a frame from the wire.</summary>
public struct Outer
{
    /// <summary>Last byte of the window at which an inner frame may begin.</summary>
    public const int MaxStrip = Window.LengthBytes - InnerHead.Bytes;

    /// <summary>None, or the reason to drop.</summary>
    public Reason Refused;

    /// <summary>Not None: for the slow path instead of a tenant.</summary>
    public PuntReason Punt;

    /// <summary>The address that must be a local endpoint, IPv4 mapped.</summary>
    public UInt128 Local;

    /// <summary>None, or the reason to drop what is for one of our endpoints.</summary>
    public Reason Then;

    /// <summary>Outer source address, IPv4 mapped.</summary>
    public UInt128 Source;

    /// <summary>ECN field of the outer IP header (RFC 3168).</summary>
    public U2 Ecn;

    /// <summary>DSCP of the outer IP header (RFC 2474).</summary>
    public U6 Dscp;

    /// <summary>How the inner frame is carried.</summary>
    public TunnelKind Kind;

    /// <summary>UDP destination port, of VXLAN.</summary>
    public ushort UdpPort;

    /// <summary>Virtual network identifier.</summary>
    public U24 Vni;

    /// <summary>GRE has a key.</summary>
    public bool Keyed;

    /// <summary>Its key, else 0.</summary>
    public uint Key;

    /// <summary>Nothing but a link names its tenant.</summary>
    public bool NeedsLink;

    /// <summary>What is carried.</summary>
    public Carried Carries;

    /// <summary>Bytes in front of it.</summary>
    public byte Strip;

    /// <summary>
    /// Bytes of the inner frame, inner padding included; of IP without Ethernet those of the packet
    /// and, from <see cref="InnerStage"/> on, of the Ethernet header that it gets.
    /// </summary>
    public U14 InnerLength;

    /// <summary>The front of the inner frame.</summary>
    public InnerHead Inner;

    /// <summary>What rules see of the inner frame.</summary>
    public FiveTuple Tuple;

    /// <summary>
    /// Reads up to two VLAN tags, then ARP, or IPv4 or IPv6 with ICMP or a tunnel.
    /// </summary>
    public static Outer Parse(Window w, in RxMeta meta)
    {
        if (meta.Bad | meta.Oversize | meta.Length < (U14)Protocol.EthernetBytes)
        {
            return Drop(Reasons.BadFrame);
        }

        Window ethernet = w;
        bool tagged = false;
        bool taggedTwice = false;
        int l2 = Protocol.EthernetBytes;
        ushort type = w.U16(12);
        if (type is Protocol.CTag or Protocol.STag)
        {
            tagged = true;
            w = w.Skip(4);
            l2 += 4;
            type = w.U16(12);
            if (type == Protocol.CTag)
            {
                taggedTwice = true;
                w = w.Skip(4);
                l2 += 4;
                type = w.U16(12);
            }
        }

        w = w.Skip(Protocol.EthernetBytes);
        int available = (int)(uint)meta.Length - l2;
        if (type == Protocol.Arp)
        {
            return Arp(w, available);
        }

        bool ip6 = type == Protocol.Ipv6;
        if (type != Protocol.Ipv4 & !ip6)
        {
            return Drop(Reasons.NotTunnel);
        }

        ushort sum = FrameSum.Without(
            meta.Sum, FrameSum.Ethernet(ethernet, tagged, taggedTwice));
        OuterIp ip = ip6 ? OuterIp.Ipv6(w, available, sum) : OuterIp.Ipv4(w, available, sum);
        if (ip.Refused != Reason.None)
        {
            return Drop(ip.Refused);
        }

        Window payload = w.Skip(ip.HeaderBytes);
        PuntReason asks = Asks(payload, ip, ip6);
        if (asks != PuntReason.None)
        {
            return Question(payload, ip, asks);
        }

        TunnelHead head = TunnelHead.Parse(payload, ip);
        if (head.Kind == TunnelKind.None)
        {
            return Drop(Reasons.NotTunnel);
        }

        int strip = l2 + ip.HeaderBytes + head.Bytes;
        bool fits = strip <= MaxStrip;
        Outer o = default;
        o.Local = ip.Destination;
        o.Then = !ip.IsFromStation ? Reasons.InvalidSource
            : head.Refused != Reason.None ? head.Refused
            : !fits ? Reasons.HeaderTooLong
            : Reason.None;
        o.Source = ip.Source;
        o.Ecn = ip.Ecn;
        o.Dscp = ip.Dscp;
        o.Kind = head.Kind;
        o.UdpPort = head.UdpPort;
        o.Vni = head.Vni;
        o.Keyed = head.Keyed;
        o.Key = head.Key;
        o.Strip = (byte)strip;
        o.Carries = head.Carries;
        o.InnerLength = (U14)(uint)head.PayloadBytes;
        o.Punt = head.IsControl ? PuntReason.WireControl : PuntReason.None;
        o.Inner = InnerHead.Keep(payload.Skip(fits ? head.Bytes : 0, peel: true));
        o.Tuple = TupleOf(payload, head, strip <= Window.LengthBytes - FiveTuple.MostBytes);
        return o;
    }

    static FiveTuple TupleOf(Window payload, in TunnelHead head, bool fits)
    {
        Window inner = payload.Skip(fits ? head.Bytes : 0, peel: true);
        FiveTuple tuple = head.Carries switch
        {
            Carried.Ethernet => FiveTuple.OfFrame(inner, head.PayloadBytes),
            Carried.Ipv4 => FiveTuple.OfPacket(inner, Protocol.Ipv4, head.PayloadBytes),
            _ => FiveTuple.OfPacket(inner, Protocol.Ipv6, head.PayloadBytes),
        };
        tuple.IsBroken |= !fits;
        return tuple;
    }

    /// <summary>
    /// From a station; who solicits may have no address yet (RFC 4861 section 4.3).
    /// </summary>
    static Outer Question(Window payload, in OuterIp ip, PuntReason asks)
    {
        bool solicits = asks == PuntReason.WireNeighbour;
        UInt128 target = new(payload.U64(8), payload.U64(16));
        Outer o = default;
        o.Punt = asks;
        o.Local = solicits ? target : ip.Destination;
        o.Refused = solicits & IpNumber.IsMapped(target) ? Reasons.ForeignAddress : Reason.None;
        o.Then = ip.IsFromStation | (solicits & ip.Source == 0) ? Reason.None
            : Reasons.InvalidSource;
        return o;
    }

    /// <summary>
    /// RFC 792 and RFC 4443 echo requests, RFC 4861 neighbour solicitations.
    /// </summary>
    static PuntReason Asks(Window payload, in OuterIp ip, bool ip6)
    {
        byte type = payload.U8(0);
        bool icmp = ip.Protocol == (ip6 ? Protocol.Icmpv6 : Protocol.Icmp);
        byte echo = ip6 ? Protocol.Echo6Request : Protocol.EchoRequest;
        return !icmp | ip.PayloadBytes < 8 ? PuntReason.None
            : type == echo ? PuntReason.WirePing
            : ip6 & type == Protocol.NeighbourSolicitation & ip.PayloadBytes >= 24
                ? PuntReason.WireNeighbour
            : PuntReason.None;
    }

    /// <summary>RFC 826: a request for an IPv4 address over Ethernet.</summary>
    static Outer Arp(Window w, int available)
    {
        if (available < 28 | w.U32(0) != 0x0001_0800 | w.U32(4) != 0x0604_0001)
        {
            return Drop(Reasons.NotTunnel);
        }

        Outer o = default;
        o.Punt = PuntReason.WireArp;
        o.Local = IpNumber.Mapped(w.U32(24));
        return o;
    }

    static Outer Drop(Reason reason)
    {
        Outer o = default;
        o.Refused = reason;
        return o;
    }
}
