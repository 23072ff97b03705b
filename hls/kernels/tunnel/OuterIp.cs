using SmartNic.Hls.Language;

namespace SmartNic.Kernels;

/// <summary>An outer IP header. Every length is checked against what it lies in.</summary>
public struct OuterIp
{
    /// <summary>None, or the reason to drop.</summary>
    public Reason Refused;

    /// <summary>Bytes of the header: 20, 24, ... 60.</summary>
    public int HeaderBytes;

    /// <summary>Bytes behind the header.</summary>
    public int PayloadBytes;

    /// <summary>Protocol of the payload.</summary>
    public byte Protocol;

    /// <summary>Source, IPv4 mapped.</summary>
    public UInt128 Source;

    /// <summary>Destination, IPv4 mapped.</summary>
    public UInt128 Destination;

    /// <summary>Sum (RFC 1071) of what is behind the header, up to the frame's end.</summary>
    public ushort PayloadSum;

    /// <summary>The same with both addresses: all of the pseudo header but length and protocol (RFC
    /// 768, RFC 8200 section 8.1).</summary>
    public ushort PseudoSum;

    /// <summary>The source may be that of a station.</summary>
    public bool IsFromStation;

    /// <summary>ECN field (RFC 3168).</summary>
    public U2 Ecn;

    /// <summary>DSCP (RFC 2474).</summary>
    public U6 Dscp;

    /// <summary>Reads IPv4 (RFC 791) with options; no fragments.</summary>
    /// <param name="w">At the header.</param>
    /// <param name="available">Bytes of the frame from there on.</param>
    /// <param name="sum">Their sum.</param>
    public static OuterIp Ipv4(Window w, int available, ushort sum)
    {
        int ihl = w.U8(0) & 15;
        if ((w.U8(0) >> 4) != 4 | ihl < 5)
        {
            return Drop(Reasons.OuterHeader);
        }

        int header = ihl << 2;
        int total = w.U16(2);
        if (total < header | total > available)
        {
            return Drop(Reasons.OuterLength);
        }

        if (Checksum.Ipv4(w, ihl) != 0xFFFF)
        {
            return Drop(Reasons.OuterChecksum);
        }

        if ((w.U16(6) & 0x3FFF) != 0)
        {
            return Drop(Reasons.OuterFragment);
        }

        // A header with the right checksum adds nothing.
        uint source = w.U32(12);
        uint destination = w.U32(16);
        OuterIp ip = default;
        ip.PayloadSum = sum;
        ip.PseudoSum = (ushort)Checksum.Fold(sum + ((ulong)source + destination));
        ip.HeaderBytes = header;
        ip.PayloadBytes = total - header;
        ip.Protocol = w.U8(9);
        ip.Source = IpNumber.Mapped(source);
        ip.Destination = IpNumber.Mapped(destination);
        ip.IsFromStation = IpNumber.IsStation4(source);
        ip.Ecn = (U2)w.U8(1);
        ip.Dscp = (U6)(w.U8(1) >> 2);
        return ip;
    }

    /// <summary>Reads IPv6 (RFC 8200) without extension headers.</summary>
    /// <param name="w">At the header.</param>
    /// <param name="available">Bytes of the frame from there on.</param>
    /// <param name="sum">Their sum.</param>
    public static OuterIp Ipv6(Window w, int available, ushort sum)
    {
        if ((w.U8(0) >> 4) != 6 | available < 40)
        {
            return Drop(Reasons.OuterHeader);
        }

        int payload = w.U16(4);
        if (payload > available - 40)
        {
            return Drop(Reasons.OuterLength);
        }

        OuterIp ip = default;
        ip.Protocol = w.U8(6);
        if (ip.Protocol == Kernels.Protocol.Fragment)
        {
            return Drop(Reasons.OuterFragment);
        }

        ip.Destination = new UInt128(w.U64(24), w.U64(32));
        if (IpNumber.IsMapped(ip.Destination))
        {
            return Drop(Reasons.ForeignAddress);
        }

        ip.HeaderBytes = 40;
        ip.PayloadSum = FrameSum.Without(sum, Checksum.Sum40(w));
        ip.PseudoSum = FrameSum.Without(sum, (ulong)w.U32(0) + w.U32(4));
        ip.PayloadBytes = payload;
        ip.Source = new UInt128(w.U64(8), w.U64(16));
        ip.IsFromStation = IpNumber.IsStation6(ip.Source);
        ip.Ecn = (U2)(w.U8(1) >> 4);
        ip.Dscp = (U6)(w.U16(0) >> 6);
        return ip;
    }

    static OuterIp Drop(Reason reason)
    {
        OuterIp ip = default;
        ip.Refused = reason;
        return ip;
    }
}
