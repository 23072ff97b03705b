using SmartNic.Kernels;

namespace SmartNic.Features;

/// <content>Time, and what hardware has seen.</content>
internal sealed partial class SessionTracker
{
    private int _swept;

    /// <summary>Ends sessions whose time has run out.</summary>
    /// <param name="nowNs">The present.</param>
    /// <param name="most">Most sessions to look at.</param>
    /// <returns>How many were looked at; with as many as allowed there may be more.</returns>
    public int Expire(ulong nowNs, int most)
    {
        var looked = 0;
        for (; looked < most && _table.TryTakeDue(nowNs, out var row); looked++)
        {
            if (_table[row].DeadlineNs > nowNs || Survives(row, nowNs))
            {
                _table.SetDeadline(row, _table[row].DeadlineNs, isNew: true);
            }
        }

        return looked;
    }

    /// <summary>Learns what hardware has seen, of sessions in turn: for listings, and so that a
    /// tick is read before it wraps.</summary>
    /// <param name="nowNs">The present.</param>
    /// <param name="most">Most places to look at.</param>
    public void Sweep(ulong nowNs, int most)
    {
        for (var n = Math.Min(most, _table.Capacity); n > 0; n--)
        {
            _swept = (_swept + 1) % _table.Capacity;
            if (_table[_swept].IsLive)
            {
                ReadSeen(_swept, nowNs);
            }
        }
    }

    /// <summary>Whether a session whose deadline has passed was used in hardware since; else it is
    /// over.</summary>
    private bool Survives(int row, ulong nowNs)
    {
        ReadSeen(row, nowNs);
        if (_table[row].DeadlineNs > nowNs)
        {
            return true;
        }

        _table.Close(row);
        Expired++;
        return false;
    }

    /// <summary>Learns of the packets that passed in hardware.</summary>
    private void ReadSeen(int row, ulong nowNs)
    {
        ref var entry = ref _table[row];
        if (entry.Place != SessionPlace.Hardware || records is null
            || !records.TryReadSeen(entry, out var original, out var reply))
        {
            return;
        }

        var sent = Learn(ref entry.OriginalSide, original, nowNs, out var sentNs);
        var answered = Learn(ref entry.ReplySide, reply, nowNs, out var answeredNs);

        // In the order in which they passed.
        var isReplyFirst = answered != 0 && answeredNs < sentNs;
        if (isReplyFirst)
        {
            Pass(row, true, answered, answeredNs);
        }

        if (sent != 0)
        {
            Pass(row, false, sent, sentNs);
        }

        if (answered != 0 && !isReplyFirst)
        {
            Pass(row, true, answered, answeredNs);
        }
    }

    /// <summary>Packets since the last time, and when the last one was.</summary>
    private static uint Learn(
        ref SessionSide side, in SessionSeen seen, ulong nowNs, out ulong lastNs)
    {
        var packets = seen.Packets - side.LastCount;
        side.HardwarePackets += packets;
        side.LastCount = seen.Packets;

        // Ticks wrap; one that is a little ahead of the present is now.
        var now = nowNs >> SessionSeen.TickBits;
        var age = Math.Max(0, (int)((uint)now - seen.LastTick));
        lastNs = (now - Math.Min((ulong)age, now)) << SessionSeen.TickBits;
        return packets;
    }

    /// <summary>Packets without SYN, FIN and RST have passed: of TCP, ACKs.</summary>
    private void Pass(int row, bool isReply, uint packets, ulong atNs)
    {
        ref var entry = ref _table[row];
        if (!entry.IsTcp)
        {
            MarkReplied(row, isReply);
            Refresh(row, atNs);
            return;
        }

        var (next, verdict) = Step(ref entry, isReply, TcpKind.Ack, packets);
        if (verdict == TcpVerdict.Accept)
        {
            // In the same tick an ACK is taken for the later one: else a session of one short
            // exchange would remain half-open.
            next = ResolveOpen(entry, isReply, TcpKind.Ack, next);
            if (atNs >> SessionSeen.TickBits >= entry.ChangedNs >> SessionSeen.TickBits)
            {
                Change(ref entry, next, atNs);
            }

            MarkReplied(row, isReply);
            Refresh(row, atNs);
        }
        else if (verdict == TcpVerdict.Ignore)
        {
            MarkReplied(row, isReply);
        }
    }
}
