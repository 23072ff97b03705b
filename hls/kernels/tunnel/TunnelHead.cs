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

    /// <summary>Virtual network identifier.</summary>
    public U24 Vni;

    /// <summary>Bytes of the head: 8, or 16 with up to 252 bytes of options.</summary>
    public int Bytes;

    /// <summary>Bytes behind it; without meaning where the head is dropped.</summary>
    public int PayloadBytes;

    /// <summary>
    /// Reads GRE, else UDP and what its port promises: Geneve on its own port, VXLAN on all others,
    /// as an endpoint has a port of its own for it.
    /// </summary>
    /// <param name="w">Behind the IP header.</param>
    /// <param name="ip">The IP header.</param>
    public static TunnelHead Parse(Window w, in OuterIp ip) =>
        ip.Protocol == Protocol.Gre ? Gre(w, ip)
        : w.U16(2) == Protocol.GenevePort ? Geneve(w, ip)
        : Vxlan(w, ip);

    /// <summary>RFC 7637 section 3.2: GRE with a key and nothing else, around Ethernet.</summary>
    static TunnelHead Gre(Window w, in OuterIp ip)
    {
        TunnelHead h = default;
        h.Kind = TunnelKind.Nvgre;
        h.Refused = ip.PayloadBytes < 8 ? Reasons.GreLength
            : w.U32(0) != Nvgre.First ? Reasons.NotTunnel
            : Reason.None;
        h.Vni = (U24)(w.U32(4) >> 8);
        h.Bytes = 8;
        h.PayloadBytes = ip.PayloadBytes - 8;
        return h;
    }

    /// <summary>RFC 7348 section 5.</summary>
    static TunnelHead Vxlan(Window w, in OuterIp ip)
    {
        int udp = w.U16(4);
        TunnelHead h = default;
        h.Kind = TunnelKind.Vxlan;
        h.UdpPort = w.U16(2);
        h.Refused = udp < 16 | udp > ip.PayloadBytes ? Reasons.UdpLength
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
            : first >> 30 != 0 ? Reasons.GeneveVersion
            : (first & 0x40_0000) != 0 ? Reasons.CriticalOption
            : (ushort)first != Protocol.Bridging & !h.IsControl ? Reasons.NotEthernet
            : Reason.None;
        h.Vni = (U24)(w.U32(12) >> 8);
        h.Bytes = 16 + options;
        h.PayloadBytes = udp - 16 - options;
        return h;
    }
}
