using System.Buffers.Binary;

namespace SmartNic.Features;

/// <summary>The checksum of IPv4, ICMP and ICMPv6 (RFC 1071).</summary>
internal static class InternetChecksum
{
    /// <summary>Adds big-endian 16-bit words to a running sum; an odd last byte is padded with
    /// zero.</summary>
    /// <returns>The sum, not folded: 64 bits hold 2^48 words without a carry out.</returns>
    public static ulong Add(ulong sum, ReadOnlySpan<byte> data)
    {
        int at = 0;
        for (; at + 2 <= data.Length; at += 2)
        {
            sum += BinaryPrimitives.ReadUInt16BigEndian(data[at..]);
        }

        return at < data.Length ? sum + ((ulong)data[at] << 8) : sum;
    }

    /// <summary>Folds the sum to 16 bits and complements it: 0 for data whose checksum is right
    /// when its own checksum field was part of the sum.</summary>
    public static ushort Finish(ulong sum)
    {
        while (sum >> 16 != 0)
        {
            sum = (sum & 0xFFFF) + (sum >> 16);
        }

        return (ushort)~sum;
    }

    /// <summary>Checksum of plain data (IPv4 header, ICMP message).</summary>
    public static ushort Of(ReadOnlySpan<byte> data) => Finish(Add(0, data));

    /// <summary>Checksum of an ICMPv6 message with its pseudo-header (RFC 8200 section 8.1).
    /// </summary>
    /// <param name="addresses">Source and destination address, 32 bytes as in the header.</param>
    /// <param name="message">The ICMPv6 message.</param>
    public static ushort OfIcmpv6(ReadOnlySpan<byte> addresses, ReadOnlySpan<byte> message)
    {
        ulong sum = Add(0, addresses) + (ulong)message.Length + FrameFields.ProtocolIcmpv6;
        return Finish(Add(sum, message));
    }
}
