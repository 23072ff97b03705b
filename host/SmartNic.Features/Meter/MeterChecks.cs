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
    /// Least burst in bytes: an Ethernet frame of 1500 bytes of payload with one tag. What is
    /// longer than a burst never passes its meter (RFC 2698 section 3).
    /// </summary>
    public const ulong LeastBurstBytes = 1518;

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
            if (!tenant.CommittedRate.IsUnlimited
                && tenant.CommittedRate.BitsPerSecond <= tenant.Rate.BitsPerSecond)
            {
                return tenant;
            }

            fields.Reject(
                "committed_rate", $"at most rate, which is {tenant.Rate} (RFC 2698 section 2)");
        }

        return tenant with { CommittedRate = tenant.Rate };
    }

    /// <summary>When a burst has been read.</summary>
    public static void Burst(FieldReader fields, string key, BitRate rate, ulong bytes)
    {
        if (fields.Find(key) is null || fields.Failed(key))
        {
            return;
        }

        var most = MeterMath.TwoSeconds(rate);
        if (bytes > most)
        {
            fields.Reject(key, $"at most {most} B (2 s at {rate})");
        }
        else if (key == "burst" && bytes < LeastBurstBytes)
        {
            fields.Reject(key, $"at least {LeastBurstBytes} B (a frame longer than the burst "
                + "never passes)");
        }
        else if (bytes < LongestFrameBytes)
        {
            var effect = key == "burst" ? "never pass" : "are never green";
            fields.Warn(key, $"frames of more than {bytes} bytes {effect} (the longest have "
                + $"{LongestFrameBytes})");
        }
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
