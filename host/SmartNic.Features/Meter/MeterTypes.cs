using SmartNic.Features.Fields;
using SmartNic.Kernels;

namespace SmartNic.Features;

/// <summary>Types of a meter's values.</summary>
internal static class MeterTypes
{
    private const string Remark = "remark ";

    /// <summary>A rate with its unit, or none.</summary>
    public static FieldType<BitRate> Rate { get; } = new(
        "a number with kbit/s, Mbit/s or Gbit/s between 64 kbit/s and 100 Gbit/s, or unlimited",
        Quantities.TryRate)
    {
        Why = text => Quantities.TryBits(text, out var bits) && bits != decimal.Truncate(bits)
            ? "not a whole number of bit/s" : null,
        Write = rate => rate.ToString(),
        Schema = """
            {
              "type": "string",
              "pattern": "^(unlimited|(0|[1-9][0-9]*)([.][0-9]+)? ?[kMG]bit/s)$"
            }
            """,
    };

    /// <summary>A number of bytes with its unit.</summary>
    public static FieldType<ulong> Size { get; } = new(
        "a whole number of at least 1 with B, KiB or MiB", Quantities.TrySize)
    {
        Write = bytes => bytes switch
        {
            var b when b % (1 << 20) == 0 => $"{b >> 20} MiB",
            var b when b % (1 << 10) == 0 => $"{b >> 10} KiB",
            var b => $"{b} B",
        },
        Schema = """{ "type": "string", "pattern": "^[1-9][0-9]* ?(B|KiB|MiB)$" }""",
    };

    /// <summary>What happens to yellow frames.</summary>
    public static FieldType<OnYellow> OnYellow { get; } = new(
        "pass, drop, or remark with a DSCP between 0 and 63, such as remark 10", TryOnYellow)
    {
        Write = onYellow => onYellow.ToString(),
        Schema = """
            { "type": "string", "pattern": "^(pass|drop|remark ([0-9]|[1-5][0-9]|6[0-3]))$" }
            """,
    };

    private static bool TryOnYellow(string text, out OnYellow value)
    {
        if (text.StartsWith(Remark, StringComparison.Ordinal))
        {
            var good = Types.TryDigits(text[Remark.Length..], out var dscp) && dscp < 64;
            value = new OnYellow(YellowAction.Remark, (byte)(good ? dscp : 0));
            return good;
        }

        value = new OnYellow(text == "drop" ? YellowAction.Drop : YellowAction.Pass);
        return text is "drop" or "pass";
    }
}
