using SmartNic.Hls.Language;

namespace SmartNic.Kernels;

/// <summary>Cuts a frame out of its tunnel and delivers it to its tenant.</summary>
public static class DeliverStage
{
    /// <summary>The stage.</summary>
    [Stage]
    public static void Run(ref RxPacket p)
    {
        if (!p.IsOpen)
        {
            return;
        }

        ReceivePolicy rules = p.Policy;
        InnerHead inner = p.Outer.Inner;
        LinkValue link = p.Link.Value;
        bool yellow = p.Color == (U2)(byte)MeterColor.Yellow;
        if (yellow & rules.OnYellow == (U2)(byte)YellowAction.Drop)
        {
            p.Drop(Reasons.YellowDropped, p.Tenant, p.Outer.InnerLength);
            return;
        }

        Verdict v = default;
        v.Reason = yellow ? Reasons.Yellow : Reasons.Host;
        v.Dest = (U2)(byte)Destination.Host;
        v.Tenant = p.Tenant;
        v.Queue = p.Queue;
        v.CountBytes = p.Outer.InnerLength;
        inner.Rebuild(ref v, link.Destination, link.Source);
        bool remark = yellow & rules.OnYellow == (U2)(byte)YellowAction.Remark;
        inner.Deliver(ref v, p.Outer.Strip, p.Outer.InnerLength,
            inner.Edit(inner.Dscp, p.Ecn), inner.Edit(rules.Dscp, p.Ecn), remark);
        p.Decide(v);
    }
}
