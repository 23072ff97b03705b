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

    /// <summary>What the fragments of one packet have in common, with their addresses; 0 of IPv6
    /// without a fragment header.</summary>
    public uint Identification { get; private init; }

    /// <summary>Reads a frame; false when it has no whole IP packet, or one of IPv4 with a wrong
    /// checksum.</summary>
    public static bool TryRead(ReadOnlySpan<byte> frame, out IpPacket packet)
    {
        packet = default;
        return TryFindType(frame, out var type, out var at)
            && TryRead(frame[at..], type, at, out packet);
    }

    /// <summary>Reads a packet; false as of a frame.</summary>
    /// <param name="ip">At its header.</param>
    /// <param name="type">EtherType.</param>
    /// <param name="linkBytes">Bytes in front of it.</param>
    /// <param name="packet">The packet.</param>
    public static bool TryRead(
        ReadOnlySpan<byte> ip, ushort type, int linkBytes, out IpPacket packet)
    {
        packet = default;
        return type switch
        {
            FrameFields.TypeIpv4 => TryRead4(ip, linkBytes, false, out packet),
            FrameFields.TypeIpv6 => TryRead6(ip, linkBytes, false, out packet),
            _ => false,
        };
    }

    /// <summary>Reads the front of a packet that an error message quotes (RFC 792, RFC 4443): the
    /// rest of it may be missing, and routers have written in its header.</summary>
    /// <param name="ip">What is quoted.</param>
    /// <param name="is6">It is IPv6.</param>
    /// <param name="packet">The packet, as far as it is there.</param>
    public static bool TryReadQuoted(ReadOnlySpan<byte> ip, bool is6, out IpPacket packet) =>
        is6 ? TryRead6(ip, 0, true, out packet) : TryRead4(ip, 0, true, out packet);

    /// <summary>EtherType behind up to two VLAN tags, and where what follows it begins; false where
    /// the frame ends before.</summary>
    public static bool TryFindType(ReadOnlySpan<byte> frame, out ushort type, out int at)
    {
        type = 0;
        at = FrameFields.EthernetBytes;
        if (frame.Length < at)
        {
            return false;
        }

        type = BinaryPrimitives.ReadUInt16BigEndian(frame[12..]);
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

        return true;
    }

    private static bool TryRead4(
        ReadOnlySpan<byte> ip, int linkBytes, bool isQuoted, out IpPacket packet)
    {
        packet = default;
        if (ip.Length < FrameFields.Ipv4Bytes || ip[0] >> 4 != 4)
        {
            return false;
        }

        var header = (ip[0] & 15) * 4;
        int total = BinaryPrimitives.ReadUInt16BigEndian(ip[2..]);
        if (header < FrameFields.Ipv4Bytes || total < header || header > ip.Length
            || (!isQuoted && (total > ip.Length || InternetChecksum.Of(ip[..header]) != 0)))
        {
            return false;
        }

        total = Math.Min(total, ip.Length);
        int fragment = BinaryPrimitives.ReadUInt16BigEndian(ip[6..]) & 0x3FFF;
        packet = new(linkBytes, false, header, ip[9], ip[..total])
        {
            FragmentOffset = fragment & 0x1FFF,
            IsFragment = fragment != 0,
            Identification = BinaryPrimitives.ReadUInt16BigEndian(ip[4..]),
        };
        return true;
    }

    /// <summary>Walks hop-by-hop options, routing, destination options and a fragment header
    /// (RFC 8200 section 4); what is behind a later fragment is nobody's header.</summary>
    private static bool TryRead6(
        ReadOnlySpan<byte> ip, int linkBytes, bool isQuoted, out IpPacket packet)
    {
        packet = default;
        if (ip.Length < FrameFields.Ipv6Bytes || ip[0] >> 4 != 6)
        {
            return false;
        }

        var total = FrameFields.Ipv6Bytes + BinaryPrimitives.ReadUInt16BigEndian(ip[4..]);
        if (total > ip.Length && !isQuoted)
        {
            return false;
        }

        total = Math.Min(total, ip.Length);
        ip = ip[..total];
        var at = FrameFields.Ipv6Bytes;
        var next = ip[6];
        var fragment = 0;
        var identification = 0u;
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
            identification = isFragment
                ? BinaryPrimitives.ReadUInt32BigEndian(ip[(at + 4)..])
                : identification;
            next = ip[at];
            at += bytes;
        }

        packet = new(linkBytes, true, at, next, ip)
        {
            FragmentOffset = fragment >> 3,
            IsFragment = fragment != 0,
            Identification = identification,
        };
        return true;
    }
}
