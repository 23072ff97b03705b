using System.Buffers.Binary;
using SmartNic.Packets;

namespace SmartNic.Features;

/// <summary>Answers pings to local endpoints (RFC 792, RFC 4443 section 4.2).</summary>
internal static class EchoResponder
{
    private const byte EchoRequest = 8;
    private const byte EchoReply = 0;
    private const byte EchoRequest6 = 128;
    private const byte EchoReply6 = 129;
    private const ushort FragmentMask = 0x3FFF;
    private const ushort DontFragment = 0x4000;

    /// <summary>Answers an IPv4 ping.</summary>
    /// <returns><see cref="SlowPathOutcome.EchoAnswered"/>, and the reply of
    /// <paramref name="length"/> bytes; or why there is none.</returns>
    public static SlowPathOutcome Answer4(
        ReadOnlySpan<byte> frame, SlowPathWorld world, byte @interface, Span<byte> reply,
        out int length)
    {
        length = 0;
        if (frame.Length < FrameFields.EthernetBytes + FrameFields.Ipv4Bytes + 8
            || BinaryPrimitives.ReadUInt16BigEndian(frame[12..]) != FrameFields.TypeIpv4)
        {
            return SlowPathOutcome.Malformed;
        }

        ReadOnlySpan<byte> ip = frame[FrameFields.EthernetBytes..];
        int headerBytes = (ip[0] & 15) * 4;
        int totalBytes = BinaryPrimitives.ReadUInt16BigEndian(ip[2..]);
        if (ip[0] >> 4 != 4 || headerBytes < FrameFields.Ipv4Bytes
            || ip[9] != FrameFields.ProtocolIcmp
            || totalBytes < headerBytes + 8 || totalBytes > ip.Length
            || InternetChecksum.Of(ip[..headerBytes]) != 0)
        {
            return SlowPathOutcome.Malformed;
        }

        // Options would have to be carried back (RFC 1122 section 3.2.2.6); nobody pings so.
        if ((BinaryPrimitives.ReadUInt16BigEndian(ip[6..]) & FragmentMask) != 0
            || headerBytes != FrameFields.Ipv4Bytes)
        {
            return SlowPathOutcome.Fragment;
        }

        ReadOnlySpan<byte> message = ip[headerBytes..totalBytes];
        if (message[0] != EchoRequest || message[1] != 0 || InternetChecksum.Of(message) != 0)
        {
            return SlowPathOutcome.Malformed;
        }

        uint source = BinaryPrimitives.ReadUInt32BigEndian(ip[12..]);
        uint target = BinaryPrimitives.ReadUInt32BigEndian(ip[16..]);
        SlowPathOutcome? refusal = Refuse(
            frame, world.FindEndpoint(@interface, target),
            Address.IsHost(source) && world.FindEndpoint(@interface, source) is null);
        if (refusal is { } reason)
        {
            return reason;
        }

        length = FrameFields.EthernetBytes + totalBytes;
        WriteReply4(frame[..length], reply[..length]);
        return SlowPathOutcome.EchoAnswered;
    }

    /// <summary>Answers an IPv6 ping, as <see cref="Answer4"/>.</summary>
    public static SlowPathOutcome Answer6(
        ReadOnlySpan<byte> frame, SlowPathWorld world, byte @interface, Span<byte> reply,
        out int length)
    {
        length = 0;
        if (!Icmpv6Frame.TryRead(frame, out Icmpv6Frame icmp)
            || icmp.Message[0] != EchoRequest6 || icmp.Message[1] != 0)
        {
            return SlowPathOutcome.Malformed;
        }

        SlowPathEndpoint? endpoint = world.FindEndpoint(@interface, icmp.Destination);
        bool isOther = Address.IsHost(icmp.Source)
            && world.FindEndpoint(@interface, icmp.Source) is null;
        if (Refuse(frame, endpoint, isOther) is { } reason)
        {
            return reason;
        }

        Span<byte> message = reply.Slice(
            FrameFields.EthernetBytes + FrameFields.Ipv6Bytes, icmp.Message.Length);
        icmp.Message.CopyTo(message);
        message[0] = EchoReply6;
        length = Icmpv6Frame.WriteAround(
            reply, message.Length, icmp.SourceMac, icmp.DestinationMac, icmp.Source,
            icmp.Destination, FrameFields.DefaultHopLimit);
        return SlowPathOutcome.EchoAnswered;
    }

    /// <summary>Why a well-formed ping gets no answer, or null.</summary>
    /// <param name="frame">The ping.</param>
    /// <param name="endpoint">Whom it is for.</param>
    /// <param name="isOther">Whether it is from a host, and not from an address of our own.</param>
    private static SlowPathOutcome? Refuse(
        ReadOnlySpan<byte> frame, SlowPathEndpoint? endpoint, bool isOther)
    {
        if (endpoint is null)
        {
            return SlowPathOutcome.Foreign;
        }

        if (Address.ReadMac(frame) != endpoint.Mac)
        {
            return SlowPathOutcome.BadDestination;
        }

        ulong sourceMac = Address.ReadMac(frame[6..]);
        return !isOther || !Address.IsStation(sourceMac) || sourceMac == endpoint.Mac
            ? SlowPathOutcome.BadSource
            : null;
    }

    private static void WriteReply4(ReadOnlySpan<byte> request, Span<byte> reply)
    {
        request.CopyTo(reply);
        request.Slice(6, 6).CopyTo(reply);
        request[..6].CopyTo(reply[6..]);
        Span<byte> ip = reply[FrameFields.EthernetBytes..];
        ip[1] &= 0xFC; // the sender's class of service, but no congestion mark of its path
        BinaryPrimitives.WriteUInt16BigEndian(ip[4..], 0); // never fragmented: RFC 6864 needs no id
        BinaryPrimitives.WriteUInt16BigEndian(ip[6..], DontFragment);
        ip[8] = FrameFields.DefaultHopLimit;
        request.Slice(FrameFields.EthernetBytes + 12, 4).CopyTo(ip[16..]);
        request.Slice(FrameFields.EthernetBytes + 16, 4).CopyTo(ip[12..]);
        ip[10] = ip[11] = 0;
        BinaryPrimitives.WriteUInt16BigEndian(
            ip[10..], InternetChecksum.Of(ip[..FrameFields.Ipv4Bytes]));
        Span<byte> message = ip[FrameFields.Ipv4Bytes..];
        message[0] = EchoReply;
        message[2] = message[3] = 0;
        BinaryPrimitives.WriteUInt16BigEndian(message[2..], InternetChecksum.Of(message));
    }
}
