using SmartNic.Hls.Language;

namespace SmartNic.Kernels;

/// <summary>Outer headers of VXLAN over IPv4 (RFC 7348 section 5).</summary>
public static class Vxlan
{
    /// <summary>Ethernet 14, IPv4 20, UDP 8, VXLAN 8 bytes.</summary>
    public const int HeaderBytes = 50;

    /// <summary>
    /// Builds the 50 bytes in front of a frame. DF set, no DSCP, ECN that of the inner packet (RFC
    /// 6040 section 4.1, normal mode), UDP checksum 0, source port 49152 + flow entropy.
    /// </summary>
    public static void Build(ref Verdict v, in NextHop via, U24 vni, U14 length, in Inner inner)
    {
        uint total = (uint)length + 36;
        uint udp = (uint)length + 16;
        ulong source = via.SourceMac;
        uint first = 0x4500u | (uint)inner.Ecn;
        uint sum = first + total + 0x4000u + ((uint)via.Ttl << 8) + Protocol.Udp
            + (via.SourceIp >> 16) + (via.SourceIp & 0xFFFF)
            + (via.DestinationIp >> 16) + (via.DestinationIp & 0xFFFF);
        uint checksum = ~Checksum.Fold(sum) & 0xFFFF;
        ulong port = 0xC000u | (uint)inner.Entropy;
        v.Insert = (U6)HeaderBytes;
        v.H0 = ((ulong)via.DestinationMac << 16) | (source >> 32);
        v.H1 = (source << 32) | ((ulong)Protocol.Ipv4 << 16) | first;
        v.H2 = ((ulong)total << 48) | 0x4000_0000 | ((ulong)via.Ttl << 8) | Protocol.Udp;
        v.H3 = ((ulong)checksum << 48) | ((ulong)via.SourceIp << 16) | (via.DestinationIp >> 16);
        v.H4 = ((ulong)via.DestinationIp << 48) | (port << 32)
            | ((ulong)via.UdpPort << 16) | udp;
        v.H5 = ((ulong)Protocol.VxlanFlagI << 40) | (ulong)(vni >> 8);
        v.H6 = (ulong)vni << 56;
    }
}
