using SmartNic.Hls.Language;

namespace SmartNic.Kernels;

/// <summary>Hands what asks for an answer of the gateway itself to the slow path.</summary>
public static class ReceivePuntStage
{
    /// <summary>The stage.</summary>
    [Stage]
    public static void Run(ref RxPacket p)
    {
        if (!p.IsOpen)
        {
            return;
        }

        if (p.IsSlow)
        {
            Verdict v = default;
            v.Reason = Reasons.Slow;
            SlowPort.Punt(ref v, p.Outer.Punt, p.Meta.Interface, (U12)0, (U24)0,
                (U12)0, p.Meta.Length, p.Meta.TimeNs);
            p.Decide(v);
        }
    }
}
