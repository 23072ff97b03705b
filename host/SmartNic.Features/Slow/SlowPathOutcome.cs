namespace SmartNic.Features;

/// <summary>What became of one punted frame. Every punt has exactly one outcome, so the counters
/// add up to the punts received.</summary>
public enum SlowPathOutcome
{
    /// <summary>An ARP request was answered (RFC 826).</summary>
    ArpAnswered,

    /// <summary>A neighbour solicitation was answered (RFC 4861).</summary>
    NeighbourAnswered,

    /// <summary>A ping was answered (RFC 792, RFC 4443).</summary>
    EchoAnswered,

    /// <summary>A tenant's frame is sent to all its flood remotes.</summary>
    Replicated,

    /// <summary>A tenant's frame was sent to the remote that its destination MAC names.</summary>
    Forwarded,

    /// <summary>A tenant's frame had to be replicated, and the tenant floods to nobody.</summary>
    NoRemotes,

    /// <summary>The metadata header is short, of another version, or carries an action.</summary>
    HeaderInvalid,

    /// <summary>The length in the metadata header exceeds the frame or the limit, or is below an
    /// Ethernet header.</summary>
    LengthInvalid,

    /// <summary>The punt reason is none that we know.</summary>
    ReasonUnknown,

    /// <summary>The tenant does not exist (any more).</summary>
    TenantUnknown,

    /// <summary>From the wire: not the packet that its reason promises, or with a wrong checksum
    /// or length.</summary>
    Malformed,

    /// <summary>From the wire: asks for an address that is not local on this interface.</summary>
    Foreign,

    /// <summary>From the wire: an ARP announcement, or our own address as the sender.</summary>
    Gratuitous,

    /// <summary>From the wire: the sender is a group, a broadcast or no address: no answer may be
    /// sent there (RFC 1122 section 3.2.2, RFC 4443 section 2.4).</summary>
    BadSource,

    /// <summary>From the wire: a ping to a group or broadcast destination.</summary>
    BadDestination,

    /// <summary>From the wire: a fragment, or a ping with IP options.</summary>
    Fragment,

    /// <summary>A tenant's frame would have to be replicated or sent on, and the tenant's limit of
    /// copies is used up.</summary>
    CopyLimit,

    /// <summary>Too much of the same tenant, or of the same lane of the wire, waits for the board.
    /// </summary>
    QueueFull,

    /// <summary>The frame, or the answer to it, is longer than the board takes back.</summary>
    TooLong,

    /// <summary>From the wire: a control message of a tunnel, which nobody here speaks.</summary>
    TunnelControl,

    /// <summary>A tenant's IP packet was too long for its way, and its sender was told (RFC 1191,
    /// RFC 8201).</summary>
    MtuAnswered,

    /// <summary>A tenant's IP packet was too long for its way, and nobody may be told (RFC 1122
    /// section 3.2.2, RFC 4443 section 2.4), or it cannot be cut.</summary>
    MtuSilent,

    /// <summary>A tenant's IPv4 packet was too long for its way, and goes on in fragments (RFC
    /// 791).</summary>
    Fragmented,

    /// <summary>A tenant's TCP SYN goes on with an MSS that fits (RFC 9293 section 3.7.1).
    /// </summary>
    MssClamped,
}
