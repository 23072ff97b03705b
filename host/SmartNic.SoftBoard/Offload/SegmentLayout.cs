using System.Buffers.Binary;
using SmartNic.Kernels;

namespace SmartNic.SoftBoard.Offload;

/// <summary>Where the headers of a frame to be cut lie, in bytes from its start.</summary>
/// <param name="Ip">The innermost IP header.</param>
/// <param name="Transport">The TCP or UDP header behind it.</param>
/// <param name="Payload">What is cut.</param>
/// <param name="OuterIp">IP header of the tunnel around it; 0 for none.</param>
/// <param name="OuterUdp">UDP header of the tunnel.</param>
internal readonly record struct SegmentLayout(
    int Ip, int Transport, int Payload, int OuterIp, int OuterUdp)
{
    private const int UdpBytes = 8;
    private const int VxlanBytes = 8;
    private const int Ipv4Bytes = 20;
    private const int Ipv6Bytes = 40;
    private const int MinTcpBytes = 20;
    private const int TcpChecksumAt = 16;
    private const int UdpChecksumAt = 6;
    private const int MaxTags = 2;

    /// <summary>Finds the headers of TCP or UDP over IP, also within VXLAN.</summary>
    /// <returns>False for anything else.</returns>
    public static bool TryFind(
        ReadOnlySpan<byte> frame, in VnetHeader header, out SegmentLayout layout)
    {
        layout = default;
        if (!header.NeedsChecksum || header.SegmentBytes == 0 || !(header.IsTcp || header.IsUdp)
            || !TryFindIp(frame, 0, out int ip, out int behind, out byte protocol))
        {
            return false;
        }

        int outerIp = 0, outerUdp = 0, transport = header.ChecksumStart;
        if (protocol == Protocol.Udp && behind != transport)
        {
            (outerIp, outerUdp) = (ip, behind);
            int inner = outerUdp + UdpBytes + VxlanBytes;
            if (inner > frame.Length
                || !TryFindIp(frame, inner, out ip, out behind, out protocol))
            {
                return false;
            }
        }

        // Extension headers of IPv6 may lie between, the same in every piece; no other tunnel may.
        bool isBehind = behind == transport || (behind < transport && IsExtension(protocol));
        if (!isBehind || transport + MinTcpBytes > frame.Length)
        {
            return false;
        }

        int bytes = header.IsTcp ? (frame[transport + 12] >> 4) * 4 : UdpBytes;
        layout = new SegmentLayout(ip, transport, transport + bytes, outerIp, outerUdp);
        return layout.Payload <= frame.Length
            && bytes >= (header.IsTcp ? MinTcpBytes : UdpBytes)
            && header.ChecksumOffset == (header.IsTcp ? TcpChecksumAt : UdpChecksumAt);
    }

    private static bool IsExtension(byte protocol) => protocol
        is Protocol.HopByHop or Protocol.Routing or Protocol.DestinationOptions;

    private static bool TryFindIp(
        ReadOnlySpan<byte> frame, int ethernet, out int ip, out int behind, out byte protocol)
    {
        (ip, behind, protocol) = (ethernet + Protocol.EthernetBytes, 0, 0);
        for (int tags = 0; ip + Ipv6Bytes <= frame.Length; tags++, ip += 4)
        {
            ushort type = BinaryPrimitives.ReadUInt16BigEndian(frame[(ip - 2)..]);
            if (type == Protocol.Ipv4)
            {
                behind = ip + ((frame[ip] & 15) * 4);
                protocol = frame[ip + 9];
                return frame[ip] >> 4 == 4 && behind >= ip + Ipv4Bytes;
            }

            if (type == Protocol.Ipv6)
            {
                behind = ip + Ipv6Bytes;
                protocol = frame[ip + 6];
                return frame[ip] >> 4 == 6;
            }

            if (tags == MaxTags || type is not (Protocol.CTag or Protocol.STag))
            {
                return false;
            }
        }

        return false;
    }
}
