using SmartNic.Kernels;

namespace SmartNic.Features;

/// <summary>A session as it is listed.</summary>
/// <param name="Original">Zone, protocol, addresses and ports of the direction that opened it.
/// </param>
/// <param name="State">State as <c>conntrack -L</c> prints it; empty of what has none.</param>
/// <param name="LeftNs">Time until it is over, as far as is known, ns.</param>
/// <param name="Sent">Packets of that direction, as far as they are known.</param>
/// <param name="Answered">Packets of the other one.</param>
/// <param name="IsOffloaded">Its records are in hardware.</param>
/// <param name="Opener">Index of the tenant that opened it.</param>
internal readonly record struct SessionView(
    SessionKey Original, string State, ulong LeftNs, ulong Sent, ulong Answered,
    bool IsOffloaded, ushort Opener)
{
    /// <summary>The view of a session.</summary>
    public static SessionView Of(in SessionEntry entry, ulong nowNs) => new(
        entry.Original, NameOf(entry), entry.DeadlineNs - nowNs,
        entry.OriginalSide.Packets + entry.OriginalSide.HardwarePackets,
        entry.ReplySide.Packets + entry.ReplySide.HardwarePackets,
        entry.Place == SessionPlace.Hardware, entry.Opener);

    /// <summary>Name of a state of TCP.</summary>
    public static string NameOf(TcpState state) => state switch
    {
        TcpState.SynSent => "SYN_SENT",
        TcpState.SynRecv => "SYN_RECV",
        TcpState.Established => "ESTABLISHED",
        TcpState.FinWait => "FIN_WAIT",
        TcpState.CloseWait => "CLOSE_WAIT",
        TcpState.LastAck => "LAST_ACK",
        TcpState.TimeWait => "TIME_WAIT",
        TcpState.Close => "CLOSE",
        TcpState.SynSent2 => "SYN_SENT2",
        _ => "NONE",
    };

    private static string NameOf(in SessionEntry entry) => entry.IsTcp ? NameOf(entry.State)
        : entry.IsReplied ? "" : "UNREPLIED";
}
