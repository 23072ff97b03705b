using SmartNic.Hls.Language;

namespace SmartNic.Kernels;

/// <summary>
/// Hands what only the slow path can answer to it, as much as the tenant's limit lets through.
/// </summary>
public static class SendPuntStage
{
    /// <summary>The stage.</summary>
    /// <param name="p">The packet.</param>
    /// <param name="meter">Limits by tenant.</param>
    /// <param name="state">State by tenant.</param>
    [Stage]
    public static void Run(
        ref TxPacket p, Table<MeterConfig> meter,
        Rmw<MeterStep, MeterState, MeterArg, U2> state)
    {
        if (!p.IsOpen)
        {
            return;
        }

        PuntReason reason = p.Inner.Asks != PuntReason.None ? p.Inner.Asks
            : p.Hit.Found ? PuntReason.None
            : PuntReason.UnknownUnicast;
        if (reason == PuntReason.None | p.Meta.FromSlow)
        {
            return;
        }

        U12 tenant = p.Source.Tenant;
        U2 color = (U2)(byte)MeterColor.Green;
        MeterConfig config = meter.Read(Generation.Bank(p.Meta.Gen, tenant));
        if (config.Enabled)
        {
            color = state.Apply(tenant,
                Meter.Prepare(config, (U14)SlowPort.MeteredBytes, p.Meta.TimeNs));
        }

        if (color == (U2)(byte)MeterColor.Red)
        {
            p.Drop(Reasons.SlowPathLimit);
            return;
        }

        Verdict v = default;
        v.Reason = Reasons.Slow;
        SlowPort.Punt(ref v, reason, p.Meta.Interface, tenant, p.Source.Vni,
            p.Meta.Queue, p.Source.Length, p.Meta.TimeNs);
        p.Decide(v);
    }
}
