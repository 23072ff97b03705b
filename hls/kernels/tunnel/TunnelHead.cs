using SmartNic.Hls.Language;

namespace SmartNic.Kernels;

/// <summary>What stands between an outer IP header and the frame that it carries.</summary>
public struct TunnelHead
{
    /// <summary>None, or the reason to drop what is for one of our endpoints.</summary>
    public Reason Refused;

    /// <summary>How the frame is carried.</summary>
    public TunnelKind Kind;

    /// <summary>UDP destination port, of VXLAN.</summary>
    public ushort UdpPort;

    /// <summary>A message between tunnel endpoints, not a frame of a tenant.</summary>
    public bool IsControl;

    /// <summary>What it carries.</summary>
    public Carried Carries;

    /// <summary>Virtual network identifier.</summary>
    public U24 Vni;

    /// <summary>GRE has a key.</summary>
    public bool Keyed;

    /// <summary>Its key, else 0.</summary>
    public uint Key;

    /// <summary>Bytes of the head: 0 to 16, or 16 with up to 252 bytes of options.</summary>
    public int Bytes;

    /// <summary>Bytes behind it; without meaning where the head is dropped.</summary>
    public int PayloadBytes;

    /// <summary>
    /// Reads IP in IP, GRE, and UDP with what its port promises: Geneve on its own port, VXLAN on
    /// all others, as an endpoint has a port of its own for it.
    /// </summary>
    /// <param name="w">Behind the IP header.</param>
    /// <param name="ip">The IP header.</param>
    public static TunnelHead Parse(Window w, in OuterIp ip) =>
        ip.Protocol switch
        {
            Protocol.Ipv4InIp => Ipip(ip, Carried.Ipv4),
            Protocol.Ipv6InIp => Ipip(ip, Carried.Ipv6),
            Protocol.Gre => Gre(w, ip),
            Protocol.Udp => w.U16(2) == Protocol.GenevePort ? Geneve(w, ip) : Vxlan(w, ip),
            _ => default,
        };

    /// <summary>RFC 2003, RFC 2473, RFC 4213: nothing between.</summary>
    static TunnelHead Ipip(in OuterIp ip, Carried carries)
    {
        TunnelHead h = default;
        h.Kind = TunnelKind.Ipip;
        h.Carries = carries;
        h.PayloadBytes = ip.PayloadBytes;
        return h;
    }

    /// <summary>
    /// RFC 2784 and RFC 2890; what carries Ethernet with a key and nothing else may be NVGRE (RFC
    /// 7637 section 3.2). The order of sequence numbers is not watched.
    /// </summary>
    static TunnelHead Gre(Window w, in OuterIp ip)
    {
        ushort flags = w.U16(0);
        ushort type = w.U16(2);
        bool keyed = (flags & Kernels.Gre.Key) != 0;
        bool numbered = (flags & Kernels.Gre.Sequence) != 0;
        bool summed = (flags & Kernels.Gre.Checksum) != 0;
        int bytes = 4 + (summed ? 4 : 0) + (keyed ? 4 : 0) + (numbered ? 4 : 0);
        uint key = summed ? w.U32(8) : w.U32(4);
        bool ethernet = type == Protocol.Bridging;
        TunnelHead h = default;
        h.Kind = !ethernet ? TunnelKind.Gre
            : keyed & !numbered & !summed ? TunnelKind.Nvgre
            : TunnelKind.Gretap;
        h.Carries = ethernet ? Carried.Ethernet
            : type == Protocol.Ipv6 ? Carried.Ipv6
            : Carried.Ipv4;
        h.Refused = ip.PayloadBytes < bytes ? Reasons.GreLength
            : (flags & Kernels.Gre.MustBeZero) != 0 ? Reasons.NotTunnel
            : summed & ip.PayloadSum != 0xFFFF ? Reasons.GreChecksum
            : !ethernet & type is not (Protocol.Ipv4 or Protocol.Ipv6) ? Reasons.UnknownPayload
            : Reason.None;
        h.Keyed = keyed;
        h.Key = keyed ? key : 0;
        h.Vni = (U24)(key >> 8);
        h.Bytes = bytes;
        h.PayloadBytes = ip.PayloadBytes - bytes;
        return h;
    }

    /// <summary>
    /// The checksum is there and wrong (RFC 768). Zero is none, also over IPv6 (RFC 6935 section
    /// 5). Bytes behind the datagram are not told from its own: they must be zero, as padding is.
    /// </summary>
    static bool IsWrong(Window w, in OuterIp ip) =>
        w.U16(6) != 0
        & Checksum.Fold((ulong)ip.PseudoSum + w.U16(4) + Protocol.Udp) != 0xFFFF;

    /// <summary>RFC 7348 section 5.</summary>
    static TunnelHead Vxlan(Window w, in OuterIp ip)
    {
        int udp = w.U16(4);
        TunnelHead h = default;
        h.Kind = TunnelKind.Vxlan;
        h.UdpPort = w.U16(2);
        h.Refused = udp < 16 | udp > ip.PayloadBytes ? Reasons.UdpLength
            : IsWrong(w, ip) ? Reasons.UdpChecksum
            : (w.U8(8) & Protocol.VxlanFlagI) == 0 ? Reasons.VxlanFlags
            : Reason.None;
        h.Vni = (U24)(w.U32(12) >> 8);
        h.Bytes = 16;
        h.PayloadBytes = udp - 16;
        return h;
    }

    /// <summary>
    /// RFC 8926 section 3.4. Options are skipped by their length; none is known here, so a packet
    /// with a critical one is dropped.
    /// </summary>
    static TunnelHead Geneve(Window w, in OuterIp ip)
    {
        int udp = w.U16(4);
        uint first = w.U32(8);
        int options = (int)(first >> 24 & 63) << 2;
        TunnelHead h = default;
        h.Kind = TunnelKind.Geneve;
        h.IsControl = (first & 0x80_0000) != 0;
        h.Refused = udp < 16 + options | udp > ip.PayloadBytes ? Reasons.UdpLength
            : IsWrong(w, ip) ? Reasons.UdpChecksum
            : first >> 30 != 0 ? Reasons.GeneveVersion
            : (first & 0x40_0000) != 0 ? Reasons.CriticalOption
            : (ushort)first != Protocol.Bridging & !h.IsControl ? Reasons.UnknownPayload
            : Reason.None;
        h.Vni = (U24)(w.U32(12) >> 8);
        h.Bytes = 16 + options;
        h.PayloadBytes = udp - 16 - options;
        return h;
    }
}
