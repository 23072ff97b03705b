using SmartNic.Hls.Language;

namespace SmartNic.Kernels;

/// <summary>Wire to host: end the tunnel, find the tenant, hold it to its rate, deliver.</summary>
public static class RxPipeline
{
    /// <summary>Decides about one frame from the wire.</summary>
    [Pipeline("snic_rx_kernel")]
    public static Verdict Run(
        Window frame,
        RxMeta meta,
        [Depth(64)] Exact<EndpointKey, EndpointValue> endpoint,
        [Depth(2048)] Exact<VniKey, VniValue> vni,
        [Depth(8192)] Table<ReceivePolicy> policy,
        [Depth(4096)] Exact<SourceKey, Nothing> source,
        [Depth(8192)] Table<MeterConfig> meter,
        [Depth(4096)] Rmw<MeterStep, MeterState, MeterArg, U2> meterState)
    {
        RxPacket p = default;
        p.Meta = meta;
        EndpointStage.Run(ref p, frame, endpoint);
        TenantStage.Run(ref p, vni);
        PolicyStage.Run(ref p, policy, source);
        ReceiveMeterStage.Run(ref p, meter, meterState);
        ReceivePuntStage.Run(ref p);
        DeliverStage.Run(ref p);
        return p.Fate;
    }
}
