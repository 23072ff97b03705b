using SmartNic.Hls.Language;

namespace SmartNic.Kernels;

/// <summary>
/// Colours a frame from the wire by its tenant's meter. Index 0 of the meters limits what the wire
/// sends to the slow path.
/// </summary>
public static class ReceiveMeterStage
{
    /// <summary>The stage.</summary>
    /// <param name="p">The packet; its colour is known afterwards.</param>
    /// <param name="meter">Rates by tenant.</param>
    /// <param name="state">State by tenant.</param>
    [Stage]
    public static void Run(
        ref RxPacket p, Table<MeterConfig> meter,
        Rmw<MeterStep, MeterState, MeterArg, U2> state)
    {
        if (!p.IsOpen)
        {
            return;
        }

        MeterConfig config = meter.Read(p.Bank);
        U14 metered = p.IsSlow ? (U14)SlowPort.MeteredBytes : p.Outer.InnerLength;
        p.Color = (U2)(byte)MeterColor.Green;
        if (config.Enabled)
        {
            p.Color = state.Apply(p.Tenant, Meter.Prepare(config, metered, p.Meta.TimeNs));
        }

        if (p.Color == (U2)(byte)MeterColor.Red)
        {
            Reason reason = p.IsSlow ? Reasons.SlowPathLimit : Reasons.RateExceeded;
            p.Drop(reason, p.IsSlow ? (U12)0 : p.Tenant,
                p.IsSlow ? p.Meta.Length : p.Outer.InnerLength);
        }
    }
}
