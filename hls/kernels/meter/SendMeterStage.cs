using SmartNic.Hls.Language;

namespace SmartNic.Kernels;

/// <summary>
/// Colours a frame on its way to the wire by its tenant's meter: the tenant's own ones, and what
/// the slow path sends or copies in its name. What goes to the slow path instead is not charged; a
/// frame that has no way, or is too long for it, is.
/// </summary>
public static class SendMeterStage
{
    /// <summary>The stage.</summary>
    /// <param name="p">The packet; its colour is known afterwards.</param>
    /// <param name="meter">Rates by tenant.</param>
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

        MeterConfig config = meter.Read(Generation.Bank(p.Meta.Gen, p.Source.Tenant));
        U14 bytes = MeterLength.Of(
            config.LengthBase, p.Source.Length, (U14)(uint)p.Inner.HeaderBytes);
        U2 incoming = DropPrecedence.Color(p.Inner.IsIp ? p.Inner.Dscp : (U6)0);
        p.Color = (U2)(byte)MeterColor.Green;
        if (config.Enabled)
        {
            p.Color = state.Apply(p.Source.Tenant,
                Meter.Prepare(config, bytes, p.Meta.TimeNs, incoming));
        }

        bool yellow = p.Color == (U2)(byte)MeterColor.Yellow;
        bool red = p.Color == (U2)(byte)MeterColor.Red;
        if (red & !p.Source.PassesRed)
        {
            p.Drop(Reasons.RateExceeded);
            return;
        }

        if (yellow & p.Source.DropsYellow)
        {
            p.Drop(Reasons.YellowDropped);
        }
    }
}
