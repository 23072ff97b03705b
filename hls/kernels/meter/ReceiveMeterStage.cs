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
        InnerHead inner = p.Outer.Inner;
        U14 header = inner.TaggedTwice ? (U14)(Protocol.EthernetBytes + 8)
            : inner.Tagged ? (U14)(Protocol.EthernetBytes + 4)
            : (U14)Protocol.EthernetBytes;
        U14 bytes = p.IsSlow ? (U14)SlowPort.MeteredBytes
            : MeterLength.Of(config.LengthBase, p.Outer.InnerLength, header);
        U2 incoming = DropPrecedence.Color(inner.IsIp ? p.Dscp : (U6)0);
        p.Color = (U2)(byte)MeterColor.Green;
        if (config.Enabled)
        {
            p.Color = state.Apply(p.Tenant,
                Meter.Prepare(config, bytes, p.Meta.TimeNs, incoming));
        }

        if (p.Color == (U2)(byte)MeterColor.Red & (p.IsSlow | !p.Policy.PassesRed))
        {
            Reason reason = p.IsSlow ? Reasons.SlowPathLimit : Reasons.RateExceeded;
            p.Drop(reason, p.IsSlow ? (U12)0 : p.Tenant,
                p.IsSlow ? p.Meta.Length : p.Outer.InnerLength);
        }
    }
}
