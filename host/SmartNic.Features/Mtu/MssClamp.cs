using System.Buffers.Binary;

namespace SmartNic.Features;

/// <summary>Holds the MSS that a TCP SYN announces to what fits (RFC 9293 section 3.7.1).</summary>
internal static class MssClamp
{
    /// <summary>TCP without options.</summary>
    private const int HeaderBytes = 20;

    private const byte EndOfOptions = 0;
    private const byte NoOption = 1;
    private const byte MaximumSegmentSize = 2;
    private const byte Syn = 2;
    private const int ChecksumAt = 16;

    /// <summary>Where the option of a SYN is that announces more than fits; 0 when nothing is to
    /// be written anew: no SYN, no such option, a small one, or options that contradict
    /// themselves, which are the receiver's to judge.</summary>
    /// <param name="packet">The packet.</param>
    /// <param name="mtu">Longest IP packet that fits, bytes.</param>
    /// <returns>Byte of the TCP header at which the option begins.</returns>
    public static int Find(in IpPacket packet, int mtu)
    {
        if (packet.Protocol != Kernels.Protocol.Tcp || packet.IsFragment
            || packet.Payload.Length < HeaderBytes || (packet.Payload[13] & Syn) == 0)
        {
            return 0;
        }

        var tcp = packet.Payload;
        var end = (tcp[12] >> 4) * 4;
        if (end > tcp.Length)
        {
            return 0;
        }

        var at = HeaderBytes;
        while (at < end && tcp[at] != EndOfOptions)
        {
            var length = tcp[at] == NoOption ? 1 : at + 1 < end ? tcp[at + 1] : 0;
            if (length < (tcp[at] == NoOption ? 1 : 2) || at + length > end)
            {
                return 0;
            }

            if (tcp[at] == MaximumSegmentSize)
            {
                return length == 4
                    && BinaryPrimitives.ReadUInt16BigEndian(tcp[(at + 2)..]) > Most(packet, mtu)
                    ? at : 0;
            }

            at += length;
        }

        return 0;
    }

    /// <summary>Writes the option anew.</summary>
    /// <param name="tcp">The TCP header with its options.</param>
    /// <param name="at">Where the option is.</param>
    /// <param name="packet">The packet, as it was.</param>
    /// <param name="mtu">Longest IP packet that fits, bytes.</param>
    public static void Write(Span<byte> tcp, int at, in IpPacket packet, int mtu)
    {
        var before = BinaryPrimitives.ReadUInt16BigEndian(tcp[(at + 2)..]);
        var after = (ushort)Most(packet, mtu);
        BinaryPrimitives.WriteUInt16BigEndian(tcp[(at + 2)..], after);

        // RFC 1624 equation 3. At an odd byte the number lies across two words of the sum, in
        // which it counts with its bytes swapped (RFC 1071 section 2 B).
        if (at % 2 != 0)
        {
            before = BinaryPrimitives.ReverseEndianness(before);
            after = BinaryPrimitives.ReverseEndianness(after);
        }

        var sum = Hls.Language.Checksum.Update(
            BinaryPrimitives.ReadUInt16BigEndian(tcp[ChecksumAt..]), before, after);
        BinaryPrimitives.WriteUInt16BigEndian(tcp[ChecksumAt..], sum);
    }

    /// <summary>The MSS that fits: options of IP and TCP are the sender's to take off (RFC 6691
    /// section 2).</summary>
    private static int Most(in IpPacket packet, int mtu) => mtu - HeaderBytes
        - (packet.Is6 ? FrameFields.Ipv6Bytes : FrameFields.Ipv4Bytes);
}
