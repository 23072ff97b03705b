using SmartNic.Features.Fields;

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
            Description = "Peak rate (PIR) of what it receives; units are powers of 1000.",
        },
        new ValueField<TenantConfig, BitRate>(
            "committed_rate", MeterTypes.Rate,
            t => t.CommittedRate, (t, v) => t with { CommittedRate = v })
        {
            Description = "Committed rate (CIR); at most rate.",
            Default = t => t.Rate,
            DefaultText = "rate",
            Check = MeterChecks.Rates,
            IsWritten = HasRate,
        },
        new ValueField<TenantConfig, ulong>(
            "burst", MeterTypes.Size, t => t.BurstBytes, (t, v) => t with { BurstBytes = v })
        {
            Description = "Peak burst (PBS), at least 1518 B, at most 2 s at rate; longer frames "
                + "never pass.",
            Default = t => MeterMath.DefaultBurst(t.Rate),
            DefaultText = "10 ms at rate, at least 16 KiB, at most 2 s",
            IsRead = HasRate,
            Check = (fields, t) =>
            {
                MeterChecks.Burst(fields, "burst", t.Rate, t.BurstBytes);
                return t;
            },
            IsWritten = HasRate,
        },
        new ValueField<TenantConfig, ulong>(
            "committed_burst", MeterTypes.Size,
            t => t.CommittedBurstBytes, (t, v) => t with { CommittedBurstBytes = v })
        {
            Description = "Committed burst (CBS), at most 2 s at committed_rate; longer frames "
                + "are never green.",
            Default = t => Math.Min(t.BurstBytes, MeterMath.TwoSeconds(t.CommittedRate)),
            DefaultText = "burst, at most 2 s at committed_rate",
            IsRead = HasRate,
            Check = (fields, t) =>
            {
                if (!fields.Failed("committed_rate"))
                {
                    MeterChecks.Burst(
                        fields, "committed_burst", t.CommittedRate, t.CommittedBurstBytes);
                }

                return t;
            },
            IsWritten = HasRate,
        },
        new ValueField<TenantConfig, OnYellow>(
            "on_yellow", MeterTypes.OnYellow, t => t.OnYellow, (t, v) => t with { OnYellow = v })
        {
            Description = "What happens to frames above committed_rate; only with a rate.",
            DefaultText = "pass",
            IsWritten = HasRate,
        },
    ];

    private static bool HasRate(TenantConfig tenant) => !tenant.Rate.IsUnlimited;
}
