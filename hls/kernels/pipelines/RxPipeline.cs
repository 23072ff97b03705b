using SmartNic.Hls.Language;

namespace SmartNic.Kernels;

/// <summary>Wire to host: end the tunnel, find the tenant, judge, hold to the rate, deliver.
/// </summary>
public static class RxPipeline
{
    /// <summary>Decides about one frame from the wire.</summary>
    /// <param name="frame">At the outer Ethernet header.</param>
    /// <param name="meta">What ingress knows of it.</param>
    /// <param name="tables">The stages' tables.</param>
    [Pipeline("snic_rx_kernel")]
    public static Verdict Run(Window frame, RxMeta meta, in RxTables tables)
    {
        RxPacket p = default;
        p.Meta = meta;
        EndpointStage.Run(ref p, frame, tables.Endpoint);
        LinkStage.Run(ref p, tables.Link);
        TenantStage.Run(ref p, tables.Vni);
        InnerStage.Run(ref p);
        PolicyStage.Run(ref p, tables.Policy, tables.Source);
        ReceiveFirewallStage.Run(ref p, tables.Firewall);
        ReceiveMeterStage.Run(ref p, tables.Meter, tables.MeterState);
        ReceivePuntStage.Run(ref p);
        DeliverStage.Run(ref p);
        return p.Fate;
    }
}
