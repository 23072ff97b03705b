namespace SmartNic.Features;

/// <summary>
/// The state of a TCP session after a packet, by flags alone: sequence numbers of what passes in
/// hardware are not known here (RFC 9293; the states as nf_conntrack has them with
/// <c>tcp_loose=0</c> and <c>tcp_be_liberal=1</c>).
/// </summary>
internal static class TcpTracker
{
    /// <summary>Judges a packet.</summary>
    /// <param name="isReply">It goes against the direction that opened the session.</param>
    /// <param name="kind">The packet.</param>
    /// <param name="state">The session before.</param>
    /// <returns>The session after, and what becomes of the packet.</returns>
    public static (TcpState State, TcpVerdict Verdict) Next(
        bool isReply, TcpKind kind, TcpState state)
    {
        if (state == TcpState.None)
        {
            // Nothing is picked up on the way: only a SYN begins.
            return !isReply && kind == TcpKind.Syn
                ? To(TcpState.SynSent) : (state, TcpVerdict.Invalid);
        }

        return kind switch
        {
            TcpKind.Rst => To(TcpState.Close),
            TcpKind.Syn => isReply ? ReplySyn(state) : Syn(state),
            TcpKind.SynAck => isReply ? ReplySynAck(state) : SynAck(state),
            TcpKind.Fin => Fin(state),
            TcpKind.Ack => Ack(isReply, state),
            _ => (state, TcpVerdict.Invalid),
        };
    }

    private static (TcpState, TcpVerdict) To(TcpState state) => (state, TcpVerdict.Accept);

    /// <summary>A SYN again; or of a new session between the same ports, when the old one is over.
    /// </summary>
    private static (TcpState, TcpVerdict) Syn(TcpState state) => state switch
    {
        TcpState.SynSent or TcpState.SynSent2 => To(state),
        TcpState.TimeWait or TcpState.Close => (TcpState.SynSent, TcpVerdict.Reopen),
        _ => (state, TcpVerdict.Ignore),
    };

    /// <summary>Both open at once. The other end may open anew too, but only when all is over; in
    /// between it is none that a server sends.</summary>
    private static (TcpState, TcpVerdict) ReplySyn(TcpState state) => state switch
    {
        TcpState.SynSent or TcpState.SynSent2 => To(TcpState.SynSent2),
        TcpState.TimeWait => (TcpState.SynSent, TcpVerdict.Reopen),
        _ => (state, TcpVerdict.Invalid),
    };

    /// <summary>The originator answers a SYN only when both open at once.</summary>
    private static (TcpState, TcpVerdict) SynAck(TcpState state) =>
        state is TcpState.SynSent2 or TcpState.SynRecv
            ? To(TcpState.SynRecv) : (state, TcpVerdict.Invalid);

    /// <summary>The answer; later ones may be to a SYN that was ignored.</summary>
    private static (TcpState, TcpVerdict) ReplySynAck(TcpState state) =>
        state is TcpState.SynSent or TcpState.SynSent2
            ? To(TcpState.SynRecv) : (state, TcpVerdict.Ignore);

    /// <summary>One FIN, then a second: which end sends them is not told apart.</summary>
    private static (TcpState, TcpVerdict) Fin(TcpState state) => state switch
    {
        TcpState.SynRecv or TcpState.Established => To(TcpState.FinWait),
        TcpState.FinWait or TcpState.CloseWait or TcpState.LastAck => To(TcpState.LastAck),
        TcpState.TimeWait or TcpState.Close => To(state),
        _ => (state, TcpVerdict.Invalid),
    };

    private static (TcpState, TcpVerdict) Ack(bool isReply, TcpState state) => state switch
    {
        // Of the reply it may be the answer to a SYN of an older session, to which an RST follows.
        TcpState.SynSent or TcpState.SynSent2 =>
            (state, isReply ? TcpVerdict.Ignore : TcpVerdict.Invalid),
        TcpState.SynRecv => To(isReply ? state : TcpState.Established),
        TcpState.FinWait => To(TcpState.CloseWait),
        TcpState.LastAck => To(TcpState.TimeWait),
        _ => To(state),
    };
}
