using SmartNic.Features.Reading;
using SmartNic.Kernels;

namespace SmartNic.Features;

/// <summary>What a meter's fields must be beside each other.</summary>
internal static class MeterChecks
{
    /// <summary>Bytes of the longest frame that a meter judges: 9216 less the shortest outer
    /// headers.</summary>
    public const ulong LongestFrameBytes =
        Protocol.MaxFrameBytes - TunnelRoute.LeastAddedBytes;

    /// <summary>
    /// Bytes of the longest frame of a usual link: Ethernet, one tag and 1500 bytes of payload. One
    /// burst at least has room for it, as what is longer than both is red (RFC 2697, RFC 2698, RFC
    /// 4115, each in section 3).
    /// </summary>
    private const ulong UsualFrameBytes = 1518;

    /// <summary>When both rates have been read.</summary>
    public static TenantConfig Rates(FieldReader fields, TenantConfig tenant)
    {
        if (tenant.Rate.IsUnlimited)
        {
            if (!fields.Failed("rate"))
            {
                RejectAll(fields);
            }

            return tenant;
        }

        if (!fields.Failed("committed_rate"))
        {
            if (Trouble(tenant) is not { } expected)
            {
                return tenant;
            }

            var key = fields.Find("committed_rate") is null ? "meter" : "committed_rate";
            fields.Reject(key, expected);
        }

        return tenant with { CommittedRate = tenant.Rate, MeterKind = default };
    }

    /// <summary>The check of a key that says something only beside a rate.</summary>
    public static Func<FieldReader, TenantConfig, TenantConfig> NeedsRate(string key) =>
        (fields, tenant) =>
        {
            if (!tenant.Rate.IsUnlimited || fields.Find(key) is null)
            {
                return tenant;
            }

            if (!fields.Failed("rate") && !fields.Failed(key))
            {
                fields.Reject(key, "a rate beside it (rate is unlimited)");
            }

            return tenant with
            {
                MeterKind = default,
                MeteredLength = default,
                ColorMode = default,
                OnGreen = default,
                OnRed = new OnColor(ColorAction.Drop),
            };
        };

    /// <summary>When the length that is charged has been read.</summary>
    public static TenantConfig Length(FieldReader fields, TenantConfig tenant)
    {
        if (!tenant.Rate.InPackets || fields.Find("metered_length") is null)
        {
            return NeedsRate("metered_length")(fields, tenant);
        }

        fields.Reject("metered_length", $"a rate in bit/s beside it (rate is {tenant.Rate})");
        return tenant with { MeteredLength = default };
    }

    /// <summary>When a burst has been read.</summary>
    public static void Burst(
        FieldReader fields, string key, TenantConfig tenant, BitRate rate, ulong bytes)
    {
        if (fields.Find(key) is not { } node || fields.Failed(key))
        {
            return;
        }

        var isInPackets = node is YamlScalar { Value: var text }
            && Quantities.TryPackets(text, "packet", out _);
        var most = MeterMath.TwoSeconds(rate);
        if (isInPackets != rate.InPackets)
        {
            fields.Reject(key, rate.InPackets
                ? $"a number of packet, as rate is {tenant.Rate}"
                : $"a number of bytes, as rate is {tenant.Rate}");
        }
        else if (bytes > most)
        {
            fields.Reject(key, rate.InPackets
                ? $"at most {new BurstSize(most, true)} (2 s at {rate})"
                : $"at most {most} B (2 s at {rate})");
        }
        else if (rate.InPackets)
        {
            return;
        }
        else if (key == "burst" && tenant.MeterKind == MeterKind.TwoRate && bytes < Least(tenant))
        {
            fields.Reject(key, $"at least {Least(tenant)} B (a frame longer than the burst "
                + "never passes)");
        }
        else if (bytes < Charged(tenant, LongestFrameBytes))
        {
            var frame = tenant.MeteredLength switch
            {
                LengthBase.Line => Math.Max(bytes, MeterLength.LineBytes) - MeterLength.LineBytes,
                LengthBase.Payload => bytes + Protocol.EthernetBytes,
                _ => bytes,
            };
            var effect = key != "burst" ? "are never green"
                : tenant.MeterKind == MeterKind.TwoRate ? "never pass"
                : "are never yellow";
            fields.Warn(key, $"frames of more than {frame} bytes {effect} (the longest have "
                + $"{LongestFrameBytes})");
        }
    }

    /// <summary>When both bursts have been read.</summary>
    public static void Bursts(FieldReader fields, TenantConfig tenant)
    {
        var most = Math.Max(tenant.BurstBytes, tenant.CommittedBurstBytes);
        if (tenant.MeterKind != MeterKind.TwoRate && !tenant.Rate.InPackets
            && !fields.Failed("burst") && !fields.Failed("committed_burst")
            && most < Least(tenant))
        {
            fields.Reject("burst", $"at least {Least(tenant)} B here or as committed_burst (a "
                + "longer frame is red)");
        }
    }

    /// <summary>The least of the bursts, of which one must have as much.</summary>
    private static ulong Least(TenantConfig tenant) =>
        tenant.MeteredLength == LengthBase.Payload ? 1500 : Charged(tenant, UsualFrameBytes);

    /// <summary>What a frame without tags is charged.</summary>
    private static ulong Charged(TenantConfig tenant, ulong frameBytes) =>
        tenant.MeteredLength switch
        {
            LengthBase.Line => frameBytes + MeterLength.LineBytes,
            LengthBase.Payload => frameBytes - Protocol.EthernetBytes,
            _ => frameBytes,
        };

    /// <summary>What the committed rate should be; null if it is.</summary>
    private static string? Trouble(TenantConfig tenant)
    {
        var (rate, committed) = (tenant.Rate, tenant.CommittedRate);
        if (!committed.IsUnlimited && committed.InPackets != rate.InPackets)
        {
            return $"the unit of rate, which is {rate}";
        }

        return tenant.MeterKind switch
        {
            MeterKind.SingleRate => committed == rate
                ? null : $"rate, which is {rate} (RFC 2697 section 2 has one)",
            MeterKind.ExcessRate => !committed.IsUnlimited
                && committed.BitsPerSecond + BitRate.MinBitsPerSecond <= rate.BitsPerSecond
                ? null : "a committed_rate that leaves "
                    + $"{rate with { BitsPerSecond = BitRate.MinBitsPerSecond }} of rate, which "
                    + $"is {rate}, for the excess (RFC 4115 section 2)",
            _ => !committed.IsUnlimited && committed.BitsPerSecond <= rate.BitsPerSecond
                ? null : $"at most rate, which is {rate} (RFC 2698 section 2)",
        };
    }

    /// <summary>Without a rate there is no meter that these could belong to.</summary>
    private static void RejectAll(FieldReader fields)
    {
        foreach (var key in (ReadOnlySpan<string>)["committed_rate", "burst", "committed_burst"])
        {
            if (fields.Find(key) is not null and not YamlScalar { Value: "unlimited" })
            {
                fields.Reject(key, "a rate beside it (rate is unlimited)");
            }
        }

        if (fields.Find("on_yellow") is not null and not YamlScalar { Value: "pass" })
        {
            fields.Reject("on_yellow", "a rate beside it (rate is unlimited)");
        }
    }
}
