using SmartNic.Hls.Language;

namespace SmartNic.Kernels;

/// <summary>Host to wire: name the tenant, find the next hop, start the tunnel.</summary>
public static class TxPipeline
{
    /// <summary>Decides about one frame of a tenant or of the slow path.</summary>
    [Pipeline("snic_tx_kernel")]
    public static Verdict Run(
        Window frame,
        TxMeta meta,
        [Depth(8192)] Table<HostPort> port,
        [Depth(4096)] Exact<FdbKey, FdbValue> fdb,
        [Depth(8192)] Table<NextHop> nextHop,
        [Depth(8192)] Table<MeterConfig> meter,
        [Depth(4096)] Rmw<MeterStep, MeterState, MeterArg, U2> meterState)
    {
        TxPacket p = default;
        p.Meta = meta;
        SourceStage.Run(ref p, frame, port);
        InjectStage.Run(ref p);
        Window inner = frame.Skip(p.Source.Strip);
        ForwardStage.Run(ref p, inner, fdb);
        SendPuntStage.Run(ref p, meter, meterState);
        EncapStage.Run(ref p, nextHop);
        return p.Fate;
    }
}
