using System.Diagnostics;
using System.Globalization;

namespace SmartNic.Demo;

/// <summary>Shows each step with its time, and keeps the expectations that failed.</summary>
/// <param name="output">Where it is shown.</param>
public sealed class Progress(TextWriter output)
{
    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private readonly List<string> _failures = [];

    /// <summary>What was expected and did not come.</summary>
    public IReadOnlyList<string> Failures => _failures;

    /// <summary>Expectations that were checked.</summary>
    public int Checked { get; private set; }

    /// <summary>Says what happens now.</summary>
    public void Step(string text) => Line("    ", text);

    /// <summary>Shows text as it is.</summary>
    public void Text(string text) => output.WriteLine(text);

    /// <summary>Shows an expectation and whether it was met.</summary>
    /// <returns><paramref name="met"/>.</returns>
    public bool Expect(bool met, string text)
    {
        Checked++;
        if (!met)
        {
            _failures.Add(text);
        }

        Mark(met, text);
        return met;
    }

    /// <summary>Shows that something came or not; it does not count.</summary>
    public void Mark(bool met, string text) => Line(met ? " ok " : "FAIL", text);

    private void Line(string mark, string text) => output.WriteLine(string.Create(
        CultureInfo.InvariantCulture, $"[{_clock.Elapsed.TotalSeconds,6:0.0} s] {mark} {text}"));
}
