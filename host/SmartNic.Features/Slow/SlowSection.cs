using SmartNic.Features.Fields;
using SmartNic.Features.Reading;

namespace SmartNic.Features;

/// <summary>The field <c>slow_path</c>, of the file and of a tenant.</summary>
internal static class SlowSection
{
    /// <summary>What the wire may punt.</summary>
    public static Field<GatewayConfig> Wire { get; } = new MapField<GatewayConfig, SlowPathLimit>(
        "slow_path",
        new("slow_path", SlowPathLimit.WireDefault,
            [.. Limit<SlowPathLimit>(SlowPathLimit.WireDefault, l => l, (_, v) => v)])
        {
            Check = (fields, limit, _) => CheckBurst(fields, limit),
        },
        g => g.SlowPath, (g, v) => g with { SlowPath = v })
    {
        Description = "What the wire may send to the slow path, over all endpoints.",
    };

    /// <summary>What a tenant may punt, and have copied.</summary>
    public static Field<TenantConfig> OfTenant { get; } = new MapField<TenantConfig, TenantShare>(
        "slow_path",
        new("slow_path", TenantShare.Default,
        [
            .. Limit<TenantShare>(
                SlowPathLimit.TenantDefault, s => s.Limit, (s, v) => s with { Limit = v }),
            new ValueField<TenantShare, uint>(
                "copies_per_second", Types.Number(1, TenantConfig.MaxCopiesPerSecond),
                s => s.CopiesPerSecond, (s, v) => s with { CopiesPerSecond = v })
            {
                Description = "Copies a second that the slow path makes of its frames, over all "
                    + "flood remotes.",
            },
        ])
        {
            Check = (fields, share, _) => CheckBurst(fields, share.Limit),
        },
        t => new TenantShare(t.SlowPath, t.CopiesPerSecond),
        (t, v) => t with { SlowPath = v.Limit, CopiesPerSecond = v.CopiesPerSecond })
    {
        Description = "What the tenant may send to the slow path, and have copied there.",
    };

    private static IEnumerable<Field<T>> Limit<T>(
        SlowPathLimit absent, Func<T, SlowPathLimit> get, Func<T, SlowPathLimit, T> set) =>
    [
        new ValueField<T, uint>(
            "packets_per_second",
            Types.Number(SlowPathLimit.MinPacketsPerSecond, SlowPathLimit.MaxPacketsPerSecond),
            r => get(r).PacketsPerSecond,
            (r, v) => set(r, get(r) with { PacketsPerSecond = v }))
        {
            Description = "Sustained packets a second.",
        },
        new ValueField<T, uint>(
            "burst_packets",
            Types.Number(1, MeterMath.TwoSeconds(SlowPathLimit.MaxPacketsPerSecond)),
            r => get(r).BurstPackets,
            (r, v) => set(r, get(r) with { BurstPackets = v }))
        {
            Description = "Packets that may come at once; at most 2 s of packets_per_second.",
            Default = r => Math.Min(
                absent.BurstPackets, MeterMath.TwoSeconds(get(r).PacketsPerSecond)),
            DefaultText = $"{absent.BurstPackets}, if it fits",
        },
    ];

    private static void CheckBurst(FieldReader fields, SlowPathLimit limit)
    {
        var most = MeterMath.TwoSeconds(limit.PacketsPerSecond);
        if (fields.IsGood && limit.BurstPackets > most)
        {
            fields.Reject("burst_packets", $"at most {most} (2 s at packets_per_second)");
        }
    }

    /// <summary>A tenant's share of the slow path.</summary>
    private sealed record TenantShare(SlowPathLimit Limit, uint CopiesPerSecond)
    {
        public static TenantShare Default { get; } =
            new(SlowPathLimit.TenantDefault, TenantConfig.DefaultCopiesPerSecond);
    }
}
