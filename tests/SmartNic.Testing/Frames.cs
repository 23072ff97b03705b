using System.Buffers.Binary;
using System.Net;

namespace SmartNic.Testing;

/// <summary>
/// Frames from the inside out: each function puts one header in front of a payload.
/// </summary>
public static class Frames
{
    /// <summary>A MAC address from its 48 bits.</summary>
    public static byte[] Mac(ulong value)
    {
        var bytes = new byte[8];
        BinaryPrimitives.WriteUInt64BigEndian(bytes, value);
        return bytes[2..];
    }

    /// <summary>Ethernet II.</summary>
    public static byte[] Ethernet(ulong destination, ulong source, ushort type, byte[] payload) =>
        [.. Mac(destination), .. Mac(source), .. Be16(type), .. payload];

    /// <summary>Puts a VLAN tag (type 0x8100 or 0x88A8) into a frame.</summary>
    public static byte[] Tag(byte[] frame, ushort type, ushort tci) =>
        [.. frame[..12], .. Be16(type), .. Be16(tci), .. frame[12..]];

    /// <summary>A frame with none, one (0x8100) or two (0x88A8 outside) VLAN tags.</summary>
    public static byte[] Tagged(byte[] frame, int tags) => tags switch
    {
        0 => frame,
        1 => Tag(frame, 0x8100, 5),
        _ => Tag(Tag(frame, 0x8100, 5), 0x88A8, 6),
    };

    /// <summary>IPv4 with a right checksum (RFC 791); options in multiples of four bytes.</summary>
    public static byte[] Ipv4(
        string source, string destination, byte protocol, byte[] payload,
        byte[]? options = null, ushort fragment = 0)
    {
        options ??= [];
        int header = 20 + options.Length;
        byte[] packet =
        [
            (byte)(0x40 | (header / 4)), 0, .. Be16((ushort)(header + payload.Length)),
            0x12, 0x34, .. Be16(fragment), 64, protocol, 0, 0,
            .. IPAddress.Parse(source).GetAddressBytes(),
            .. IPAddress.Parse(destination).GetAddressBytes(),
            .. options, .. payload,
        ];
        ushort sum = Checksum(packet.AsSpan(0, header));
        BinaryPrimitives.WriteUInt16BigEndian(packet.AsSpan(10), sum);
        return packet;
    }

    /// <summary>IPv6 without extension headers (RFC 8200).</summary>
    public static byte[] Ipv6(string source, string destination, byte next, byte[] payload) =>
    [
        0x60, 0, 0, 0, .. Be16((ushort)payload.Length), next, 255,
        .. IPAddress.Parse(source).GetAddressBytes(),
        .. IPAddress.Parse(destination).GetAddressBytes(), .. payload,
    ];

    /// <summary>The packet with another DSCP and ECN: second byte of IPv4 (RFC 2474), checksum
    /// computed anew; bits 27:20 of IPv6 (RFC 8200). What is neither stays as it is.</summary>
    public static byte[] Traffic(byte[] packet, byte value)
    {
        byte[] changed = [.. packet];
        if (packet.Length >= 20 && packet[0] >> 4 == 4)
        {
            changed[1] = value;
            changed[10] = changed[11] = 0;
            BinaryPrimitives.WriteUInt16BigEndian(
                changed.AsSpan(10),
                Checksum(changed.AsSpan(0, Math.Min(packet.Length, 4 * (packet[0] & 15)))));
        }
        else if (packet.Length >= 40 && packet[0] >> 4 == 6)
        {
            changed[0] = (byte)(0x60 | (value >> 4));
            changed[1] = (byte)((value << 4) | (packet[1] & 15));
        }

        return changed;
    }

    /// <summary>The same for an Ethernet frame of IPv4 or IPv6 with any number of tags.</summary>
    public static byte[] InnerTraffic(byte[] frame, byte value)
    {
        int at = 12;
        while (at + 6 <= frame.Length && Type(frame, at) is 0x8100 or 0x88A8)
        {
            at += 4;
        }

        return at + 2 <= frame.Length && Type(frame, at) is 0x0800 or 0x86DD
            ? [.. frame[..(at + 2)], .. Traffic(frame[(at + 2)..], value)]
            : frame;
    }

    /// <summary>UDP with checksum 0 (RFC 768).</summary>
    public static byte[] Udp(ushort source, ushort destination, byte[] payload) =>
    [
        .. Be16(source), .. Be16(destination), .. Be16((ushort)(8 + payload.Length)), 0, 0,
        .. payload,
    ];

    /// <summary>
    /// The same datagram with its checksum (RFC 768, RFC 8200 section 8.1), between two addresses.
    /// </summary>
    public static byte[] UdpSummed(string source, string destination, byte[] datagram)
    {
        byte[] summed = [.. datagram];
        byte[] pseudo =
        [
            .. IPAddress.Parse(source).GetAddressBytes(),
            .. IPAddress.Parse(destination).GetAddressBytes(),
            0, 17, .. Be16((ushort)datagram.Length), .. datagram,
        ];
        ushort sum = Checksum(pseudo);
        BinaryPrimitives.WriteUInt16BigEndian(summed.AsSpan(6), sum == 0 ? (ushort)0xFFFF : sum);
        return summed;
    }

    /// <summary>VXLAN header (RFC 7348 section 5) in front of an inner frame.</summary>
    public static byte[] Vxlan(uint vni, byte[] inner) =>
        [8, 0, 0, 0, (byte)(vni >> 16), (byte)(vni >> 8), (byte)vni, 0, .. inner];

    /// <summary>Geneve header (RFC 8926 section 3.4) in front of an inner frame.</summary>
    public static byte[] Geneve(uint vni, byte[] inner, byte[] options) =>
    [
        (byte)(options.Length / 4), 0, 0x65, 0x58,
        (byte)(vni >> 16), (byte)(vni >> 8), (byte)vni, 0, .. options, .. inner,
    ];

    /// <summary>GRE header of NVGRE (RFC 7637 section 3.2) in front of an inner frame.</summary>
    public static byte[] Nvgre(uint vsid, byte[] inner, byte flow) =>
    [
        0x20, 0, 0x65, 0x58, (byte)(vsid >> 16), (byte)(vsid >> 8), (byte)vsid, flow, .. inner,
    ];

    /// <summary>GRE header (RFC 2784 section 2.1, RFC 2890 section 2) in front of a payload.
    /// </summary>
    public static byte[] Gre(
        ushort type, byte[] payload, uint? key = null, uint? sequence = null,
        bool summed = false)
    {
        int flags = (summed ? 0x80 : 0) | (key is null ? 0 : 0x20) | (sequence is null ? 0 : 0x10);
        byte[] gre =
        [
            (byte)flags, 0, .. Be16(type), .. Be32(summed ? 0 : null), .. Be32(key),
            .. Be32(sequence), .. payload,
        ];
        if (summed)
        {
            BinaryPrimitives.WriteUInt16BigEndian(gre.AsSpan(4), Checksum(gre));
        }

        return gre;
    }

    /// <summary>A whole VXLAN frame as it is on the wire.</summary>
    public static byte[] VxlanFrame(
        string source, string destination, uint vni, byte[] inner, ushort port = 4789,
        byte traffic = 0) =>
        Ethernet(0x020000000001, 0x020000000002, 0x0800, Traffic(
            Ipv4(source, destination, 17, Udp(50000, port, Vxlan(vni, inner))), traffic));

    /// <summary>ARP (RFC 826); operation 1 = request, 2 = reply.</summary>
    public static byte[] Arp(
        ushort operation, ulong senderMac, string sender, ulong targetMac, string target) =>
    [
        0, 1, 8, 0, 6, 4, .. Be16(operation),
        .. Mac(senderMac), .. IPAddress.Parse(sender).GetAddressBytes(),
        .. Mac(targetMac), .. IPAddress.Parse(target).GetAddressBytes(),
    ];

    /// <summary>A neighbour solicitation (RFC 4861 section 4.3) as ICMPv6 payload.</summary>
    public static byte[] Solicitation(string target) =>
        [135, 0, 0, 0, 0, 0, 0, 0, .. IPAddress.Parse(target).GetAddressBytes()];

    /// <summary>An ICMP or ICMPv6 echo request without checksum.</summary>
    public static byte[] Echo(byte type, int bytes) =>
        [type, 0, 0, 0, 0, 1, 0, 1, .. new byte[bytes]];

    /// <summary>A tenant's UDP frame of so many bytes in all, at least 42.</summary>
    public static byte[] UdpFrame(ulong destination, ulong source, int bytes, ushort port = 1000) =>
        Ethernet(destination, source, 0x0800,
            Ipv4("10.0.0.1", "10.0.0.2", 17, Udp(port, 2000, new byte[bytes - 42])));

    /// <summary>Internet checksum (RFC 1071) of bytes whose checksum field is zero.</summary>
    public static ushort Checksum(ReadOnlySpan<byte> bytes)
    {
        uint sum = 0;
        for (int i = 0; i < bytes.Length; i++)
        {
            sum += (i & 1) == 0 ? (uint)bytes[i] << 8 : bytes[i];
        }

        while (sum >> 16 != 0)
        {
            sum = (sum & 0xFFFF) + (sum >> 16);
        }

        return (ushort)~sum;
    }

    private static int Type(byte[] frame, int at) => (frame[at] << 8) | frame[at + 1];

    /// <summary>A number of 32 bits, or nothing.</summary>
    private static byte[] Be32(uint? value) => value is { } v
        ? [(byte)(v >> 24), (byte)(v >> 16), (byte)(v >> 8), (byte)v]
        : [];

    private static byte[] Be16(ushort value) => [(byte)(value >> 8), (byte)value];
}
