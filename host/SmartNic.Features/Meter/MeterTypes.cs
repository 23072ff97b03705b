using SmartNic.Features.Fields;
using SmartNic.Kernels;

namespace SmartNic.Features;

/// <summary>Types of a meter's values.</summary>
internal static class MeterTypes
{
    private const string Remark = "remark ";

    /// <summary>A rate with its unit, or none.</summary>
    public static FieldType<BitRate> Rate { get; } = new(
        "a number with kbit/s, Mbit/s or Gbit/s between 64 kbit/s and 100 Gbit/s, a whole number "
            + "with packet/s between 125 and 195312500, or unlimited",
        Quantities.TryRate)
    {
        Why = text => Quantities.TryBits(text, out var bits) && bits != decimal.Truncate(bits)
            ? "not a whole number of bit/s" : null,
        Write = rate => rate.ToString(),
        Schema = """
            {
              "type": "string",
              "pattern": "^(unlimited|(0|[1-9][0-9]*)([.][0-9]+)? ?([kMG]bit|packet)/s)$"
            }
            """,
    };

    /// <summary>A number of bytes with its unit, or of packets.</summary>
    public static FieldType<BurstSize> Size { get; } = new(
        "a whole number of at least 1 with B, KiB or MiB, or packet for a rate in packet/s",
        (string text, out BurstSize size) =>
        {
            var isSize = Quantities.TrySize(text, out var bytes);
            size = new BurstSize(bytes, Quantities.TryPackets(text, "packet", out _));
            return isSize;
        })
    {
        Write = size => size.ToString(),
        Schema = """{ "type": "string", "pattern": "^[1-9][0-9]* ?(B|KiB|MiB|packet)$" }""",
    };

    /// <summary>How the buckets belong together.</summary>
    public static FieldType<MeterKind> Kind { get; } = Words(
        ("rfc2698", MeterKind.TwoRate), ("rfc2697", MeterKind.SingleRate),
        ("rfc4115", MeterKind.ExcessRate));

    /// <summary>What is charged in bytes.</summary>
    public static FieldType<LengthBase> Length { get; } = Words(
        ("l2", LengthBase.Frame), ("l1", LengthBase.Line), ("l3", LengthBase.Payload));

    /// <summary>Whether the colour that a packet comes with counts.</summary>
    public static FieldType<ColorMode> ColorMode { get; } = Words(
        ("blind", Features.ColorMode.Blind), ("aware", Features.ColorMode.Aware));

    /// <summary>What happens to yellow or red frames.</summary>
    public static FieldType<OnColor> OnColor { get; } = new(
        "pass, drop, or remark with a DSCP between 0 and 63, such as remark 10", TryOnColor)
    {
        Write = onColor => onColor.ToString(),
        Schema = """
            { "type": "string", "pattern": "^(pass|drop|remark ([0-9]|[1-5][0-9]|6[0-3]))$" }
            """,
    };

    /// <summary>What happens to yellow or red frames that a tenant sends.</summary>
    public static FieldType<OnColor> OnSent { get; } = new(
        "pass or drop",
        (string text, out OnColor value) =>
            TryOnColor(text, out value) && value.Action != ColorAction.Remark)
    {
        Write = onColor => onColor.ToString(),
        Schema = """{ "enum": ["pass", "drop"] }""",
    };

    /// <summary>What happens to green frames.</summary>
    public static FieldType<OnColor> OnGreen { get; } = new(
        "pass, or remark with a DSCP between 0 and 63, such as remark 10",
        (string text, out OnColor value) =>
            TryOnColor(text, out value) && value.Action != ColorAction.Drop)
    {
        Write = onColor => onColor.ToString(),
        Schema = """
            { "type": "string", "pattern": "^(pass|remark ([0-9]|[1-5][0-9]|6[0-3]))$" }
            """,
    };

    private static FieldType<T> Words<T>(params (string Word, T Value)[] words) => new(
        string.Join(", ", words[..^1].Select(w => w.Word)) + $" or {words[^1].Word}",
        (string text, out T value) =>
        {
            var at = Array.FindIndex(words, w => w.Word == text);
            value = words[Math.Max(at, 0)].Value;
            return at >= 0;
        })
    {
        Write = value => words.First(w => Equals(w.Value, value)).Word,
        Schema = "{ \"enum\": ["
            + string.Join(", ", words.Select(w => $"\"{w.Word}\"")) + "] }",
    };

    private static bool TryOnColor(string text, out OnColor value)
    {
        if (text.StartsWith(Remark, StringComparison.Ordinal))
        {
            var good = Types.TryDigits(text[Remark.Length..], out var dscp) && dscp < 64;
            value = new OnColor(ColorAction.Remark, (byte)(good ? dscp : 0));
            return good;
        }

        value = new OnColor(text == "drop" ? ColorAction.Drop : ColorAction.Pass);
        return text is "drop" or "pass";
    }
}
