using SmartNic.Hls.Language;

namespace SmartNic.Kernels;

/// <summary>
/// What rules see of a frame: the addresses, protocol and ports of the packet in it, the flags of
/// TCP, type and code of ICMP. Read from fixed places: behind options of IPv4 and extension headers
/// of IPv6, and in fragments, no ports are seen, so that what asks for ports does not match.
/// </summary>
public struct FiveTuple
{
    /// <summary>
    /// Bytes of a frame that are read: Ethernet with two tags, IPv6, TCP as far as its flags.
    /// </summary>
    public const int MostBytes = Kernels.Protocol.EthernetBytes + 8 + 40 + 14;

    /// <summary>It carries a whole IPv4 or IPv6 packet.</summary>
    public bool IsIp;

    /// <summary>It is IPv6: addresses alone do not say, as those of IPv4 can be in it.</summary>
    public bool IsIp6;

    /// <summary>It says that it does, and does not; or it lies too far behind.</summary>
    public bool IsBroken;

    /// <summary>It carries ARP (RFC 826).</summary>
    public bool IsArp;

    /// <summary>Source address, IPv4 mapped (<see cref="IpNumber"/>).</summary>
    public UInt128 Source;

    /// <summary>Destination address, IPv4 mapped.</summary>
    public UInt128 Destination;

    /// <summary>IP protocol number; of IPv6 the first next header.</summary>
    public byte Protocol;

    /// <summary>Ports, flags, or type and code are known.</summary>
    public bool HasPorts;

    /// <summary>Source port of TCP or UDP; type (high byte) and code of ICMP.</summary>
    public ushort SourcePort;

    /// <summary>Destination port of TCP or UDP, else 0.</summary>
    public ushort DestinationPort;

    /// <summary>Identifier of an ICMP or ICMPv6 message, of those that have one; else 0.</summary>
    public ushort Identifier;

    /// <summary>
    /// The packet tells its flow: its ports are seen, or it is of a protocol above IP without any.
    /// </summary>
    public bool IsFlow;

    /// <summary>
    /// It speaks of the link and not of a flow: multicast listeners, routers, neighbours (RFC
    /// 2710, RFC 3810, RFC 4861).
    /// </summary>
    public bool IsNeighbour;

    /// <summary>Flags of TCP (RFC 9293 section 3.1), CWR the highest and FIN the lowest bit, else
    /// 0.</summary>
    public byte Flags;

    /// <summary>Reads it behind up to two VLAN tags.</summary>
    /// <param name="w">At the Ethernet header.</param>
    /// <param name="length">Bytes of the frame.</param>
    public static FiveTuple OfFrame(Window w, int length)
    {
        int available = length - Kernels.Protocol.EthernetBytes;
        ushort type = w.U16(12);
        if (type is Kernels.Protocol.CTag or Kernels.Protocol.STag)
        {
            w = w.Skip(4);
            available -= 4;
            type = w.U16(12);
            if (type == Kernels.Protocol.CTag)
            {
                w = w.Skip(4);
                available -= 4;
                type = w.U16(12);
            }
        }

        return OfPacket(w.Skip(Kernels.Protocol.EthernetBytes), type, available);
    }

    /// <summary>Reads it.</summary>
    /// <param name="w">At the IP header, if it is one.</param>
    /// <param name="type">EtherType.</param>
    /// <param name="available">Bytes from there on; padding may be among them.</param>
    public static FiveTuple OfPacket(Window w, ushort type, int available)
    {
        FiveTuple t = default;
        bool is4 = type == Kernels.Protocol.Ipv4;
        bool is6 = type == Kernels.Protocol.Ipv6;
        int version = w.U8(0) >> 4;
        int words = w.U8(0) & 15;
        int header = is6 ? 40 : 4 * words;
        int bytes = is6 ? 40 + w.U16(4) : w.U16(2);
        t.IsIp = ((is4 & version == 4 & words >= 5) | (is6 & version == 6))
            & bytes >= header & bytes <= available;
        t.IsIp6 = is6;
        t.IsBroken = (is4 | is6) & !t.IsIp;
        t.IsArp = type == Kernels.Protocol.Arp;
        t.Source = is6 ? new UInt128(w.U64(8), w.U64(16)) : IpNumber.Mapped(w.U32(12));
        t.Destination = is6 ? new UInt128(w.U64(24), w.U64(32)) : IpNumber.Mapped(w.U32(16));
        t.Protocol = is6 ? w.U8(6) : w.U8(9);
        uint first = is6 ? w.U32(40) : w.U32(20);
        byte flags = is6 ? w.U8(53) : w.U8(33);
        bool tcp = t.Protocol == Kernels.Protocol.Tcp;
        bool udp = t.Protocol == Kernels.Protocol.Udp;
        bool icmp = t.Protocol == (is6 ? Kernels.Protocol.Icmpv6 : Kernels.Protocol.Icmp);
        bool isWhole = is6 | ((w.U16(6) & 0x3FFF) == 0 & words == 5);
        int least = tcp ? 20 : udp ? 8 : 4;
        t.HasPorts = (tcp | udp | icmp) & isWhole & bytes >= header + least;
        t.SourcePort = t.HasPorts ? (ushort)(first >> 16) : (ushort)0;
        t.DestinationPort = t.HasPorts & !icmp ? (ushort)first : (ushort)0;
        ushort second = is6 ? w.U16(44) : w.U16(24);
        t.Identifier = t.HasPorts & icmp & bytes >= header + 8 ? second : (ushort)0;
        bool extends = t.Protocol is Kernels.Protocol.HopByHop or Kernels.Protocol.Routing
            or Kernels.Protocol.Fragment or Kernels.Protocol.Authentication
            or Kernels.Protocol.DestinationOptions or Kernels.Protocol.Mobility;
        t.IsFlow = t.IsIp & (t.HasPorts | !(tcp | udp | icmp | extends));
        byte type6 = (byte)(first >> 24);
        t.IsNeighbour = t.IsIp & is6 & t.HasPorts & icmp
            & ((type6 >= 130 & type6 <= 137) | type6 == 143);
        t.Flags = t.HasPorts & tcp ? flags : (byte)0;
        return t;
    }
}
