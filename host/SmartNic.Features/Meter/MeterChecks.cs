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
    public static RateConfig Rates(FieldReader fields, RateConfig rates)
    {
        if (rates.Rate.IsUnlimited)
        {
            if (!fields.Failed("rate"))
            {
                RejectAll(fields);
            }

            return rates;
        }

        if (!fields.Failed("committed_rate"))
        {
            if (Trouble(rates) is not { } expected)
            {
                return rates;
            }

            var key = fields.Find("committed_rate") is null ? "meter" : "committed_rate";
            fields.Reject(key, expected);
        }

        return rates with { CommittedRate = rates.Rate, Kind = default };
    }

    /// <summary>The check of a key that says something only beside a rate: without one it has its
    /// default, and may say so.</summary>
    public static Func<FieldReader, RateConfig, RateConfig> NeedsRate(
        string key, Func<RateConfig, bool> isDefault) =>
        (fields, rates) =>
        {
            if (!rates.Rate.IsUnlimited || isDefault(rates))
            {
                return rates;
            }

            if (!fields.Failed("rate") && !fields.Failed(key))
            {
                fields.Reject(key, "a rate beside it (rate is unlimited)");
            }

            return rates with
            {
                Kind = default,
                Length = default,
                ColorMode = default,
                OnGreen = default,
                OnRed = new OnColor(ColorAction.Drop),
            };
        };

    /// <summary>When the length that is charged has been read.</summary>
    public static RateConfig Length(FieldReader fields, RateConfig rates)
    {
        if (!rates.Rate.InPackets || fields.Find("metered_length") is null)
        {
            return NeedsRate("metered_length", r => r.Length == default)(fields, rates);
        }

        fields.Reject("metered_length", $"a rate in bit/s beside it (rate is {rates.Rate})");
        return rates with { Length = default };
    }

    /// <summary>When the peak or excess burst has been read.</summary>
    public static RateConfig PeakBurst(FieldReader fields, RateConfig rates)
    {
        Burst(fields, "burst", rates, rates.BurstRate, rates.BurstBytes);
        return rates;
    }

    /// <summary>When the committed burst has been read.</summary>
    public static RateConfig CommittedBurst(FieldReader fields, RateConfig rates)
    {
        if (!fields.Failed("committed_rate"))
        {
            Burst(fields, "committed_burst", rates, rates.CommittedRate,
                rates.CommittedBurstBytes);
            Bursts(fields, rates);
        }

        return rates;
    }

    private static void Burst(
        FieldReader fields, string key, RateConfig rates, BitRate rate, ulong bytes)
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
                ? $"a number of packet, as rate is {rates.Rate}"
                : $"a number of bytes, as rate is {rates.Rate}");
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
        else if (key == "burst" && rates.Kind == MeterKind.TwoRate && bytes < Least(rates))
        {
            fields.Reject(key, $"at least {Least(rates)} B (a frame longer than the burst "
                + "never passes)");
        }
        else if (bytes < Charged(rates, LongestFrameBytes))
        {
            var frame = rates.Length switch
            {
                LengthBase.Line => Math.Max(bytes, MeterLength.LineBytes) - MeterLength.LineBytes,
                LengthBase.Payload => bytes + Protocol.EthernetBytes,
                _ => bytes,
            };
            var effect = key != "burst" ? "are never green"
                : rates.Kind == MeterKind.TwoRate ? "never pass"
                : "are never yellow";
            fields.Warn(key, $"frames of more than {frame} bytes {effect} (the longest have "
                + $"{LongestFrameBytes})");
        }
    }

    private static void Bursts(FieldReader fields, RateConfig rates)
    {
        var most = Math.Max(rates.BurstBytes, rates.CommittedBurstBytes);
        if (rates.Kind != MeterKind.TwoRate && !rates.Rate.InPackets
            && !fields.Failed("burst") && !fields.Failed("committed_burst")
            && most < Least(rates))
        {
            fields.Reject("burst", $"at least {Least(rates)} B here or as committed_burst (a "
                + "longer frame is red)");
        }
    }

    /// <summary>The least of the bursts, of which one must have as much.</summary>
    private static ulong Least(RateConfig rates) =>
        rates.Length == LengthBase.Payload ? 1500 : Charged(rates, UsualFrameBytes);

    /// <summary>What a frame without tags is charged.</summary>
    private static ulong Charged(RateConfig rates, ulong frameBytes) =>
        rates.Length switch
        {
            LengthBase.Line => frameBytes + MeterLength.LineBytes,
            LengthBase.Payload => frameBytes - Protocol.EthernetBytes,
            _ => frameBytes,
        };

    /// <summary>What the committed rate should be; null if it is.</summary>
    private static string? Trouble(RateConfig rates)
    {
        var (rate, committed) = (rates.Rate, rates.CommittedRate);
        if (!committed.IsUnlimited && committed.InPackets != rate.InPackets)
        {
            return $"the unit of rate, which is {rate}";
        }

        return rates.Kind switch
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
