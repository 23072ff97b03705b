namespace SmartNic.Features;

/// <summary>
/// States of a TCP session as one in the middle sees them; names and meaning as nf_conntrack has
/// them (RFC 9293 section 3.3.2, seen from between the two ends).
/// </summary>
internal enum TcpState : byte
{
    /// <summary>No session.</summary>
    None,

    /// <summary>A SYN of the original direction.</summary>
    SynSent,

    /// <summary>SYN and ACK of the reply.</summary>
    SynRecv,

    /// <summary>The originator has acknowledged that.</summary>
    Established,

    /// <summary>A FIN of either direction.</summary>
    FinWait,

    /// <summary>That FIN may have been acknowledged.</summary>
    CloseWait,

    /// <summary>A second FIN.</summary>
    LastAck,

    /// <summary>That one has been acknowledged.</summary>
    TimeWait,

    /// <summary>Reset.</summary>
    Close,

    /// <summary>A SYN of both directions (RFC 9293 section 3.5, simultaneous open).</summary>
    SynSent2,
}
