using SmartNic.Kernels;

namespace SmartNic.Features;

/// <summary>
/// How long sessions live without a packet, in seconds; what is not said is as in nf_conntrack.
/// </summary>
internal sealed record SessionTimeouts
{
    private const ulong SecondNs = 1_000_000_000;

    /// <summary>TCP after a SYN, or one of both directions.</summary>
    public uint TcpSynSent { get; init; } = 120;

    /// <summary>TCP after SYN and ACK.</summary>
    public uint TcpSynRecv { get; init; } = 60;

    /// <summary>TCP between; RFC 5382 REQ-5 asks for 2 h 4 min at least.</summary>
    public uint TcpEstablished { get; init; } = 432_000;

    /// <summary>TCP after a FIN.</summary>
    public uint TcpFinWait { get; init; } = 120;

    /// <summary>TCP after its acknowledgement.</summary>
    public uint TcpCloseWait { get; init; } = 60;

    /// <summary>TCP after both FINs.</summary>
    public uint TcpLastAck { get; init; } = 30;

    /// <summary>TCP that is over: twice the segment lifetime of most hosts.</summary>
    public uint TcpTimeWait { get; init; } = 120;

    /// <summary>TCP after an RST.</summary>
    public uint TcpClose { get; init; } = 10;

    /// <summary>UDP that nobody answered.</summary>
    public uint Udp { get; init; } = 30;

    /// <summary>UDP both ways.</summary>
    public uint UdpStream { get; init; } = 120;

    /// <summary>ICMP and ICMPv6.</summary>
    public uint Icmp { get; init; } = 30;

    /// <summary>All else.</summary>
    public uint Generic { get; init; } = 600;

    /// <summary>That of a session.</summary>
    /// <param name="isIp6">It is one of IPv6.</param>
    /// <param name="protocol">Its protocol.</param>
    /// <param name="state">Its state, of TCP.</param>
    /// <param name="isReplied">Both directions have been seen.</param>
    /// <returns>Nanoseconds.</returns>
    public ulong Of(bool isIp6, byte protocol, TcpState state, bool isReplied) => SecondNs * (
        protocol == Protocol.Tcp ? OfTcp(state)
        : protocol == Protocol.Udp ? isReplied ? UdpStream : Udp
        : protocol == (isIp6 ? Protocol.Icmpv6 : Protocol.Icmp) ? Icmp
        : Generic);

    private uint OfTcp(TcpState state) => state switch
    {
        TcpState.SynSent or TcpState.SynSent2 => TcpSynSent,
        TcpState.SynRecv => TcpSynRecv,
        TcpState.Established => TcpEstablished,
        TcpState.FinWait => TcpFinWait,
        TcpState.CloseWait => TcpCloseWait,
        TcpState.LastAck => TcpLastAck,
        TcpState.TimeWait => TcpTimeWait,
        _ => TcpClose,
    };
}
