using System.Globalization;
using System.Text.RegularExpressions;

namespace SmartNic.Synth.Vivado;

/// <summary>Slacks of a routed design, ns.</summary>
/// <param name="WorstSetupNs">WNS; negative where setup time is missed.</param>
/// <param name="FailingSetup">Endpoints that miss it.</param>
/// <param name="WorstHoldNs">WHS.</param>
/// <param name="FailingHold">Endpoints that miss hold time.</param>
public sealed record TimingSummary(
    double WorstSetupNs, int FailingSetup, double WorstHoldNs, int FailingHold)
{
    /// <summary>Whether nothing fails.</summary>
    public bool IsMet => FailingSetup == 0 && FailingHold == 0;
}

/// <summary>One path of `report_timing`.</summary>
/// <param name="SlackNs">Required less arrival time.</param>
/// <param name="Source">Pin that it starts at.</param>
/// <param name="Destination">Pin that it ends at.</param>
/// <param name="DelayNs">Of logic and routing.</param>
/// <param name="LogicNs">Of logic alone.</param>
/// <param name="Levels">Cells on it.</param>
/// <param name="Cells">Which, as Vivado counts them: "CARRY8=2 LUT6=5".</param>
public sealed record RoutedPath(
    double SlackNs, string Source, string Destination, double DelayNs, double LogicNs, int Levels,
    string Cells);

/// <summary>Reads `report_timing_summary` and `report_timing` (formats: UG906).</summary>
public static partial class TimingReport
{
    /// <summary>The row below "Design Timing Summary".</summary>
    /// <param name="file">Name of the report, for messages.</param>
    /// <param name="lines">Its lines.</param>
    /// <exception cref="VivadoReportException">There is none.</exception>
    public static TimingSummary ReadSummary(string file, IReadOnlyList<string> lines)
    {
        int head = Find(lines, l => l.TrimStart().StartsWith("WNS(ns)", StringComparison.Ordinal));
        // Heads, a line of dashes, numbers.
        string[] cells = head < 0 || head + 2 >= lines.Count
            ? []
            : lines[head + 2].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return cells.Length >= 8
            && Number(cells[0]) is { } setup && int.TryParse(cells[2], out int failing)
            && Number(cells[4]) is { } hold && int.TryParse(cells[6], out int failingHold)
            ? new TimingSummary(setup, failing, hold, failingHold)
            : throw new VivadoReportException(file, Math.Max(head, 0) + 1,
                "WNS, TNS, failing and all endpoints, then the same of hold");
    }

    /// <summary>Every path, worst first, as Vivado orders them.</summary>
    /// <param name="file">Name of the report, for messages.</param>
    /// <param name="lines">Its lines.</param>
    /// <exception cref="VivadoReportException">There is none, or one is incomplete.</exception>
    public static IReadOnlyList<RoutedPath> ReadPaths(string file, IReadOnlyList<string> lines)
    {
        var paths = new List<RoutedPath>();
        for (int at = 0; at < lines.Count; at++)
        {
            if (Slack().Match(lines[at]) is { Success: true } slack)
            {
                paths.Add(Path(file, lines, at, Parse(slack.Groups[1])));
            }
        }

        return paths.Count > 0
            ? paths
            : throw new VivadoReportException(file, 1, "a path, \"Slack (MET) : ...\"");
    }

    private static RoutedPath Path(
        string file, IReadOnlyList<string> lines, int start, double slackNs)
    {
        int end = Find(lines, l => Slack().IsMatch(l), start + 1);
        var text = string.Join('\n', lines.Skip(start).Take((end < 0 ? lines.Count : end) - start));
        Match source = Source().Match(text);
        Match destination = Destination().Match(text);
        Match delay = Delay().Match(text);
        Match levels = Levels().Match(text);
        return source.Success && destination.Success && delay.Success && levels.Success
            ? new RoutedPath(slackNs, source.Groups[1].Value, destination.Groups[1].Value,
                Parse(delay.Groups[1]), Parse(delay.Groups[2]),
                int.Parse(levels.Groups[1].Value, CultureInfo.InvariantCulture),
                levels.Groups[2].Value)
            : throw new VivadoReportException(file, start + 1,
                "Source, Destination, Data Path Delay and Logic Levels of a path");
    }

    private static int Find(IReadOnlyList<string> lines, Func<string, bool> isIt, int from = 0)
    {
        for (int i = from; i < lines.Count; i++)
        {
            if (isIt(lines[i]))
            {
                return i;
            }
        }

        return -1;
    }

    private static double? Number(string text) =>
        double.TryParse(text, CultureInfo.InvariantCulture, out double value) ? value : null;

    private static double Parse(Group group) =>
        double.Parse(group.Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^Slack(?: \(\w+\))? :\s+(-?[0-9.]+)ns")]
    private static partial Regex Slack();

    [GeneratedRegex(@"^\s*Source:\s+(\S+)", RegexOptions.Multiline)]
    private static partial Regex Source();

    [GeneratedRegex(@"^\s*Destination:\s+(\S+)", RegexOptions.Multiline)]
    private static partial Regex Destination();

    [GeneratedRegex(@"Data Path Delay:\s+([0-9.]+)ns\s+\(logic ([0-9.]+)ns")]
    private static partial Regex Delay();

    [GeneratedRegex(@"Logic Levels:\s+(\d+)(?:\s+\(([^)]*)\))?")]
    private static partial Regex Levels();
}
