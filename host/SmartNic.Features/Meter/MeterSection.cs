using SmartNic.Features.Fields;
using SmartNic.Features.Reading;
using SmartNic.Kernels;

namespace SmartNic.Features;

/// <summary>
/// The fields of a tenant's meters: <c>rate</c> and what depends on it, of what it receives, and
/// <c>send</c> with the same keys.
/// </summary>
internal static class MeterSection
{
    /// <summary>The fields. Without a rate there is no meter that the others could belong to.
    /// </summary>
    public static IReadOnlyList<Field<TenantConfig>> OfTenant { get; } =
    [
        .. Rates<TenantConfig>("receives", t => t.Receive, (t, v) => t with { Receive = v }),
        .. Colors<TenantConfig>(t => t.Receive, (t, v) => t with { Receive = v }),
        new MapField<TenantConfig, RateConfig>(
            "send",
            new("send", new RateConfig(),
            [
                .. Rates<RateConfig>("sends", r => r, (_, v) => v),
                OnYellow<RateConfig>(MeterTypes.OnSent, r => r, (_, v) => v),
                OnRed<RateConfig>(MeterTypes.OnSent, r => r, (_, v) => v),
            ]),
            t => t.Send, (t, v) => t with { Send = v })
        {
            Description = "How fast it may send to the wire, copies to flood remotes too. What "
                + "goes to the slow path instead has its own limit.",
            IsWritten = t => HasRate(t.Send),
        },
    ];

    private static Field<T>[] Rates<T>(
        string does, Func<T, RateConfig> get, Func<T, RateConfig, T> set) =>
    [
        new ValueField<T, BitRate>(
            "rate", MeterTypes.Rate, t => get(t).Rate, (t, v) => set(t, get(t) with { Rate = v }))
        {
            Description = $"Rate of what it {does} at most: PIR of RFC 2698, CIR of RFC 2697, "
                + "CIR + EIR of RFC 4115; units are powers of 1000.",
        },
        new ValueField<T, MeterKind>(
            "meter", MeterTypes.Kind, t => get(t).Kind, (t, v) => set(t, get(t) with { Kind = v }))
        {
            Description = $"How what it {does} is coloured: two rates (RFC 2698), one rate and "
                + "two bursts (RFC 2697), or a committed and an excess rate (RFC 4115).",
            DefaultText = "rfc2698",
            Check = On(get, set, MeterChecks.NeedsRate("meter", r => r.Kind == default)),
            IsWritten = t => get(t).Kind != MeterKind.TwoRate,
        },
        new ValueField<T, LengthBase>(
            "metered_length", MeterTypes.Length,
            t => get(t).Length, (t, v) => set(t, get(t) with { Length = v }))
        {
            Description = "What a frame is charged: l2 its bytes without FCS, l1 24 more (FCS, "
                + "preamble and gap), l3 what is behind its Ethernet header and VLAN tags.",
            DefaultText = "l2",
            Check = On(get, set, MeterChecks.Length),
            IsWritten = t => get(t).Length != LengthBase.Frame,
        },
        new ValueField<T, ColorMode>(
            "color_mode", MeterTypes.ColorMode,
            t => get(t).ColorMode, (t, v) => set(t, get(t) with { ColorMode = v }))
        {
            Description = "Whether frames come coloured by their inner DSCP (RFC 2597: AFx1 green, "
                + "AFx2 yellow, AFx3 red, all else green); a meter never makes a colour better.",
            DefaultText = "blind",
            Check = On(get, set, MeterChecks.NeedsRate("color_mode", r => r.ColorMode == default)),
            IsWritten = t => get(t).ColorMode != ColorMode.Blind,
        },
        new ValueField<T, BitRate>(
            "committed_rate", MeterTypes.Rate,
            t => get(t).CommittedRate, (t, v) => set(t, get(t) with { CommittedRate = v }))
        {
            Description = "Committed rate (CIR); at most rate, with rfc2697 rate, with rfc4115 at "
                + "least 64 kbit/s less.",
            Default = t => get(t).Rate,
            DefaultText = "rate",
            Check = On(get, set, MeterChecks.Rates),
            IsWritten = t => HasRate(get(t)),
        },
        new ValueField<T, BurstSize>(
            "burst", MeterTypes.Size,
            t => new(get(t).BurstBytes, get(t).Rate.InPackets),
            (t, v) => set(t, get(t) with { BurstBytes = v.Bytes }))
        {
            Description = "Peak burst (PBS), at least 1518 B (l1 1542, l3 1500), at most 2 s at "
                + "rate; longer frames never pass. With rfc2697 and rfc4115 the excess burst "
                + "(EBS), at most 2 s at its rate; one of both bursts is as long at least.",
            Default = t => new(MeterMath.DefaultBurst(get(t).BurstRate), get(t).Rate.InPackets),
            DefaultText = "10 ms at rate, at least 16 KiB, at most 2 s",
            IsRead = t => HasRate(get(t)),
            Check = On(get, set, MeterChecks.PeakBurst),
            IsWritten = t => HasRate(get(t)),
        },
        new ValueField<T, BurstSize>(
            "committed_burst", MeterTypes.Size,
            t => new(get(t).CommittedBurstBytes, get(t).Rate.InPackets),
            (t, v) => set(t, get(t) with { CommittedBurstBytes = v.Bytes }))
        {
            Description = "Committed burst (CBS), at most 2 s at committed_rate; longer frames "
                + "are never green.",
            Default = t => new(MeterMath.CommittedBurst(get(t)), get(t).Rate.InPackets),
            DefaultText = "burst, with rfc4115 10 ms at committed_rate, at least 16 KiB; at most "
                + "2 s at committed_rate",
            IsRead = t => HasRate(get(t)),
            Check = On(get, set, MeterChecks.CommittedBurst),
            IsWritten = t => HasRate(get(t)),
        },
    ];

    private static Field<T>[] Colors<T>(
        Func<T, RateConfig> get, Func<T, RateConfig, T> set) =>
    [
        new ValueField<T, OnColor>(
            "on_green", MeterTypes.OnGreen,
            t => get(t).OnGreen, (t, v) => set(t, get(t) with { OnGreen = v }))
        {
            Description = "What happens to green frames; only with a rate.",
            DefaultText = "pass",
            Check = On(get, set, MeterChecks.NeedsRate("on_green", r => r.OnGreen == default)),
            IsWritten = t => get(t).OnGreen != default,
        },
        OnYellow(MeterTypes.OnColor, get, set),
        OnRed(MeterTypes.OnColor, get, set),
    ];

    private static ValueField<T, OnColor> OnYellow<T>(
        FieldType<OnColor> type, Func<T, RateConfig> get, Func<T, RateConfig, T> set) => new(
        "on_yellow", type, t => get(t).OnYellow, (t, v) => set(t, get(t) with { OnYellow = v }))
        {
            Description = "What happens to frames above committed_rate; only with a rate.",
            DefaultText = "pass",
            IsWritten = t => HasRate(get(t)),
        };

    private static ValueField<T, OnColor> OnRed<T>(
        FieldType<OnColor> type, Func<T, RateConfig> get, Func<T, RateConfig, T> set) => new(
        "on_red", type, t => get(t).OnRed, (t, v) => set(t, get(t) with { OnRed = v }))
        {
            Description = "What happens to red frames; only with a rate.",
            DefaultText = "drop",
            Check = On(get, set, MeterChecks.NeedsRate(
                "on_red", r => r.OnRed.Action == ColorAction.Drop)),
            IsWritten = t => get(t).OnRed.Action != ColorAction.Drop,
        };

    private static Func<FieldReader, T, T> On<T>(
        Func<T, RateConfig> get, Func<T, RateConfig, T> set,
        Func<FieldReader, RateConfig, RateConfig> check) =>
        (fields, record) => set(record, check(fields, get(record)));

    private static bool HasRate(RateConfig rate) => !rate.Rate.IsUnlimited;
}
