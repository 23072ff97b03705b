namespace SmartNic.Hls.Check.Fuzz;

/// <summary>A program that the compiler gets wrong.</summary>
/// <param name="Seed">Seed of the program.</param>
/// <param name="What">What went wrong, with the packet.</param>
/// <param name="Source">The program.</param>
/// <param name="Shrunk">The smallest program found that still fails.</param>
public sealed record FuzzFailure(int Seed, string What, string Source, string Shrunk);

/// <summary>Outcome of a fuzzing run.</summary>
/// <param name="Programs">Programs that were generated.</param>
/// <param name="Compared">Programs that compiled and were run both ways.</param>
/// <param name="Rejected">Programs that the front end refused, by diagnostic.</param>
/// <param name="Failures">Programs that fail, at most one per batch.</param>
/// <param name="JitFaults">Seeds of programs that the JIT runs otherwise when it optimises than
/// when it does not, and that the compiler gets right as the latter runs them.</param>
/// <param name="Ms">Time in ms.</param>
public sealed record FuzzReport(int Programs, int Compared,
    IReadOnlyDictionary<string, int> Rejected, IReadOnlyList<FuzzFailure> Failures,
    IReadOnlyList<int> JitFaults, long Ms)
{
    /// <summary>Two runs as one.</summary>
    /// <param name="other">The second one.</param>
    public FuzzReport And(FuzzReport other) => new(Programs + other.Programs,
        Compared + other.Compared,
        Rejected.Concat(other.Rejected).GroupBy(r => r.Key)
            .ToDictionary(g => g.Key, g => g.Sum(r => r.Value)),
        [.. Failures, .. other.Failures], [.. JitFaults, .. other.JitFaults], Ms + other.Ms);
}
