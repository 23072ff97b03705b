using System.Buffers.Binary;
using SmartNic.Hls.Language;

namespace SmartNic.Kernels;

/// <summary>
/// A way to a remote tunnel endpoint, of which the template of a <see cref="NextHop"/> is made: by
/// the driver, not in hardware.
/// </summary>
/// <param name="Kind">How packets are carried.</param>
/// <param name="Source">Outer source address, IPv4 mapped: a local endpoint.</param>
/// <param name="Destination">Outer destination address, of the same version.</param>
/// <param name="SourceMac">Outer source MAC address.</param>
/// <param name="DestinationMac">Outer destination MAC address: that of the next hop.</param>
public readonly record struct TunnelRoute(
    TunnelKind Kind, UInt128 Source, UInt128 Destination, U48 SourceMac, U48 DestinationMac)
{
    /// <summary>Fewest bytes that a tunnel adds to a frame: an IPv4 header.</summary>
    public const int LeastAddedBytes = 20;

    /// <summary>Fewest bytes of outer headers of a whole frame: Ethernet, IPv4, GRE without key.
    /// </summary>
    public const int LeastHeaderBytes = 38;

    /// <summary>Most bytes of Geneve options: what a prefix holds behind IPv6.</summary>
    public const int MaxOptionBytes = (EditPrefix.Bytes - 70) / 4 * 4;

    const uint NoFragments = 0x4000;

    /// <summary>Outer time to live, hop limit.</summary>
    public byte Ttl { get; init; } = 64;

    /// <summary>Outer DSCP where the tenant has no other, 0 to 63.</summary>
    public byte Dscp { get; init; }

    /// <summary>Path MTU: most bytes of an outer IP packet, 0 for no limit.</summary>
    public ushort Mtu { get; init; }

    /// <summary>UDP destination port, of VXLAN.</summary>
    public ushort UdpPort { get; init; } = Protocol.VxlanPort;

    /// <summary>
    /// Geneve options, whole (RFC 8926 section 3.5): a multiple of four bytes, at most
    /// <see cref="MaxOptionBytes"/>.
    /// </summary>
    public ReadOnlyMemory<byte> Options { get; init; }

    /// <summary>Key of GRE (RFC 2890 section 2.1), null for none.</summary>
    public uint? Key { get; init; }

    /// <summary>Frames get a checksum of UDP or GRE; only where TunnelKinds.HasChecksum.</summary>
    public bool HasChecksum { get; init; }

    /// <summary>The entry.</summary>
    /// <exception cref="ArgumentException">Addresses of two versions, no such options, or a
    /// checksum where there is none.</exception>
    public NextHop ToNextHop()
    {
        bool ip6 = !IpNumber.IsMapped(Source);
        if (ip6 == IpNumber.IsMapped(Destination))
        {
            throw new ArgumentException("source and destination are of one IP version");
        }

        if (HasChecksum && !TunnelKinds.HasChecksum(Kind))
        {
            throw new ArgumentException($"{Kind} has no checksum");
        }

        Span<byte> bytes = stackalloc byte[EditPrefix.Bytes];
        Ethernet(bytes, ip6);
        int at = Protocol.EthernetBytes;
        int header = ip6 ? Ipv6(bytes[at..]) : Ipv4(bytes[at..]);
        int l4 = at + header;
        bool udp = TunnelKinds.Patch(Kind) == TunnelPatch.Udp;
        int length = Kind switch
        {
            TunnelKind.Ipip => 0,
            TunnelKind.Nvgre => Nvgre(bytes[l4..]),
            TunnelKind.Gretap or TunnelKind.Gre => Gre(bytes[l4..]),
            _ => Udp(bytes[l4..]),
        };
        NextHop hop = default;
        hop.Valid = true;
        hop.Ip6 = ip6;
        hop.Patch = (U3)(byte)TunnelKinds.Patch(Kind);
        hop.HeaderBytes = (U7)(uint)(l4 + length);
        hop.HasChecksum = HasChecksum;
        hop.Dscp = (U6)Dscp;
        hop.Mtu = (U14)(uint)(Mtu == 0 ? 0 : Mtu + Protocol.EthernetBytes - (l4 + length));
        hop.Sum = ip6 ? (ushort)0 : FrameSum.Of(bytes.Slice(at, header));
        ulong covered = FrameSum.Of(bytes.Slice(l4, length));
        ulong pseudo = udp ? Pseudo(bytes, ip6) + (2 * (uint)length) : 0;
        hop.CoveredSum = HasChecksum ? (ushort)Checksum.Fold(covered + pseudo) : (ushort)0;
        for (int i = 0; i < EditPrefix.Words; i++)
        {
            hop.Template[i] = BinaryPrimitives.ReadUInt64BigEndian(bytes[(8 * i)..]);
        }

        return hop;
    }

    void Ethernet(Span<byte> to, bool ip6)
    {
        BinaryPrimitives.WriteUInt64BigEndian(to, (ulong)DestinationMac << 16);
        BinaryPrimitives.WriteUInt64BigEndian(to[6..], (ulong)SourceMac << 16);
        BinaryPrimitives.WriteUInt16BigEndian(to[12..], ip6 ? Protocol.Ipv6 : Protocol.Ipv4);
    }

    /// <summary>RFC 791; never in fragments.</summary>
    int Ipv4(Span<byte> to)
    {
        to[0] = 0x45;
        BinaryPrimitives.WriteUInt32BigEndian(to[4..], NoFragments);
        to[8] = Ttl;
        to[9] = Carrier;
        BinaryPrimitives.WriteUInt32BigEndian(to[12..], (uint)Source);
        BinaryPrimitives.WriteUInt32BigEndian(to[16..], (uint)Destination);
        return 20;
    }

    /// <summary>RFC 8200.</summary>
    int Ipv6(Span<byte> to)
    {
        to[0] = 0x60;
        to[6] = Carrier;
        to[7] = Ttl;
        BinaryPrimitives.WriteUInt128BigEndian(to[8..], Source);
        BinaryPrimitives.WriteUInt128BigEndian(to[24..], Destination);
        return 40;
    }

    /// <summary>Sum of addresses and protocol (RFC 768, RFC 8200 section 8.1).</summary>
    static uint Pseudo(ReadOnlySpan<byte> bytes, bool ip6) =>
        (uint)Protocol.Udp + FrameSum.Of(ip6 ? bytes.Slice(22, 32) : bytes.Slice(26, 8));

    byte Carrier => Kind switch
    {
        TunnelKind.Ipip => 0,
        TunnelKind.Nvgre or TunnelKind.Gretap or TunnelKind.Gre => Protocol.Gre,
        _ => Protocol.Udp,
    };

    /// <summary>RFC 7637 section 3.2.</summary>
    static int Nvgre(Span<byte> to)
    {
        BinaryPrimitives.WriteUInt32BigEndian(to, Kernels.Gre.Nvgre);
        return 8;
    }

    /// <summary>RFC 2784 section 2.1, RFC 2890 section 2.</summary>
    int Gre(Span<byte> to)
    {
        int flags = (Key is null ? 0 : Kernels.Gre.Key)
            | (HasChecksum ? Kernels.Gre.Checksum : 0);
        BinaryPrimitives.WriteUInt16BigEndian(to, (ushort)flags);
        BinaryPrimitives.WriteUInt16BigEndian(
            to[2..], Kind == TunnelKind.Gretap ? Protocol.Bridging : (ushort)0);
        int at = HasChecksum ? 8 : 4;
        if (Key is not { } key)
        {
            return at;
        }

        BinaryPrimitives.WriteUInt32BigEndian(to[at..], key);
        return at + 4;
    }

    /// <summary>UDP, with a checksum or without (RFC 6935 section 5), then RFC 7348 or RFC 8926.
    /// </summary>
    int Udp(Span<byte> to)
    {
        bool geneve = Kind == TunnelKind.Geneve;
        BinaryPrimitives.WriteUInt16BigEndian(to[2..], geneve ? Protocol.GenevePort : UdpPort);
        if (!geneve)
        {
            to[8] = Protocol.VxlanFlagI;
            return 16;
        }

        var options = Options.Span;
        if (options.Length % 4 != 0 || options.Length > MaxOptionBytes)
        {
            throw new ArgumentException($"options of {options.Length} bytes");
        }

        to[8] = (byte)(options.Length / 4);
        to[9] = IsCritical(options) ? (byte)0x40 : (byte)0;
        BinaryPrimitives.WriteUInt16BigEndian(to[10..], Protocol.Bridging);
        options.CopyTo(to[16..]);
        return 16 + options.Length;
    }

    /// <summary>Whether one of the options must be understood (RFC 8926 section 3.5).</summary>
    static bool IsCritical(ReadOnlySpan<byte> options)
    {
        for (int at = 0; at < options.Length; at += 4 + (4 * (options[at + 3] & 31)))
        {
            if ((options[at + 2] & 0x80) != 0)
            {
                return true;
            }
        }

        return false;
    }
}
