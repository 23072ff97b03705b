using SmartNic.Hls.Language;

namespace SmartNic.Kernels;

/// <summary>Reads the outer headers; what is for none of our endpoints ends here.</summary>
public static class EndpointStage
{
    /// <summary>The stage.</summary>
    /// <param name="p">The packet; its outer headers are known afterwards.</param>
    /// <param name="frame">At the outer Ethernet header.</param>
    /// <param name="table">Our endpoints.</param>
    [Stage]
    public static void Run(
        ref RxPacket p, Window frame, in Exact<EndpointKey, EndpointValue> table)
    {
        if (!p.IsOpen)
        {
            return;
        }

        Outer outer = Outer.Parse(frame, p.Meta);
        EndpointKey key = default;
        key.Ip = outer.Local;
        Hit<EndpointValue> local = ExactMatch.Find(table, key, p.Meta.Gen, p.Meta.HashKey);
        outer.NeedsLink = TunnelKinds.NeedsLink(outer.Kind)
            | (outer.Kind == TunnelKind.Nvgre & !local.Value.Nvgre);
        p.Outer = outer;
        Reason reason = WhyNot(outer, local, p.Meta);
        if (reason != Reason.None)
        {
            p.Drop(reason, (U12)0, p.Meta.Length);
        }
    }

    /// <summary>None, or why a frame is for none of our endpoints.</summary>
    static Reason WhyNot(
        in Outer outer, in Hit<EndpointValue> local, in RxMeta meta)
    {
        bool ours = local.Found & local.Value.Interface == meta.Interface;
        bool ends = outer.Kind switch
        {
            TunnelKind.Vxlan => outer.UdpPort == local.Value.UdpPort,
            TunnelKind.Geneve => local.Value.Geneve,
            _ => true,
        };
        return outer.Refused != Reason.None ? outer.Refused
            : !ours ? Reasons.ForeignAddress
            : !ends ? Reasons.NotTunnel
            : outer.Then;
    }
}
