using SmartNic.Kernels;

namespace SmartNic.Features;

/// <summary>What a TCP packet is to the state of its session: the first that holds.</summary>
internal enum TcpKind : byte
{
    /// <summary>RST, whatever else is set.</summary>
    Rst,

    /// <summary>SYN and ACK.</summary>
    SynAck,

    /// <summary>SYN without ACK.</summary>
    Syn,

    /// <summary>FIN.</summary>
    Fin,

    /// <summary>ACK alone.</summary>
    Ack,

    /// <summary>None of them.</summary>
    None,
}

/// <summary>Reads the flags of TCP (RFC 9293 section 3.1).</summary>
internal static class TcpKinds
{
    private const byte Push = 8;
    private const byte Ack = 16;
    private const byte Urgent = 32;
    private const byte Congestion = 0xC0;

    /// <summary>Kind of a packet with these flags.</summary>
    public static TcpKind Of(byte flags) =>
        (flags & Protocol.TcpRst) != 0 ? TcpKind.Rst
        : (flags & Protocol.TcpSyn) != 0 ? (flags & Ack) != 0 ? TcpKind.SynAck : TcpKind.Syn
        : (flags & Protocol.TcpFin) != 0 ? TcpKind.Fin
        : (flags & Ack) != 0 ? TcpKind.Ack
        : TcpKind.None;

    /// <summary>
    /// Whether any TCP sends these together: one of SYN, FIN and RST at most, all but a first SYN
    /// and an RST with ACK, and no urgent data in SYN with ACK or in RST. PSH, ECE and CWR mean
    /// nothing here.
    /// </summary>
    public static bool AreSane(byte flags) => (flags & ~(Push | Congestion)) switch
    {
        Protocol.TcpSyn or Protocol.TcpSyn | Urgent or Protocol.TcpSyn | Ack => true,
        Protocol.TcpRst or Protocol.TcpRst | Ack => true,
        Protocol.TcpFin | Ack or Protocol.TcpFin | Ack | Urgent => true,
        Ack or Ack | Urgent => true,
        _ => false,
    };
}
