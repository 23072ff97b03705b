using SmartNic.Features.Fields;
using SmartNic.Kernels;

namespace SmartNic.Features;

/// <summary>The fields of a tenant's meter: <c>rate</c> and what depends on it.</summary>
internal static class MeterSection
{
    /// <summary>The fields. Without a rate there is no meter that the others could belong to.
    /// </summary>
    public static IReadOnlyList<Field<TenantConfig>> OfTenant { get; } =
    [
        new ValueField<TenantConfig, BitRate>(
            "rate", MeterTypes.Rate, t => t.Rate, (t, v) => t with { Rate = v })
        {
            Description = "Rate of what it receives at most: PIR of RFC 2698, CIR of RFC 2697, "
                + "CIR + EIR of RFC 4115; units are powers of 1000.",
        },
        new ValueField<TenantConfig, MeterKind>(
            "meter", MeterTypes.Kind, t => t.MeterKind, (t, v) => t with { MeterKind = v })
        {
            Description = "How what it receives is coloured: two rates (RFC 2698), one rate and "
                + "two bursts (RFC 2697), or a committed and an excess rate (RFC 4115).",
            DefaultText = "rfc2698",
            Check = MeterChecks.NeedsRate("meter"),
            IsWritten = t => t.MeterKind != MeterKind.TwoRate,
        },
        new ValueField<TenantConfig, LengthBase>(
            "metered_length", MeterTypes.Length,
            t => t.MeteredLength, (t, v) => t with { MeteredLength = v })
        {
            Description = "What a frame is charged: l2 its bytes without FCS, l1 24 more (FCS, "
                + "preamble and gap), l3 what is behind its Ethernet header and VLAN tags.",
            DefaultText = "l2",
            Check = MeterChecks.Length,
            IsWritten = t => t.MeteredLength != LengthBase.Frame,
        },
        new ValueField<TenantConfig, ColorMode>(
            "color_mode", MeterTypes.ColorMode,
            t => t.ColorMode, (t, v) => t with { ColorMode = v })
        {
            Description = "Whether frames come coloured by their inner DSCP (RFC 2597: AFx1 green, "
                + "AFx2 yellow, AFx3 red, all else green); a meter never makes a colour better.",
            DefaultText = "blind",
            Check = MeterChecks.NeedsRate("color_mode"),
            IsWritten = t => t.ColorMode != ColorMode.Blind,
        },
        new ValueField<TenantConfig, BitRate>(
            "committed_rate", MeterTypes.Rate,
            t => t.CommittedRate, (t, v) => t with { CommittedRate = v })
        {
            Description = "Committed rate (CIR); at most rate, with rfc2697 rate, with rfc4115 at "
                + "least 64 kbit/s less.",
            Default = t => t.Rate,
            DefaultText = "rate",
            Check = MeterChecks.Rates,
            IsWritten = HasRate,
        },
        new ValueField<TenantConfig, BurstSize>(
            "burst", MeterTypes.Size,
            t => new(t.BurstBytes, t.Rate.InPackets), (t, v) => t with { BurstBytes = v.Bytes })
        {
            Description = "Peak burst (PBS), at least 1518 B (l1 1542, l3 1500), at most 2 s at "
                + "rate; longer frames never pass. With rfc2697 and rfc4115 the excess burst "
                + "(EBS), at most 2 s at its rate; one of both bursts is as long at least.",
            Default = t => new(MeterMath.DefaultBurst(t.BurstRate), t.Rate.InPackets),
            DefaultText = "10 ms at rate, at least 16 KiB, at most 2 s",
            IsRead = HasRate,
            Check = (fields, t) =>
            {
                MeterChecks.Burst(fields, "burst", t, t.BurstRate, t.BurstBytes);
                return t;
            },
            IsWritten = HasRate,
        },
        new ValueField<TenantConfig, BurstSize>(
            "committed_burst", MeterTypes.Size,
            t => new(t.CommittedBurstBytes, t.Rate.InPackets),
            (t, v) => t with { CommittedBurstBytes = v.Bytes })
        {
            Description = "Committed burst (CBS), at most 2 s at committed_rate; longer frames "
                + "are never green.",
            Default = t => new(
                t.MeterKind == MeterKind.ExcessRate ? MeterMath.DefaultBurst(t.CommittedRate)
                    : Math.Min(t.BurstBytes, MeterMath.TwoSeconds(t.CommittedRate)),
                t.Rate.InPackets),
            DefaultText = "burst, with rfc4115 10 ms at committed_rate, at least 16 KiB; at most "
                + "2 s at committed_rate",
            IsRead = HasRate,
            Check = (fields, t) =>
            {
                if (!fields.Failed("committed_rate"))
                {
                    MeterChecks.Burst(
                        fields, "committed_burst", t, t.CommittedRate, t.CommittedBurstBytes);
                    MeterChecks.Bursts(fields, t);
                }

                return t;
            },
            IsWritten = HasRate,
        },
        new ValueField<TenantConfig, OnColor>(
            "on_green", MeterTypes.OnGreen, t => t.OnGreen, (t, v) => t with { OnGreen = v })
        {
            Description = "What happens to green frames; only with a rate.",
            DefaultText = "pass",
            Check = MeterChecks.NeedsRate("on_green"),
            IsWritten = t => t.OnGreen != default,
        },
        new ValueField<TenantConfig, OnColor>(
            "on_yellow", MeterTypes.OnColor, t => t.OnYellow, (t, v) => t with { OnYellow = v })
        {
            Description = "What happens to frames above committed_rate; only with a rate.",
            DefaultText = "pass",
            IsWritten = HasRate,
        },
        new ValueField<TenantConfig, OnColor>(
            "on_red", MeterTypes.OnColor, t => t.OnRed, (t, v) => t with { OnRed = v })
        {
            Description = "What happens to red frames; only with a rate.",
            DefaultText = "drop",
            Check = MeterChecks.NeedsRate("on_red"),
            IsWritten = t => t.OnRed.Action != ColorAction.Drop,
        },
    ];

    private static bool HasRate(TenantConfig tenant) => !tenant.Rate.IsUnlimited;
}
