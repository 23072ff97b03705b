using System.Buffers.Binary;
using SmartNic.Packets;

namespace SmartNic.Features;

/// <summary>An untagged Ethernet frame with an ICMPv6 message directly behind the IPv6 header,
/// lengths and checksum verified.</summary>
internal readonly ref struct Icmpv6Frame
{
    private Icmpv6Frame(ReadOnlySpan<byte> frame, ReadOnlySpan<byte> message)
    {
        DestinationMac = Address.ReadMac(frame);
        SourceMac = Address.ReadMac(frame[6..]);
        ReadOnlySpan<byte> ip = frame[FrameFields.EthernetBytes..];
        HopLimit = ip[7];
        Source = BinaryPrimitives.ReadUInt128BigEndian(ip[8..]);
        Destination = BinaryPrimitives.ReadUInt128BigEndian(ip[24..]);
        Message = message;
    }

    public ulong DestinationMac { get; }

    public ulong SourceMac { get; }

    public byte HopLimit { get; }

    public UInt128 Source { get; }

    public UInt128 Destination { get; }

    /// <summary>The message from its type byte on; at least 8 bytes.</summary>
    public ReadOnlySpan<byte> Message { get; }

    /// <summary>Reads the frame; false when anything in it is not as said above. Bytes behind the
    /// IPv6 length are Ethernet padding and left out.</summary>
    public static bool TryRead(ReadOnlySpan<byte> frame, out Icmpv6Frame icmp)
    {
        icmp = default;
        const int MessageAt = FrameFields.EthernetBytes + FrameFields.Ipv6Bytes;
        if (frame.Length < MessageAt + 8
            || BinaryPrimitives.ReadUInt16BigEndian(frame[12..]) != FrameFields.TypeIpv6)
        {
            return false;
        }

        ReadOnlySpan<byte> ip = frame[FrameFields.EthernetBytes..];
        int length = BinaryPrimitives.ReadUInt16BigEndian(ip[4..]);
        if (ip[0] >> 4 != 6 || ip[6] != FrameFields.ProtocolIcmpv6
            || length < 8 || length > frame.Length - MessageAt)
        {
            return false;
        }

        ReadOnlySpan<byte> message = frame.Slice(MessageAt, length);
        if (InternetChecksum.Of(ip.Slice(8, 32), FrameFields.ProtocolIcmpv6, message) != 0)
        {
            return false;
        }

        icmp = new Icmpv6Frame(frame, message);
        return true;
    }

    /// <summary>Completes an answer whose message already lies behind the headers: writes the
    /// Ethernet and IPv6 headers and the checksum.</summary>
    /// <returns>Bytes of the frame.</returns>
    public static int WriteAround(
        Span<byte> frame, int messageBytes, ulong toMac, ulong fromMac, UInt128 to, UInt128 from,
        byte hopLimit)
    {
        Address.WriteMac(frame, toMac);
        Address.WriteMac(frame[6..], fromMac);
        BinaryPrimitives.WriteUInt16BigEndian(frame[12..], FrameFields.TypeIpv6);
        Span<byte> ip = frame[FrameFields.EthernetBytes..];
        BinaryPrimitives.WriteUInt32BigEndian(ip, 0x6000_0000);
        BinaryPrimitives.WriteUInt16BigEndian(ip[4..], (ushort)messageBytes);
        ip[6] = FrameFields.ProtocolIcmpv6;
        ip[7] = hopLimit;
        BinaryPrimitives.WriteUInt128BigEndian(ip[8..], from);
        BinaryPrimitives.WriteUInt128BigEndian(ip[24..], to);
        Span<byte> message = ip.Slice(FrameFields.Ipv6Bytes, messageBytes);
        message[2] = message[3] = 0;
        BinaryPrimitives.WriteUInt16BigEndian(
            message[2..],
            InternetChecksum.Of(ip.Slice(8, 32), FrameFields.ProtocolIcmpv6, message));
        return FrameFields.EthernetBytes + FrameFields.Ipv6Bytes + messageBytes;
    }
}
