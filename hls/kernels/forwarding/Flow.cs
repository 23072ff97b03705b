using SmartNic.Hls.Language;

namespace SmartNic.Kernels;

/// <summary>
/// What names a tenant's flow: addresses, protocol and ports, and the flow label of IPv6 (RFC 6438
/// section 3); of a frame without IP its MAC addresses and type.
/// </summary>
public struct Flow
{
    /// <summary>
    /// Extension headers of IPv6 that are walked, of up to 32 bytes each: the window ends there.
    /// </summary>
    public const int MaxExtensions = 2;

    /// <summary>The frame carries IPv4 or IPv6.</summary>
    public bool Ip;

    /// <summary>IPv6 neighbour solicitation (RFC 4861 section 4.3).</summary>
    public bool Solicits;

    /// <summary>ECN field of the IP header (RFC 3168), 0 without IP.</summary>
    public U2 Ecn;

    /// <summary>DSCP of the IP header (RFC 2474), 0 without IP.</summary>
    public U6 Dscp;

    /// <summary>Source address: of IPv6 its high half, else the address whole.</summary>
    public ulong SourceHigh;

    /// <summary>Low half of an IPv6 source address, else 0.</summary>
    public ulong SourceLow;

    /// <summary>Destination address: of IPv6 its high half, else the address whole.</summary>
    public ulong DestinationHigh;

    /// <summary>Low half of an IPv6 destination address, else 0.</summary>
    public ulong DestinationLow;

    /// <summary>Flow label of IPv6, else 0.</summary>
    public U20 Label;

    /// <summary>
    /// IP protocol number, of IPv6 behind its extension headers; 0 without IP.
    /// </summary>
    public byte Protocol;

    /// <summary>
    /// Source and destination port of an unfragmented TCP or UDP packet; the type of a frame
    /// without IP; else 0.
    /// </summary>
    public uint Ports;

    /// <summary>
    /// Of an unfragmented TCP SYN with options: bytes of the longest IP packets that its MSS
    /// invites, without options of IP and TCP (RFC 6691 section 2); 65536 if the MSS is not the
    /// first option. Else 0: without MSS it is 536 or 1220 bytes (RFC 9293 section 3.7.1), and
    /// there is nothing to write anew.
    /// </summary>
    public U17 SynBytes;

    /// <summary>Reads IPv4 with options, or IPv6 with extension headers.</summary>
    /// <param name="w">Behind the Ethernet header and its tags.</param>
    /// <param name="type">EtherType.</param>
    /// <param name="available">Bytes of the frame from there on.</param>
    /// <param name="destination">Destination MAC address.</param>
    /// <param name="source">Source MAC address.</param>
    public static Flow Parse(Window w, ushort type, int available, U48 destination, U48 source)
    {
        if (type == Kernels.Protocol.Ipv6)
        {
            return Ipv6(w, available);
        }

        int words = w.U8(0) & 15;
        if (type == Kernels.Protocol.Ipv4 & (w.U8(0) >> 4) == 4 & words >= 5)
        {
            return Ipv4(w, words, available);
        }

        Flow f = default;
        f.SourceHigh = source;
        f.DestinationHigh = destination;
        f.Ports = type;
        return f;
    }

    static Flow Ipv4(Window w, int words, int available)
    {
        Flow f = default;
        f.Ip = true;
        f.Ecn = (U2)w.U8(1);
        f.Dscp = (U6)(w.U8(1) >> 2);
        f.SourceHigh = w.U32(12);
        f.DestinationHigh = w.U32(16);
        f.Protocol = w.U8(9);
        bool whole = (w.U16(6) & 0x3FFF) == 0;
        bool ports = f.Protocol is Kernels.Protocol.Tcp or Kernels.Protocol.Udp;
        int header = words << 2;
        if (ports & whole & available >= header + 4)
        {
            f.Ports = w.Skip(header).U32(0);
        }

        bool syn = f.Protocol == Kernels.Protocol.Tcp & whole & available >= header + 24;
        f.SynBytes = Invited(w.Skip(header), syn, 40);
        return f;
    }

    /// <summary>What a TCP segment invites: see <see cref="SynBytes"/>.</summary>
    /// <param name="tcp">At its header.</param>
    /// <param name="isWhole">It is one, with its first option in the frame.</param>
    /// <param name="headers">Bytes of IP and TCP without options.</param>
    static U17 Invited(Window tcp, bool isWhole, uint headers)
    {
        ushort first = tcp.U16(12);
        uint option = tcp.U32(20);
        bool isSyn = isWhole & (first & 2) != 0 & (first >> 12) > 5;
        return !isSyn ? (U17)0
            : option >> 16 == 0x0204 ? (U17)((option & 0xFFFF) + headers)
            : (U17)0x1_0000;
    }

    /// <summary>
    /// Walks hop-by-hop options, routing and destination options (RFC 8200 section 4). Behind more
    /// or longer ones than MaxExtensions there are no ports: addresses and label remain.
    /// </summary>
    static Flow Ipv6(Window w, int available)
    {
        Flow f = default;
        f.Ip = true;
        f.Ecn = (U2)(w.U8(1) >> 4);
        f.Dscp = (U6)(w.U16(0) >> 6);
        f.Label = (U20)w.U32(0);
        f.SourceHigh = w.U64(8);
        f.SourceLow = w.U64(16);
        f.DestinationHigh = w.U64(24);
        f.DestinationLow = w.U64(32);
        f.Protocol = w.U8(6);
        f.Solicits = f.Protocol == Kernels.Protocol.Icmpv6 & available >= 64
            & w.U8(40) == Kernels.Protocol.NeighbourSolicitation;
        int at = 40;
        for (int i = 0; i < MaxExtensions; i++)
        {
            bool extension = f.Protocol is Kernels.Protocol.HopByHop or Kernels.Protocol.Routing
                or Kernels.Protocol.DestinationOptions;
            if (!extension)
            {
                break;
            }

            Window header = w.Skip(at);
            int units = header.U8(1);
            f.Protocol = header.U8(0);
            at += 8 + ((units & 3) << 3);
            if (units > 3)
            {
                return f;
            }
        }

        bool ports = f.Protocol is Kernels.Protocol.Tcp or Kernels.Protocol.Udp;
        if (ports & available >= at + 4)
        {
            f.Ports = w.Skip(at).U32(0);
        }

        bool syn = f.Protocol == Kernels.Protocol.Tcp & available >= at + 24;
        f.SynBytes = Invited(w.Skip(at), syn, 60);
        return f;
    }
}
