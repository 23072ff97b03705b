using SmartNic.Hls.Language;

namespace SmartNic.Kernels.Tests.Verdicts;

/// <summary>A line of the verdict table: a frame with one thing wrong, and what becomes of it.
/// </summary>
/// <param name="Part">What of the frame it is about.</param>
/// <param name="What">What is wrong.</param>
/// <param name="Source">Section of the RFC that says so, or the key of the configuration.</param>
/// <param name="Reason">What it is counted as.</param>
/// <param name="Run">Decides about the frame, once for each IP version that it is made for.</param>
internal sealed record VerdictCase(
    string Part, string What, string Source, Reason Reason, IReadOnlyList<Func<Verdict>> Run)
{
    /// <summary>Name of the test case.</summary>
    public override string ToString() => $"{Part}: {What}";
}
