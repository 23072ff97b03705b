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
        v.PrefixBytes = (U7)HeaderBytes;
        v.Prefix[0] = ((ulong)via.DestinationMac << 16) | (source >> 32);
        v.Prefix[1] = (source << 32) | ((ulong)Protocol.Ipv4 << 16) | first;
        v.Prefix[2] = ((ulong)total << 48) | 0x4000_0000 | ((ulong)via.Ttl << 8) | Protocol.Udp;
        v.Prefix[3] = ((ulong)checksum << 48) | ((ulong)via.SourceIp << 16)
            | (via.DestinationIp >> 16);
        v.Prefix[4] = ((ulong)via.DestinationIp << 48) | (port << 32)
            | ((ulong)via.UdpPort << 16) | udp;
        v.Prefix[5] = ((ulong)Protocol.VxlanFlagI << 40) | (ulong)(vni >> 8);
        v.Prefix[6] = (ulong)vni << 56;
    }
}
