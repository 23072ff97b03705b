using SmartNic.Kernels;

namespace SmartNic.Features;

/// <summary>How fast a tenant may receive, or send, and what happens above.</summary>
public sealed record RateConfig
{
    /// <summary>The rate at most: PIR of RFC 2698, CIR of RFC 2697, CIR + EIR of RFC 4115.
    /// </summary>
    public BitRate Rate { get; init; }

    /// <summary>How the meter's buckets belong together; as by default without a rate.</summary>
    public MeterKind Kind { get; init; }

    /// <summary>What the meter charges; Frame without a rate, and where packets are counted.
    /// </summary>
    public LengthBase Length { get; init; }

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

    /// <summary>What happens to green frames with a rate: pass or remark.</summary>
    public OnColor OnGreen { get; init; }

    /// <summary>What happens to yellow ones.</summary>
    public OnColor OnYellow { get; init; }

    /// <summary>What happens to red ones.</summary>
    public OnColor OnRed { get; init; } = new(ColorAction.Drop);

    /// <summary>Rate that fills the bucket of <see cref="BurstBytes"/>.</summary>
    internal BitRate BurstRate => Kind == MeterKind.ExcessRate
        ? Rate with { BitsPerSecond = Rate.BitsPerSecond - CommittedRate.BitsPerSecond }
        : Rate;
}
