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
        if (yellow & rules.OnYellow == (U2)(byte)ColorAction.Drop)
        {
            p.Drop(Reasons.YellowDropped, p.Tenant, p.Outer.InnerLength);
            return;
        }

        bool red = p.Color == (U2)(byte)MeterColor.Red;
        Verdict v = default;
        v.Reason = red ? Reasons.Red : yellow ? Reasons.Yellow : Reasons.Host;
        v.Dest = (U2)(byte)Destination.Host;
        v.Tenant = p.Tenant;
        v.Queue = p.Queue;
        v.CountBytes = p.Outer.InnerLength;
        inner.Rebuild(ref v, link.DestinationMac, link.SourceMac);

        // The colour is the last to be known, so all three edits are there before it.
        bool remarks = rules.OnYellow == (U2)(byte)ColorAction.Remark;
        MarkEdit ofGreen = inner.Edit(rules.RemarksGreen ? rules.GreenDscp : p.Dscp, p.Ecn);
        MarkEdit ofYellow = inner.Edit(remarks ? rules.Dscp : p.Dscp, p.Ecn);
        MarkEdit ofRed = inner.Edit(rules.RemarksRed ? rules.RedDscp : p.Dscp, p.Ecn);
        inner.Deliver(ref v, p.Outer.Strip, p.Outer.InnerLength,
            yellow ? ofYellow : ofGreen, ofRed, red);
        p.Decide(v);
    }
}
