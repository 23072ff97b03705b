using SmartNic.Hls.Language;

namespace SmartNic.Examples;

/// <summary>What the options of a Geneve header say.</summary>
public struct GeneveResult
{
    /// <summary>The options end where the header does.</summary>
    public bool IsWellFormed;

    /// <summary>An option that must be understood is not (RFC 8926, section 3.5).</summary>
    public bool MustDrop;

    /// <summary>Source and destination group of the policy option; 0 without one.</summary>
    public uint Policy;

    /// <summary>Time of the telemetry option; 0 without one.</summary>
    public uint SentAt;
}

/// <summary>
/// Walks the options of a Geneve header (RFC 8926, section 3.5): two kinds of ours, up to four
/// within 40 bytes.
/// </summary>
public static class GeneveOptions
{
    const uint PolicyOption = 0x0102_17;
    const uint TelemetryOption = 0x0102_18;

    /// <summary>The options of a packet.</summary>
    /// <param name="geneve">The packet, from the Geneve header on.</param>
    [Kernel("snic_geneve_options")]
    public static GeneveResult Run(Window geneve)
    {
        GeneveResult result = default;
        int end = 8 + (geneve.U8(0) & 63) * 4;
        if (end > 48)
        {
            return result;
        }

        int at = 8;
        for (int i = 0; i < 4 && at < end; i++)
        {
            Window option = geneve.Skip(at);
            uint head = option.U32(0);
            bool isCritical = (head & 0x8000) != 0;
            uint kind = head >> 8 & 0xFFFF7F;
            bool hasValue = (head & 31) != 0;
            if (kind == PolicyOption && hasValue)
            {
                result.Policy = option.U32(4);
            }
            else if (kind == TelemetryOption && hasValue)
            {
                result.SentAt = option.U32(4);
            }
            else if (isCritical)
            {
                result.MustDrop = true;
            }

            at += 4 + (int)(head & 31) * 4;
            if (at > end)
            {
                return default;
            }
        }

        result.IsWellFormed = at == end;
        return result;
    }
}
