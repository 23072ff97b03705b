using SmartNic.Hls.Language;

namespace SmartNic.Kernels;

/// <summary>Host to wire: name the tenant, find the next hop, hold the tenant to its rate, start
/// the tunnel.</summary>
public static class TxPipeline
{
    /// <summary>Decides about one frame of a tenant or of the slow path.</summary>
    /// <param name="frame">At the metadata header of an injected frame, else at Ethernet.</param>
    /// <param name="meta">What ingress knows of it.</param>
    /// <param name="tables">The stages' tables.</param>
    [Pipeline("snic_tx_kernel")]
    public static Verdict Run(Window frame, TxMeta meta, in TxTables tables)
    {
        TxPacket p = default;
        p.Meta = meta;
        SourceStage.Run(ref p, frame, tables.Port);
        InjectStage.Run(ref p);
        Window inner = frame.Skip(p.Source.Strip);
        ForwardStage.Run(ref p, inner, tables.Fdb);
        SendFirewallStage.Run(ref p, tables.Firewall);
        MtuStage.Run(ref p);
        SendPuntStage.Run(ref p, tables.Meter, tables.MeterState);
        SendMeterStage.Run(ref p, tables.SendMeter, tables.SendMeterState);
        EncapStage.Run(ref p, tables.NextHop);
        return p.Fate;
    }
}
