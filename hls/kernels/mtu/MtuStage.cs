using SmartNic.Hls.Language;

namespace SmartNic.Kernels;

/// <summary>
/// Finds IP that is too long for its way, and TCP that invites what would be: for the slow path,
/// which tells the sender, cuts the packet or writes its MSS anew. Two limits hold: the tenant's,
/// of packets, and that of the way, of which tags inside take their part.
/// </summary>
public static class MtuStage
{
    /// <summary>The stage.</summary>
    /// <param name="p">The packet; whether it asks for the slow path is known afterwards.</param>
    [Stage]
    public static void Run(ref TxPacket p)
    {
        if (!p.IsOpen)
        {
            return;
        }

        Inner inner = p.Inner;
        U14 own = p.Source.Mtu;
        U14 way = p.Hit.Value.Mtu;
        U17 tags = (U17)((uint)inner.HeaderBytes - Protocol.EthernetBytes);
        U17 packet = (U17)inner.PacketBytes;
        U17 invited = inner.SynBytes;
        bool tooBigForTenant = Exceeds(packet, own);
        bool tooBig = inner.IsIp & (tooBigForTenant | Exceeds(packet + tags, way));
        bool clamps = p.Source.ClampsMss & invited != (U17)0
            & (Exceeds(invited, own) | Exceeds(invited + tags, way));
        bool asks = inner.Asks != PuntReason.None;

        // Nobody can be told of what is no IP; what the slow path sends is never its question.
        if (tooBigForTenant & (p.Meta.FromSlow | !inner.IsIp))
        {
            p.Drop(Reasons.MtuExceeded);
            return;
        }

        p.Inner.Asks = asks ? inner.Asks
            : tooBig ? PuntReason.TooBig
            : clamps ? PuntReason.TcpMss
            : PuntReason.None;
    }

    /// <summary>Whether something is longer than a limit lets through.</summary>
    /// <param name="bytes">How long it is.</param>
    /// <param name="limit">The limit; 0 for none.</param>
    public static bool Exceeds(U17 bytes, U14 limit) => limit != (U14)0 & bytes > (U17)limit;
}
