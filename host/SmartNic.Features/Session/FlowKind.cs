namespace SmartNic.Features;

/// <summary>What a frame is to sessions.</summary>
internal enum FlowKind : byte
{
    /// <summary>It contradicts itself, or ends before what it promises.</summary>
    Invalid,

    /// <summary>It is none of a session: no IP, or it speaks of the link (RFC 2710, RFC 3810, RFC
    /// 4861).</summary>
    Untracked,

    /// <summary>It has a key.</summary>
    Trackable,

    /// <summary>An error of ICMP or ICMPv6 about a packet, whose session's key it has.</summary>
    Error,

    /// <summary>A fragment that is not the first one: only the first has a key.</summary>
    Fragment,
}
