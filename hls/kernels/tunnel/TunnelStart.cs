using SmartNic.Hls.Language;

namespace SmartNic.Kernels;

/// <summary>What differs in outer headers from frame to frame.</summary>
public struct TunnelStart
{
    /// <summary>Virtual network identifier.</summary>
    public U24 Vni;

    /// <summary>Bytes of what is carried.</summary>
    public U14 Length;

    /// <summary>It is IPv6, where the way is for IP without Ethernet; else IPv4.</summary>
    public bool Inner6;

    /// <summary>
    /// ECN field: that of the inner packet (RFC 6040 section 4.1, normal mode).
    /// </summary>
    public U2 Ecn;

    /// <summary>DSCP (RFC 2474).</summary>
    public U6 Dscp;

    /// <summary>
    /// Entropy of the inner flow: UDP source port from 49152 on (RFC 7348 section 5, RFC 8926
    /// section 3.3), FlowID (RFC 7637 section 3.2), flow label (RFC 6438 section 3).
    /// </summary>
    public U14 Entropy;

    /// <summary>Sum (RFC 1071) of the frame.</summary>
    public ushort Sum;

    /// <summary>Sum of the packet, where the way is for IP without Ethernet.</summary>
    public ushort IpSum;

    /// <summary>Writes the outer headers of a frame.</summary>
    public readonly void Build(ref Verdict v, in NextHop via)
    {
        v.PrefixBytes = via.HeaderBytes;
        v.Prefix = via.Template;
        if (via.Ip6)
        {
            Ipv6(ref v, via);
        }
        else
        {
            Ipv4(ref v, via);
        }
    }

    readonly ulong SourcePort => 0xC000 | (ulong)Entropy;

    /// <summary>Bytes from a byte of the frame that leaves to its end.</summary>
    readonly ulong From(int first, in NextHop via) =>
        (uint)Length + (uint)via.HeaderBytes - (uint)first;

    /// <summary>DSCP and ECN as they stand in a header: TOS of IPv4, traffic class of IPv6.
    /// </summary>
    readonly uint Traffic => ((uint)Dscp << 2) | (uint)Ecn;

    /// <summary>Number of the inner IP version as a protocol of IP.</summary>
    readonly uint Protocol(in NextHop via) =>
        via.Patch != (U3)(byte)TunnelPatch.IpProtocol ? 0u
        : Inner6 ? Kernels.Protocol.Ipv6InIp : Kernels.Protocol.Ipv4InIp;

    /// <summary>Number of the inner IP version as a protocol type of GRE.</summary>
    readonly ulong GreType(in NextHop via) =>
        via.Patch == (U3)(byte)TunnelPatch.GreType ? Ethertype : 0UL;

    readonly ulong Ethertype => Inner6 ? Kernels.Protocol.Ipv6 : Kernels.Protocol.Ipv4;

    /// <summary>
    /// Checksum of UDP (RFC 768; 0xFFFF for 0, which is none). All that does not hang on the way is
    /// added up before it is known.
    /// </summary>
    readonly ulong UdpChecksum(in NextHop via)
    {
        uint vni = (uint)Vni;
        uint own = Checksum.Fold(
            ((ulong)Sum + (2 * (uint)Length)) + (SourcePort + (vni >> 8) + ((vni & 0xFF) << 8)));
        uint sum = Checksum.Fold((ulong)own + via.CoveredSum);
        return !via.HasChecksum ? 0UL : sum == 0xFFFF ? 0xFFFFUL : sum ^ 0xFFFF;
    }

    /// <summary>Checksum of GRE (RFC 2784 section 2.4).</summary>
    readonly ulong GreChecksum(in NextHop via)
    {
        uint own = via.Patch == (U3)(byte)TunnelPatch.GreType
            ? Checksum.Fold(IpSum + Ethertype) : Sum;
        uint sum = Checksum.Fold((ulong)own + via.CoveredSum);
        return via.HasChecksum ? sum ^ 0xFFFF : 0UL;
    }

    /// <summary>IP header at byte 14, UDP or GRE at byte 34.</summary>
    readonly void Ipv4(ref Verdict v, in NextHop via)
    {
        bool udp = via.Patch == (U3)(byte)TunnelPatch.Udp;
        bool nvgre = via.Patch == (U3)(byte)TunnelPatch.Nvgre;
        ulong total = From(14, via);
        uint protocol = Protocol(via);
        uint checksum =
            ~Checksum.Fold(via.Sum + (uint)total + Traffic + protocol) & 0xFFFF;
        v.Prefix[1] |= Traffic;
        v.Prefix[2] |= (total << 48) | protocol;
        v.Prefix[3] |= (ulong)checksum << 48;
        v.Prefix[4] |= nvgre ? (ulong)(Vni >> 8)
            : udp ? (SourcePort << 32) | From(34, via)
            : (GreType(via) << 16) | GreChecksum(via);
        v.Prefix[5] |= nvgre ? ((ulong)Vni << 56) | ((ulong)(byte)Entropy << 48)
            : udp ? (UdpChecksum(via) << 48) | (ulong)(Vni >> 8)
            : 0;
        v.Prefix[6] |= udp ? (ulong)Vni << 56 : 0;
    }

    /// <summary>IP header at byte 14, UDP or GRE at byte 54.</summary>
    readonly void Ipv6(ref Verdict v, in NextHop via)
    {
        bool udp = via.Patch == (U3)(byte)TunnelPatch.Udp;
        bool nvgre = via.Patch == (U3)(byte)TunnelPatch.Nvgre;
        ulong payload = From(54, via);
        v.Prefix[1] |= (ulong)Traffic << 4;
        v.Prefix[2] |= ((ulong)Entropy << 48) | (payload << 32) | ((ulong)Protocol(via) << 24);
        v.Prefix[6] |= udp ? SourcePort : 0;
        v.Prefix[7] |= nvgre ? ((ulong)Vni << 24) | ((ulong)(byte)Entropy << 16)
            : udp ? (payload << 32) | (UdpChecksum(via) << 16)
            : (GreType(via) << 48) | (GreChecksum(via) << 32);
        v.Prefix[8] |= udp ? (ulong)Vni << 24 : 0;
    }
}
