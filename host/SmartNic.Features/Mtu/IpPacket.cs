using System.Buffers.Binary;
using SmartNic.Packets;

namespace SmartNic.Features;

/// <summary>A whole IP packet in an Ethernet frame, behind up to two VLAN tags.</summary>
internal readonly ref struct IpPacket
{
    private const int MostExtensions = 8;

    private IpPacket(int linkBytes, bool is6, int headerBytes, byte protocol,
        ReadOnlySpan<byte> bytes)
    {
        LinkBytes = linkBytes;
        Is6 = is6;
        HeaderBytes = headerBytes;
        Protocol = protocol;
        Bytes = bytes;
    }

    /// <summary>Bytes of Ethernet with its tags.</summary>
    public int LinkBytes { get; }

    /// <summary>It is one of IPv6; else of IPv4.</summary>
    public bool Is6 { get; }

    /// <summary>Bytes of its header, of IPv6 with the extension headers that were understood.
    /// </summary>
    public int HeaderBytes { get; }

    /// <summary>Protocol of what follows it.</summary>
    public byte Protocol { get; }

    /// <summary>The packet, without what Ethernet has behind it.</summary>
    public ReadOnlySpan<byte> Bytes { get; }

    /// <summary>What follows its header.</summary>
    public ReadOnlySpan<byte> Payload => Bytes[HeaderBytes..];

    /// <summary>Source address, IPv4 in the low 32 bits.</summary>
    public UInt128 Source => Is6
        ? BinaryPrimitives.ReadUInt128BigEndian(Bytes[8..])
        : BinaryPrimitives.ReadUInt32BigEndian(Bytes[12..]);

    /// <summary>Destination address, IPv4 in the low 32 bits.</summary>
    public UInt128 Destination => Is6
        ? BinaryPrimitives.ReadUInt128BigEndian(Bytes[24..])
        : BinaryPrimitives.ReadUInt32BigEndian(Bytes[16..]);

    /// <summary>IPv4: its sender forbids fragments (RFC 791 section 3.1). IPv6 always does.
    /// </summary>
    public bool IsWhole => Is6 || (Bytes[6] & 0x40) != 0;

    /// <summary>Bytes from the start of the packet that it is a fragment of, in units of eight.
    /// </summary>
    public int FragmentOffset { get; private init; }

    /// <summary>It is one of several fragments.</summary>
    public bool IsFragment { get; private init; }

    /// <summary>Reads a frame; false when it has no whole IP packet, or one of IPv4 with a wrong
    /// checksum.</summary>
    public static bool TryRead(ReadOnlySpan<byte> frame, out IpPacket packet)
    {
        packet = default;
        var at = FrameFields.EthernetBytes;
        if (frame.Length < at)
        {
            return false;
        }

        var type = BinaryPrimitives.ReadUInt16BigEndian(frame[12..]);
        for (var tags = 0; tags < 2 && (type == Kernels.Protocol.CTag
            || (type == Kernels.Protocol.STag && tags == 0)); tags++)
        {
            if (frame.Length < at + 4)
            {
                return false;
            }

            at += 4;
            type = BinaryPrimitives.ReadUInt16BigEndian(frame[(at - 2)..]);
        }

        var rest = frame[at..];
        return type switch
        {
            FrameFields.TypeIpv4 => TryRead4(rest, at, out packet),
            FrameFields.TypeIpv6 => TryRead6(rest, at, out packet),
            _ => false,
        };
    }

    private static bool TryRead4(ReadOnlySpan<byte> ip, int linkBytes, out IpPacket packet)
    {
        packet = default;
        if (ip.Length < FrameFields.Ipv4Bytes || ip[0] >> 4 != 4)
        {
            return false;
        }

        var header = (ip[0] & 15) * 4;
        int total = BinaryPrimitives.ReadUInt16BigEndian(ip[2..]);
        if (header < FrameFields.Ipv4Bytes || total < header || total > ip.Length
            || InternetChecksum.Of(ip[..header]) != 0)
        {
            return false;
        }

        int fragment = BinaryPrimitives.ReadUInt16BigEndian(ip[6..]) & 0x3FFF;
        packet = new(linkBytes, false, header, ip[9], ip[..total])
        {
            FragmentOffset = fragment & 0x1FFF,
            IsFragment = fragment != 0,
        };
        return true;
    }

    /// <summary>Walks hop-by-hop options, routing, destination options and a fragment header
    /// (RFC 8200 section 4); what is behind a later fragment is nobody's header.</summary>
    private static bool TryRead6(ReadOnlySpan<byte> ip, int linkBytes, out IpPacket packet)
    {
        packet = default;
        if (ip.Length < FrameFields.Ipv6Bytes || ip[0] >> 4 != 6)
        {
            return false;
        }

        var total = FrameFields.Ipv6Bytes + BinaryPrimitives.ReadUInt16BigEndian(ip[4..]);
        if (total > ip.Length)
        {
            return false;
        }

        ip = ip[..total];
        var at = FrameFields.Ipv6Bytes;
        var next = ip[6];
        var fragment = 0;
        for (var n = 0; n < MostExtensions && fragment >> 3 == 0 && at + 8 <= total; n++)
        {
            var isFragment = next == Kernels.Protocol.Fragment;
            if (!isFragment && next is not (Kernels.Protocol.HopByHop or Kernels.Protocol.Routing
                or Kernels.Protocol.DestinationOptions))
            {
                break;
            }

            var bytes = isFragment ? 8 : 8 + (8 * ip[at + 1]);
            if (at + bytes > total)
            {
                break;
            }

            fragment = isFragment
                ? BinaryPrimitives.ReadUInt16BigEndian(ip[(at + 2)..]) & 0xFFF9
                : fragment;
            next = ip[at];
            at += bytes;
        }

        packet = new(linkBytes, true, at, next, ip)
        {
            FragmentOffset = fragment >> 3,
            IsFragment = fragment != 0,
        };
        return true;
    }
}
