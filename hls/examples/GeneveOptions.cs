using System.Runtime.CompilerServices;
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

/// <summary>A value for each place of a header's options.</summary>
/// <typeparam name="T">Its type.</typeparam>
[InlineArray(16)]
public struct Places<T>
{
    private T _first;
}

/// <summary>What the head of an option says.</summary>
public struct OptionHead
{
    /// <summary>Place of what follows: behind the last option its own, beyond 40 bytes
    /// 15.</summary>
    public U4 Next;

    /// <summary>A policy is in it.</summary>
    public bool IsPolicy;

    /// <summary>A time is in it.</summary>
    public bool IsTelemetry;

    /// <summary>It is another one, and must be understood.</summary>
    public bool MustDrop;
}

/// <summary>
/// Walks the options of a Geneve header (RFC 8926, section 3.5): two kinds of ours, up to four
/// within 40 bytes. A place is a word of 4 bytes.
/// </summary>
public static class GeneveOptions
{
    const int MaxWords = 10;
    const uint PolicyOption = 0x0102_17;
    const uint TelemetryOption = 0x0102_18;

    /// <summary>The options of a packet.</summary>
    /// <param name="geneve">The packet, from the Geneve header on.</param>
    [Kernel("snic_geneve_options")]
    public static GeneveResult Run(Window geneve)
    {
        // Each place is read as a head before it is known where heads are: few bits to choose.
        int words = geneve.U8(0) & 63;
        Places<OptionHead> heads = default;
        Places<uint> values = default;
        for (int place = 0; place < 16; place++)
        {
            heads[place] = place < MaxWords && place < words
                ? Read(geneve.U32(8 + place * 4), place) : new() { Next = (U4)(uint)place };
            // An option at the last place has no value.
            if (place < MaxWords - 1)
                values[place] = geneve.U32(12 + place * 4);
        }

        int at = 0, policy = MaxWords, sentAt = MaxWords;
        bool mustDrop = false;
        for (int i = 0; i < 4; i++)
        {
            OptionHead head = heads[at];
            if (head.IsPolicy)
                policy = at;
            if (head.IsTelemetry)
                sentAt = at;
            mustDrop |= head.MustDrop;
            at = (int)head.Next;
        }

        bool isGood = at <= words && words <= MaxWords;
        return new()
        {
            IsWellFormed = isGood && at == words,
            MustDrop = isGood && mustDrop,
            Policy = values[isGood ? policy : MaxWords],
            SentAt = values[isGood ? sentAt : MaxWords],
        };
    }

    static OptionHead Read(uint word, int place)
    {
        uint kind = word >> 8 & 0xFFFF7F;
        int length = (int)(word & 31);
        bool isPolicy = kind == PolicyOption && length > 0;
        bool isTelemetry = kind == TelemetryOption && length > 0;
        return new()
        {
            Next = length < MaxWords - place ? (U4)(uint)(place + 1 + length) : U4.MaxValue,
            IsPolicy = isPolicy,
            IsTelemetry = isTelemetry,
            MustDrop = (word & 0x8000) != 0 && !isPolicy && !isTelemetry,
        };
    }
}
