using System.Buffers.Binary;

namespace SmartNic.Packets;

/// <summary>The checksum of IPv4, ICMP, ICMPv6, UDP and TCP (RFC 1071).</summary>
public static class InternetChecksum
{
    /// <summary>Adds big-endian 16-bit words to a running sum; an odd last byte is padded with
    /// zero. Two words at a time: 2^16 counts as 1.</summary>
    /// <returns>The sum, not folded: 64 bits hold 2^32 pairs of words without a carry out.
    /// </returns>
    public static ulong Add(ulong sum, ReadOnlySpan<byte> data)
    {
        while (data.Length >= sizeof(uint))
        {
            sum += BinaryPrimitives.ReadUInt32BigEndian(data);
            data = data[sizeof(uint)..];
        }

        if (data.Length >= sizeof(ushort))
        {
            sum += BinaryPrimitives.ReadUInt16BigEndian(data);
            data = data[sizeof(ushort)..];
        }

        return data.IsEmpty ? sum : sum + ((ulong)data[0] << 8);
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

    /// <summary>Checksum of a message with its pseudo-header (RFC 8200 section 8.1, RFC 9293
    /// section 3.1, RFC 768).</summary>
    /// <param name="addresses">Source and destination address, 8 or 32 bytes as in the header.
    /// </param>
    /// <param name="protocol">Number of the protocol.</param>
    /// <param name="message">The message, with its header.</param>
    public static ushort Of(
        ReadOnlySpan<byte> addresses, byte protocol, ReadOnlySpan<byte> message) =>
        Finish(Add(Add(0, addresses) + (ulong)message.Length + protocol, message));
}
