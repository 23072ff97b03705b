using SmartNic.Hls.Language;

namespace SmartNic.Kernels;

/// <summary>The tenant's own headers, as far as forwarding needs them.</summary>
public struct Inner
{
    /// <summary>Destination MAC address.</summary>
    public U48 Destination;

    /// <summary>Not None: only the slow path can answer this frame.</summary>
    public PuntReason Asks;

    /// <summary>The frame has a VLAN tag.</summary>
    public bool Tagged;

    /// <summary>A whole IP packet follows its Ethernet header and its tags.</summary>
    public bool IsIp;

    /// <summary>The same, and there are no tags.</summary>
    public bool IsBare;

    /// <summary>It is one of IPv6; else, if it is one, of IPv4.</summary>
    public bool IsIp6;

    /// <summary>Bytes of the IP packet, without Ethernet and padding.</summary>
    public U14 IpBytes;

    /// <summary>Sum (RFC 1071) of what is behind its Ethernet header without VLAN tag, padding too.
    /// </summary>
    public ushort IpSum;

    /// <summary>Bytes of Ethernet with its tags.</summary>
    public U5 HeaderBytes;

    /// <summary>Bytes of the IP packet; without a whole one, all behind Ethernet and tags.
    /// </summary>
    public U14 PacketBytes;

    /// <summary>
    /// Of a TCP SYN: bytes of the longest IP packets that its MSS invites (RFC 6691 section 2), as
    /// far as it says so in its first option; else 0.
    /// </summary>
    public U17 SynBytes;

    /// <summary>ECN field of its IP header (RFC 3168), 0 without IP.</summary>
    public U2 Ecn;

    /// <summary>DSCP of its IP header (RFC 2474), 0 without IP.</summary>
    public U6 Dscp;

    /// <summary>What rules see of it.</summary>
    public FiveTuple Tuple;

    /// <summary>Flow entropy for the outer source port (RFC 7348 section 5), 14 bits.</summary>
    public U14 Entropy;

    /// <summary>
    /// Reads up to two VLAN tags and IPv4, IPv6 or ARP. Nothing here drops a frame: what is not
    /// understood is forwarded by its MAC address.
    /// </summary>
    /// <param name="w">At the Ethernet header.</param>
    /// <param name="length">Bytes of the frame.</param>
    /// <param name="sum">Their sum.</param>
    public static Inner Parse(Window w, U14 length, ushort sum)
    {
        Inner inner = default;
        inner.IpSum = FrameSum.Without(sum, FrameSum.Ethernet(w, false, false));
        inner.Destination = w.U48(0);
        U48 source = w.U48(6);
        int l2 = Protocol.EthernetBytes;
        ushort type = w.U16(12);
        if (type is Protocol.CTag or Protocol.STag)
        {
            inner.Tagged = true;
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
        int available = (int)(uint)length - l2;
        int version = w.U8(0) >> 4;
        bool ip4 = type == Protocol.Ipv4 & version == 4;
        int least = ip4 ? 20 : 40;
        int bytes = ip4 ? w.U16(2) : 40 + w.U16(4);
        inner.IsIp6 = type == Protocol.Ipv6;
        inner.IsIp = (ip4 | (inner.IsIp6 & version == 6))
            & bytes >= least & bytes <= available;
        inner.IsBare = inner.IsIp & !inner.Tagged;
        inner.IpBytes = (U14)(uint)bytes;
        inner.HeaderBytes = (U5)l2;
        inner.PacketBytes = (U14)(uint)(inner.IsIp ? bytes : available < 0 ? 0 : available);
        inner.Tuple = FiveTuple.OfPacket(w, type, available);
        Flow flow = Flow.Parse(w, type, available, inner.Destination, source);
        inner.Ecn = flow.Ecn;
        inner.Dscp = flow.Dscp;
        inner.SynBytes = inner.IsIp ? flow.SynBytes : (U17)0;
        inner.Entropy = FlowHash.Entropy(flow);
        bool group = ((inner.Destination >> 40) & (U48)1) != (U48)0;
        bool everyone = inner.Destination == (U48)0xFFFF_FFFF_FFFF;
        inner.Asks = type == Protocol.Arp & available >= 28 & w.U16(6) == 1 ? PuntReason.Arp
            : flow.Solicits ? PuntReason.Neighbour
            : everyone ? PuntReason.Broadcast
            : group ? PuntReason.Multicast
            : PuntReason.None;
        return inner;
    }
}
