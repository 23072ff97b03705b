namespace SmartNic.Hls.Check.Mutation;

/// <summary>What became of one planted error.</summary>
/// <param name="Mutant">Place and change.</param>
/// <param name="File">Source file below the compiler's folder.</param>
/// <param name="Outcome">unchanged, equal, killed or survived.</param>
/// <param name="Rung">The check that kills.</param>
/// <param name="Detail">What it says.</param>
/// <param name="Ms">Time in ms.</param>
public sealed record MutantResult(
    string Mutant, string File, string Outcome, string Rung, string Detail, long Ms);

/// <summary>Outcome of a mutation run.</summary>
/// <param name="Seed">Seed of the choice.</param>
/// <param name="Plantable">Places where an error could be planted.</param>
/// <param name="Results">Planted errors, in source order.</param>
/// <param name="Ms">Time in ms.</param>
public sealed record MutationReport(
    int Seed, int Plantable, IReadOnlyList<MutantResult> Results, long Ms)
{
    /// <summary>Errors with an outcome.</summary>
    public int Count(string outcome) => Results.Count(r => r.Outcome == outcome);

    /// <summary>Outcomes by folder, or file, of the compiler's source.</summary>
    public IEnumerable<(string Place, int Planted, int Changing, int Killed)> By(
        Func<string, string> place) => Results.GroupBy(r => place(r.File))
            .OrderBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => (g.Key, g.Count(),
                g.Count(r => r.Outcome is "killed" or "survived"),
                g.Count(r => r.Outcome == "killed")));

    /// <summary>Killed share of those that change what a kernel computes, in percent.</summary>
    public double Score => Count("killed") == 0 ? 0
        : 100.0 * Count("killed") / (Count("killed") + Count("survived"));
}
