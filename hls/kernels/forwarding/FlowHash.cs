using SmartNic.Hls.Language;

namespace SmartNic.Kernels;

/// <summary>
/// The hash of a flow: for the outer source port (RFC 7348 section 5) and for whatever else spreads
/// flows. Each field goes whole through a bijection that is not linear, and is only then joined
/// with the next, so that what two fields have in common does not cancel.
/// </summary>
public static class FlowHash
{
    // Digits of pi: nothing hidden. Who chooses his own headers chooses his own path only.
    const ulong SourceKey = 0x243F_6A88_85A3_08D3;
    const ulong DestinationKey = 0x1319_8A2E_0370_7344;
    const ulong FlowKey = 0xA409_3822_299F_31D0;

    /// <summary>
    /// 64 bits of which the low half is the better one: every bit of every field reaches every bit
    /// of it. 24 LUT levels in hardware.
    /// </summary>
    public static ulong Of(in Flow flow)
    {
        ulong source = Hashes.Mix64(
            Hashes.Mix64(flow.SourceHigh, SourceKey) ^ flow.SourceLow, SourceKey);
        ulong destination = Hashes.Mix64(
            Hashes.Mix64(flow.DestinationHigh, DestinationKey) ^ flow.DestinationLow,
            DestinationKey);
        ulong rest = ((ulong)flow.Ports << 32) | ((ulong)flow.Protocol << 20) | (ulong)flow.Label;
        return Hashes.Mix64(source ^ destination ^ rest, FlowKey);
    }

    /// <summary>The outer source port of a flow, less 49152: 14 bits.</summary>
    public static U14 Entropy(in Flow flow) => (U14)Of(flow);
}
