using SmartNic.Hls.Language;

namespace SmartNic.Kernels;

/// <summary>Passes on a frame that the slow path made whole: to the wire or to a tenant.</summary>
public static class InjectStage
{
    /// <summary>The stage.</summary>
    [Stage]
    public static void Run(ref TxPacket p)
    {
        if (!p.IsOpen)
        {
            return;
        }

        Source source = p.Source;
        bool host = source.Action == InjectAction.Host;
        if (source.Action == InjectAction.Wire | host)
        {
            Verdict v = default;
            v.Reason = host ? Reasons.Answer : Reasons.Wire;
            v.Dest = host ? (U2)(byte)Destination.Host : (U2)(byte)Destination.Wire;
            v.Tenant = source.Tenant;
            v.Queue = source.Queue;
            v.Resume = source.Strip;
            v.Length = source.Length;
            v.CountBytes = source.Length;
            p.Decide(v);
        }
    }
}
