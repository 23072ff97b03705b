using System.Globalization;
using SmartNic.Cli.Shell;

namespace SmartNic.Cli.Replay;

/// <summary>A length of time on the command line: <c>250us</c>, <c>1ms</c>, <c>2s</c>.</summary>
internal static class Duration
{
    private const ulong MaxNs = 3600UL * 1_000_000_000;

    private static readonly (string Unit, ulong Ns)[] Units =
        [("ns", 1), ("us", 1_000), ("ms", 1_000_000), ("s", 1_000_000_000)];

    /// <summary>Reads a duration in nanoseconds, above zero, at most an hour.</summary>
    /// <exception cref="CliException">It is none.</exception>
    public static ulong Parse(string option, string text)
    {
        foreach (var (unit, ns) in Units)
        {
            var digits = text.EndsWith(unit, StringComparison.Ordinal) ? text[..^unit.Length] : "";
            if (digits.Length is > 0 and <= 13 && digits[0] != '0' && digits.All(char.IsAsciiDigit)
                && ulong.Parse(digits, CultureInfo.InvariantCulture) <= MaxNs / ns)
            {
                return ulong.Parse(digits, CultureInfo.InvariantCulture) * ns;
            }
        }

        throw CliException.Usage($"{option} {text}: expected a whole number with ns, us, ms or s, "
            + "such as 1ms, at most 3600s");
    }

    /// <summary>Nanoseconds in the largest unit that is whole: <c>250us</c>.</summary>
    public static string Text(ulong ns)
    {
        var (unit, size) = Units.Last(u => ns % u.Ns == 0);
        return string.Create(CultureInfo.InvariantCulture, $"{ns / size}{unit}");
    }
}
