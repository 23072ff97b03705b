using System.Buffers.Binary;
using SmartNic.Packets;

namespace SmartNic.Features;

/// <summary>
/// Tells a station that its packet is too big: "fragmentation needed" of ICMP (RFC 792, RFC 1191
/// section 4) or "packet too big" of ICMPv6 (RFC 4443 section 3.2). It comes from where the packet
/// was for, as a bridge has no address of its own there.
/// </summary>
internal static class TooBigMessage
{
    /// <summary>Longest message with its IPv4 header: what every host takes (RFC 1812 section
    /// 4.3.2.3).</summary>
    private const int MostBytes4 = 576;

    /// <summary>Longest message with its IPv6 header: the least MTU (RFC 4443 section 2.4 c).
    /// </summary>
    private const int MostBytes6 = MtuSection.LeastOfIPv6;

    private const int MessageHeaderBytes = 8;
    private const byte Unreachable = 3;
    private const byte FragmentationNeeded = 4;
    private const byte TooBig6 = 2;
    private const byte Redirect6 = 137;
    private const byte LeastQuery6 = 128;

    /// <summary>Internetwork control (RFC 1812 section 4.3.2.5).</summary>
    private const byte ControlTraffic = 0xC0;

    private const ushort DontFragment = 0x4000;

    /// <summary>Whether its sender may be told (RFC 1122 section 3.2.2, RFC 4443 section 2.4 e):
    /// of IPv4 not about a later fragment.</summary>
    /// <param name="frame">The frame.</param>
    /// <param name="packet">What it carries.</param>
    public static bool IsAllowed(ReadOnlySpan<byte> frame, in IpPacket packet) =>
        Address.IsStation(Address.ReadMac(frame))
        && Address.IsStation(Address.ReadMac(frame[6..]))
        && IsHost(packet.Source, packet.Is6) && IsHost(packet.Destination, packet.Is6)
        && (packet.Is6 || packet.FragmentOffset == 0) && !IsError(packet);

    /// <summary>Writes the message.</summary>
    /// <param name="reply">Takes the frame.</param>
    /// <param name="frame">The frame that was too long.</param>
    /// <param name="packet">What it carries.</param>
    /// <param name="mtu">What would fit, bytes.</param>
    /// <returns>Bytes of the frame.</returns>
    public static int Write(
        Span<byte> reply, ReadOnlySpan<byte> frame, in IpPacket packet, int mtu)
    {
        var length = packet.Is6
            ? Write6(reply, frame, packet, mtu)
            : Write4(reply, packet, mtu);

        // Ethernet and its tags as they came, with the addresses swapped.
        frame[..packet.LinkBytes].CopyTo(reply);
        frame.Slice(6, 6).CopyTo(reply);
        frame[..6].CopyTo(reply[6..]);
        return length;
    }

    private static int Write4(Span<byte> reply, in IpPacket packet, int mtu)
    {
        const int Most = MostBytes4 - FrameFields.Ipv4Bytes - MessageHeaderBytes;
        var quoted = packet.Bytes[..Math.Min(packet.Bytes.Length, Most)];
        var ip = reply.Slice(packet.LinkBytes,
            FrameFields.Ipv4Bytes + MessageHeaderBytes + quoted.Length);
        ip[..(FrameFields.Ipv4Bytes + MessageHeaderBytes)].Clear();
        ip[0] = 0x45;
        ip[1] = ControlTraffic;
        BinaryPrimitives.WriteUInt16BigEndian(ip[2..], (ushort)ip.Length);
        BinaryPrimitives.WriteUInt16BigEndian(ip[6..], DontFragment);
        ip[8] = FrameFields.DefaultHopLimit;
        ip[9] = FrameFields.ProtocolIcmp;
        packet.Bytes.Slice(16, 4).CopyTo(ip[12..]);
        packet.Bytes.Slice(12, 4).CopyTo(ip[16..]);
        BinaryPrimitives.WriteUInt16BigEndian(
            ip[10..], InternetChecksum.Of(ip[..FrameFields.Ipv4Bytes]));
        var message = ip[FrameFields.Ipv4Bytes..];
        message[0] = Unreachable;
        message[1] = FragmentationNeeded;
        BinaryPrimitives.WriteUInt16BigEndian(message[6..], (ushort)mtu);
        quoted.CopyTo(message[MessageHeaderBytes..]);
        BinaryPrimitives.WriteUInt16BigEndian(message[2..], InternetChecksum.Of(message));
        return packet.LinkBytes + ip.Length;
    }

    private static int Write6(
        Span<byte> reply, ReadOnlySpan<byte> frame, in IpPacket packet, int mtu)
    {
        const int Most = MostBytes6 - FrameFields.Ipv6Bytes - MessageHeaderBytes;
        var quoted = packet.Bytes[..Math.Min(packet.Bytes.Length, Most)];
        var tags = packet.LinkBytes - FrameFields.EthernetBytes;
        var message = reply[(packet.LinkBytes + FrameFields.Ipv6Bytes)..];
        message[..MessageHeaderBytes].Clear();
        message[0] = TooBig6;
        BinaryPrimitives.WriteUInt32BigEndian(message[4..], (uint)mtu);
        quoted.CopyTo(message[MessageHeaderBytes..]);
        return tags + Icmpv6Frame.WriteAround(
            reply[tags..], MessageHeaderBytes + quoted.Length, Address.ReadMac(frame[6..]),
            Address.ReadMac(frame), packet.Source, packet.Destination,
            FrameFields.DefaultHopLimit);
    }

    private static bool IsHost(UInt128 ip, bool is6) =>
        is6 ? Address.IsHost(ip) : Address.IsHost((uint)ip);

    /// <summary>An error, or a redirect; what has no type to see is taken for one.</summary>
    private static bool IsError(in IpPacket packet)
    {
        if (packet.Protocol == FrameFields.ProtocolIcmp && !packet.Is6)
        {
            // Queries and answers (RFC 792, RFC 950, RFC 1256); all else is an error, or nothing
            // that is known.
            return packet.Payload is not [0 or 8 or 9 or 10 or (>= 13 and <= 18), ..];
        }

        return packet.Protocol == FrameFields.ProtocolIcmpv6 && packet.Is6
            && (packet.FragmentOffset != 0
                || packet.Payload is not [>= LeastQuery6 and not Redirect6, ..]);
    }
}
