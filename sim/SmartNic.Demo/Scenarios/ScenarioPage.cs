using System.Globalization;
using System.Text;

namespace SmartNic.Demo;

/// <summary>The page at the end: each expectation with its figures.</summary>
internal static class ScenarioPage
{
    private const int Columns = 96;

    /// <summary>The page.</summary>
    public static string Format(IReadOnlyList<ScenarioResult> results)
    {
        var text = new StringBuilder();
        foreach (ScenarioResult result in results)
        {
            text.AppendLine(string.Create(CultureInfo.InvariantCulture,
                $"  {result.Row} {result.Name}: board {result.Board}, {result.Mode}, "
                + $"{result.Seconds} s: {(result.Met ? "met" : "NOT MET")}"));
            foreach (ScenarioExpectation e in result.Expectations)
            {
                text.AppendLine($"  {(e.Met ? " ok " : "FAIL")} {e.Number,-6} {e.Text}");
                foreach (string line in Lines(e.Figures))
                {
                    text.AppendLine($"{string.Empty,14}{line}");
                }
            }
        }

        return text.ToString();
    }

    private static IEnumerable<string> Lines(string figures)
    {
        var line = new StringBuilder();
        foreach (string word in figures.Split(' '))
        {
            if (line.Length > 0 && line.Length + word.Length > Columns - 14)
            {
                yield return line.ToString();
                line.Clear();
            }

            line.Append(line.Length > 0 ? " " : string.Empty).Append(word);
        }

        yield return line.ToString();
    }
}
