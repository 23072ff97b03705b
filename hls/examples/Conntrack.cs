using System.Runtime.CompilerServices;
using SmartNic.Hls.Language;

namespace SmartNic.Examples;

/// <summary>Where a TCP connection is, as netfilter names it.</summary>
public enum TcpState : byte
{
    /// <summary>Not known, or reset.</summary>
    None,

    /// <summary>A SYN was seen.</summary>
    SynSent,

    /// <summary>And its SYN with ACK.</summary>
    SynReceived,

    /// <summary>Both sides talk.</summary>
    Established,

    /// <summary>One side has ended.</summary>
    FinWait,

    /// <summary>And that was acknowledged.</summary>
    CloseWait,

    /// <summary>Both sides have ended.</summary>
    LastAck,

    /// <summary>All is acknowledged.</summary>
    TimeWait,
}

/// <summary>A connection.</summary>
public struct Connection
{
    /// <summary>Where it is, a <see cref="TcpState"/>.</summary>
    public U3 State;

    /// <summary>Second of its last valid segment.</summary>
    public uint Seen;
}

/// <summary>What a segment does to a connection that is in one state.</summary>
public struct Transition
{
    /// <summary>The segment may be there; one that may not changes nothing.</summary>
    public bool IsValid;

    /// <summary>Where the connection is then.</summary>
    public U3 Next;
}

/// <summary>A transition for every state.</summary>
[InlineArray(8)]
public struct Transitions
{
    Transition first;
}

/// <summary>A segment before its connection: all that does not depend on it is known.</summary>
public struct Segment
{
    /// <summary>What it does, by the state.</summary>
    public Transitions By;

    /// <summary>Seconds.</summary>
    public uint Now;

    /// <summary>A connection that opens is forgotten when it was not seen since then.</summary>
    public uint Opening;

    /// <summary>The same, established.</summary>
    public uint Established;

    /// <summary>The same, closing.</summary>
    public uint Closing;
}

/// <summary>Kinds of segments, by their flags; a reset beats a SYN, a SYN a FIN, a FIN an
/// ACK.</summary>
public enum SegmentKind : byte
{
    /// <summary>No flag that counts.</summary>
    Other,

    /// <summary>SYN alone.</summary>
    Syn,

    /// <summary>SYN and ACK.</summary>
    SynAck,

    /// <summary>FIN.</summary>
    Fin,

    /// <summary>ACK.</summary>
    Ack,

    /// <summary>RST.</summary>
    Reset,
}

/// <summary>What became of the segment.</summary>
public struct Tracked
{
    /// <summary>The segment may be there.</summary>
    public bool IsValid;

    /// <summary>The connection after it.</summary>
    public TcpState State;
}

/// <summary>One segment of a connection in one clock: a choice by its state.</summary>
public struct TrackStep : IStep<Connection, Segment, Tracked>
{
    /// <summary>The next state; an invalid segment changes nothing.</summary>
    public static Tracked Step(ref Connection state, in Segment arg)
    {
        bool isKept = ((uint)state.State < (uint)TcpState.Established)
            ? state.Seen > arg.Opening : ((uint)state.State == (uint)TcpState.Established)
            ? state.Seen > arg.Established : state.Seen > arg.Closing;
        Transition t = isKept ? Choose(state.State, arg.By) : arg.By[0];
        state.State = t.Next;
        state.Seen = t.IsValid ? arg.Now : state.Seen;
        Tracked r = default;
        r.IsValid = t.IsValid;
        r.State = (TcpState)(uint)t.Next;
        return r;
    }

    // Four at a time is what a LUT chooses from; an index would compare first.
    static Transition Choose(U3 state, in Transitions by)
    {
        bool low = ((uint)state & 1) != 0;
        bool mid = ((uint)state & 2) != 0;
        bool high = ((uint)state & 4) != 0;
        Transition first = mid ? (low ? by[3] : by[2]) : (low ? by[1] : by[0]);
        Transition last = mid ? (low ? by[7] : by[6]) : (low ? by[5] : by[4]);
        return high ? last : first;
    }
}

/// <summary>
/// Connection tracking of TCP (RFC 9293, section 3.3.2): states in the manner of netfilter, without
/// windows. A connection is looked up by its index, e.g. out of an exact-match table.
/// </summary>
public static class Conntrack
{
    const uint OpeningSeconds = 60;
    const uint ClosingSeconds = 120;
    /// <summary>How long an established connection is kept; the longest time.</summary>
    public const uint EstablishedSeconds = 432_000;

    /// <summary>Whether a segment may be there, and where its connection is now.</summary>
    /// <param name="connection">Index of the connection.</param>
    /// <param name="isReply">The segment goes to the one that opened it.</param>
    /// <param name="flags">Byte 13 of the TCP header.</param>
    /// <param name="now">Seconds, from <see cref="EstablishedSeconds"/> on.</param>
    /// <param name="connections">All connections.</param>
    [Kernel("snic_conntrack")]
    public static Tracked Run(U14 connection, bool isReply, byte flags, uint now,
        [Depth(16384)] Rmw<TrackStep, Connection, Segment, Tracked> connections)
    {
        Segment segment = default;
        SegmentKind kind = Kind(flags);
        for (int i = 0; i < 8; i++)
        {
            segment.By[i] = Next((TcpState)i, kind, isReply);
        }

        segment.Now = now;
        segment.Opening = now - OpeningSeconds;
        segment.Closing = now - ClosingSeconds;
        segment.Established = now - EstablishedSeconds;
        return connections.Apply((uint)connection, segment);
    }

    static SegmentKind Kind(byte flags)
    {
        bool fin = (flags & 1) != 0;
        bool syn = (flags & 2) != 0;
        bool reset = (flags & 4) != 0;
        bool ack = (flags & 16) != 0;
        return (reset, syn, fin, ack) switch
        {
            (true, _, _, _) => SegmentKind.Reset,
            (_, true, _, true) => SegmentKind.SynAck,
            (_, true, _, _) => SegmentKind.Syn,
            (_, _, true, _) => SegmentKind.Fin,
            (_, _, _, true) => SegmentKind.Ack,
            _ => SegmentKind.Other,
        };
    }

    static Transition Next(TcpState old, SegmentKind kind, bool isReply)
    {
        bool isKnown = old != TcpState.None;
        bool isOver = old == TcpState.TimeWait;
        (bool isValid, TcpState next) = kind switch
        {
            SegmentKind.Syn => (!isReply && (old < TcpState.FinWait || isOver),
                !isKnown || isOver ? TcpState.SynSent : old),
            SegmentKind.SynAck => (isReply && old is TcpState.SynSent or TcpState.SynReceived,
                TcpState.SynReceived),
            SegmentKind.Fin => (old > TcpState.SynSent, old switch
            {
                TcpState.SynReceived or TcpState.Established => TcpState.FinWait,
                TcpState.FinWait or TcpState.CloseWait => TcpState.LastAck,
                _ => old,
            }),
            SegmentKind.Ack => (old > TcpState.SynSent, old switch
            {
                TcpState.SynReceived => isReply ? old : TcpState.Established,
                TcpState.FinWait => TcpState.CloseWait,
                TcpState.LastAck => TcpState.TimeWait,
                _ => old,
            }),
            SegmentKind.Reset => (isKnown, TcpState.None),
            _ => (false, old),
        };
        // What is not valid changes nothing.
        Transition t = default;
        t.IsValid = isValid;
        t.Next = (U3)(uint)(isValid ? next : old);
        return t;
    }
}
