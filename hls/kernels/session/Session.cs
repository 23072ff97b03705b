using SmartNic.Hls.Language;

namespace SmartNic.Kernels;

/// <summary>What a packet is to the sessions of its zone.</summary>
public struct Session
{
    /// <summary>It is one of a session that is known: no rule is asked.</summary>
    public bool Passes;

    /// <summary>
    /// The slow path judges it: it has no session, or may begin or end one, or no session can be
    /// told from what hardware sees of it.
    /// </summary>
    public bool Asks;

    /// <summary>Finds the session of a packet, and notes it there.</summary>
    /// <param name="tables">The sessions of its direction.</param>
    /// <param name="tracking">Its tenant's.</param>
    /// <param name="tuple">The packet.</param>
    /// <param name="timeNs">Its arrival.</param>
    public static Session Of(
        in SessionTables tables, in Tracking tracking, in FiveTuple tuple, ulong timeNs)
    {
        Session s = default;
        bool isTracked = tracking.IsTracked & (tuple.IsIp | tuple.IsBroken) & !tuple.IsNeighbour;
        RecordHit<Nothing> hit = RecordMatch.Find(
            tables.Index, tables.Record, SessionKey.Of(tracking.Zone, tuple));
        const byte Turns = Protocol.TcpSyn | Protocol.TcpFin | Protocol.TcpRst;
        bool turns = (tuple.Flags & Turns) != 0;
        s.Passes = isTracked & tuple.IsFlow & hit.Found & !turns;
        s.Asks = isTracked & !s.Passes;
        if (s.Passes)
        {
            OwnedArg<uint> seen = default;
            seen.Incarnation = hit.Incarnation;
            seen.Arg = SessionSeen.Ticks(timeNs);
            tables.Seen.Apply(hit.Index, seen);
        }

        return s;
    }
}
