namespace SmartNic.Hls.Check.Fuzz;

/// <summary>What came of programs of consecutive seeds.</summary>
/// <param name="Day">Day of the run, ISO 8601, UTC.</param>
/// <param name="Compiler">Which build of the compiler, see
/// <see cref="FuzzLedger.ThisCompiler"/>.</param>
/// <param name="Seed">Seed of the first program.</param>
/// <param name="Programs">Number of programs.</param>
/// <param name="Compared">Programs that compiled and were run both ways.</param>
/// <param name="Rejected">Programs that the front end refused.</param>
/// <param name="JitFaults">Programs that the JIT itself runs in two ways.</param>
/// <param name="Failed">Seeds of programs that the compiler gets wrong; a run ends there.</param>
/// <param name="Ms">Time in ms.</param>
public sealed record FuzzRange(string Day, string Compiler, uint Seed, int Programs, int Compared,
    int Rejected, int JitFaults, IReadOnlyList<uint> Failed, long Ms)
{
    /// <summary>Of a report.</summary>
    /// <param name="seed">Seed of its first program.</param>
    /// <param name="report">The report.</param>
    public static FuzzRange Of(int seed, FuzzReport report) => new(
        DateTime.UtcNow.ToString("yyyy-MM-dd"), FuzzLedger.ThisCompiler, (uint)seed,
        report.Programs, report.Compared, report.Rejected.Values.Sum(), report.JitFaults.Count,
        [.. report.Failures.Select(f => (uint)f.Seed)], report.Ms);
}
