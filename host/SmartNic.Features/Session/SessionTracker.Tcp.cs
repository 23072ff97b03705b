namespace SmartNic.Features;

/// <content>TCP.</content>
internal sealed partial class SessionTracker
{
    private SessionOutcome TrackTcp(
        in Flow flow, bool isReply, ushort tenant, bool isSending, ulong nowNs, ref int row)
    {
        var kind = TcpKinds.Of(flow.Flags);
        if (NeedsSeen(_table[row], kind))
        {
            ReadSeen(row, nowNs);
        }

        ref var entry = ref _table[row];
        var (next, verdict) = Step(ref entry, isReply, kind);
        switch (verdict)
        {
            case TcpVerdict.Invalid:
                return SessionOutcome.WrongState;
            case TcpVerdict.Reopen:
                _table.Close(row);
                return Open(flow, tenant, isSending, nowNs, true, out row);
            case TcpVerdict.Ignore:
                // After a SYN of the originator what was learned of an open from both ends is old.
                entry.IsSimultaneous &= isReply || kind != TcpKind.Syn;
                entry.ExpectsChallenge =
                    !isReply && kind == TcpKind.Syn && entry.State == TcpState.LastAck;
                MarkReplied(row, isReply);
                return SessionOutcome.Ignored;
        }

        entry.IsSimultaneous |= next == TcpState.SynSent2;
        Change(ref entry, ResolveOpen(entry, isReply, kind, next), nowNs);
        if (kind == TcpKind.Rst && !entry.IsReplied)
        {
            // Refused, or given up: nothing remains of it.
            _table.Close(row);
            return SessionOutcome.Known;
        }

        MarkReplied(row, isReply);
        Refresh(row, nowNs);
        return SessionOutcome.Known;
    }

    /// <summary>Where both ends opened, the ACK of either ends it.</summary>
    private static TcpState ResolveOpen(
        in SessionEntry entry, bool isReply, TcpKind kind, TcpState next) =>
        isReply && kind == TcpKind.Ack && entry.IsSimultaneous && next == TcpState.SynRecv
            ? TcpState.Established : next;

    /// <summary>What <see cref="TcpTracker"/> says of packets of one kind; but the first after a
    /// SYN in LAST_ACK, if it is an ACK of the reply, answers that SYN and acknowledges no FIN
    /// (RFC 5961 section 4).</summary>
    private static (TcpState Next, TcpVerdict Verdict) Step(
        ref SessionEntry entry, bool isReply, TcpKind kind, uint packets = 1)
    {
        var (next, verdict) = TcpTracker.Next(isReply, kind, entry.State);
        if (verdict == TcpVerdict.Invalid)
        {
            return (next, verdict);
        }

        var isChallenge = entry.ExpectsChallenge && isReply && kind == TcpKind.Ack && packets == 1;
        entry.ExpectsChallenge = false;
        return (next, isChallenge ? TcpVerdict.Ignore : verdict);
    }

    private static void Change(ref SessionEntry entry, TcpState next, ulong atNs)
    {
        entry.ChangedNs = entry.State == next ? entry.ChangedNs : atNs;
        entry.State = next;
    }

    /// <summary>Whether an ACK that passed in hardware makes a difference to a packet.</summary>
    private static bool NeedsSeen(in SessionEntry entry, TcpKind kind) => entry.State switch
    {
        TcpState.LastAck => kind is TcpKind.Syn or TcpKind.SynAck or TcpKind.Fin,
        TcpState.SynRecv => kind is TcpKind.SynAck or TcpKind.Syn,
        TcpState.SynSent => kind == TcpKind.Rst,
        _ => false,
    };
}
