using System.Buffers.Binary;

namespace SmartNic.Bench;

/// <summary>The frames that are offered: UDP over IPv4, plain and in VXLAN.</summary>
internal static class Packets
{
    /// <summary>Ethernet, IPv4, UDP and VXLAN in front of an inner frame.</summary>
    public const int OuterBytes = 50;

    /// <summary>A tenant's frame.</summary>
    /// <param name="flow">Gives its destination address and its UDP port.</param>
    /// <param name="bytes">Length without FCS, at least 42.</param>
    public static byte[] Inner(int flow, int bytes)
    {
        var frame = new byte[bytes];
        Ethernet(frame, Gateways.Mac(flow), 0x02EE00000000);
        Ipv4(frame.AsSpan(14), 0xC0A80001, 0xC0A80002);
        Udp(frame.AsSpan(34), (ushort)(1024 + (flow % 60_000)), 5001);
        for (int i = 42; i < bytes; i++)
        {
            frame[i] = (byte)(i + flow);
        }

        return frame;
    }

    /// <summary>The frame in VXLAN, from a remote endpoint to the local one.</summary>
    /// <param name="vni">Network of the tenant.</param>
    /// <param name="inner">The tenant's frame.</param>
    public static byte[] Outer(uint vni, ReadOnlySpan<byte> inner)
    {
        var frame = new byte[OuterBytes + inner.Length];
        Ethernet(frame, 0x02FF00000001, 0x02FF00010000);
        Udp(frame.AsSpan(34), 50_000, 4789);
        Ipv4(frame.AsSpan(14), Gateways.RemoteIp, Gateways.LocalIp);
        frame[42] = 8;
        BinaryPrimitives.WriteUInt32BigEndian(frame.AsSpan(46), vni << 8);
        inner.CopyTo(frame.AsSpan(OuterBytes));
        return frame;
    }

    private static void Ethernet(Span<byte> at, ulong destination, ulong source)
    {
        BinaryPrimitives.WriteUInt64BigEndian(at, destination << 16);
        BinaryPrimitives.WriteUInt64BigEndian(at[6..], source << 16);
        BinaryPrimitives.WriteUInt16BigEndian(at[12..], 0x0800);
    }

    private static void Ipv4(Span<byte> packet, uint source, uint destination)
    {
        packet[0] = 0x45;
        BinaryPrimitives.WriteUInt16BigEndian(packet[2..], (ushort)packet.Length);
        packet[8] = 64;
        packet[9] = 17;
        BinaryPrimitives.WriteUInt32BigEndian(packet[12..], source);
        BinaryPrimitives.WriteUInt32BigEndian(packet[16..], destination);
        uint sum = 0;
        for (int i = 0; i < 20; i += 2)
        {
            sum += BinaryPrimitives.ReadUInt16BigEndian(packet[i..]);
        }

        sum = (sum & 0xFFFF) + (sum >> 16);
        sum = (sum & 0xFFFF) + (sum >> 16);
        BinaryPrimitives.WriteUInt16BigEndian(packet[10..], (ushort)~sum);
    }

    private static void Udp(Span<byte> datagram, ushort source, ushort destination)
    {
        BinaryPrimitives.WriteUInt16BigEndian(datagram, source);
        BinaryPrimitives.WriteUInt16BigEndian(datagram[2..], destination);
        BinaryPrimitives.WriteUInt16BigEndian(datagram[4..], (ushort)datagram.Length);
    }
}
