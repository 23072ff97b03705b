using System.Text.RegularExpressions;

namespace SmartNic.Synth.Analysis;

/// <summary>Pipeline clocks, as the compiler writes them into names: `sum_s3[4]`.</summary>
internal static partial class Clocks
{
    /// <summary>Clock of a register; null where its name has none.</summary>
    public static int? Of(string name)
    {
        Match match = Suffix().Match(name);
        return match.Success ? int.Parse(match.Groups[1].Value) : null;
    }

    [GeneratedRegex(@"_s(\d+)(?:_q)?(?:\[\d+\])?(?:\.\w+)?$")]
    private static partial Regex Suffix();
}
