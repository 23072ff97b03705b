using SmartNic.Kernels;

namespace SmartNic.Features;

/// <content>What a tenant may receive, and how fast.</content>
public sealed partial record TenantConfig
{
    /// <summary>
    /// Rate of what it receives from the wire at most: PIR of RFC 2698, CIR of RFC 2697, CIR + EIR
    /// of RFC 4115.
    /// </summary>
    public BitRate Rate { get; init; }

    /// <summary>How its meter's buckets belong together; as by default without a rate.</summary>
    public MeterKind MeterKind { get; init; }

    /// <summary>What its meter charges; Frame without a rate, and where packets are counted.
    /// </summary>
    public LengthBase MeteredLength { get; init; }

    /// <summary>Whether the colour that a packet comes with counts.</summary>
    public ColorMode ColorMode { get; init; }

    /// <summary>Committed rate (CIR); unlimited exactly when <see cref="Rate"/> is.</summary>
    public BitRate CommittedRate { get; init; }

    /// <summary>
    /// Peak or excess burst size (PBS, EBS) in bytes, 64 a packet where packets are counted; zero
    /// exactly when there is no rate.
    /// </summary>
    public ulong BurstBytes { get; init; }

    /// <summary>Committed burst size (CBS), as <see cref="BurstBytes"/>.</summary>
    public ulong CommittedBurstBytes { get; init; }

    /// <summary>Rate that fills the bucket of <see cref="BurstBytes"/>.</summary>
    internal BitRate BurstRate => MeterKind == MeterKind.ExcessRate
        ? Rate with { BitsPerSecond = Rate.BitsPerSecond - CommittedRate.BitsPerSecond }
        : Rate;

    /// <summary>What happens to green frames with a rate: pass or remark.</summary>
    public OnColor OnGreen { get; init; }

    /// <summary>What happens to yellow ones.</summary>
    public OnColor OnYellow { get; init; }

    /// <summary>What happens to red ones.</summary>
    public OnColor OnRed { get; init; } = new(ColorAction.Drop);
}
