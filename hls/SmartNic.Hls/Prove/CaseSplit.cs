namespace SmartNic.Hls.Prove;

/// <summary>A comparison of the proof bench.</summary>
/// <param name="Name">Signal of the emitted text.</param>
/// <param name="Width">Bits.</param>
/// <param name="Cut">The cut point whose path must be reached; -1 when it always counts.</param>
internal sealed record Comparison(string Name, int Width, int Cut);

/// <summary>
/// Proves two networks equal, case by case. The arguments of a cut point are compared where its
/// path is reached. Outputs are compared in the cases "the last cut point that is reached is i",
/// and "none is": together these are all cases. Under each, both sides are rebuilt with what
/// follows from it, and values that differ only on paths not taken no longer differ; then solvers
/// end in seconds.
/// </summary>
internal sealed class CaseSplit(
    string folder, IReadOnlyList<Comparison> compared, int cuts, TimeSpan limit)
{
    /// <summary>Empty when equal; otherwise what differs, and what is undecided.</summary>
    public string Run(int inputs)
    {
        var graph = new Aig(inputs);
        int[] Side(string name) => graph.Read(
            Path.Combine(folder, name + ".aig"), Path.Combine(folder, name + ".map"));
        int[] spec = Side("spec"), impl = Side("impl");
        // The lowest outputs say which cut points are reached; then the comparisons, last first.
        int[] reached = spec[..cuts];
        int[] steps = [.. reached.Distinct().Where(l => l > 1)];
        var open = new List<string>();
        foreach (int step in steps)
        {
            var own = compared.Where(c => c.Cut >= 0 && reached[c.Cut] == step);
            Decide(graph, [step], spec, impl, [.. own], open);
        }
        Comparison[] always = [.. compared.Where(c => c.Cut < 0 || reached[c.Cut] == 1)];
        for (int last = steps.Length; last-- > 0;)
        {
            int[] later = [.. steps[(last + 1)..].Select(l => l ^ 1)];
            Decide(graph, [steps[last], .. later], spec, impl, always, open);
        }
        Decide(graph, [.. steps.Select(l => l ^ 1)], spec, impl, always, open);
        return string.Join(", ", open.Distinct());
    }

    private void Decide(
        Aig graph, int[] literals, int[] spec, int[] impl, Comparison[] what, List<string> open)
    {
        int[] differences = [.. what.Select(c => Bits(c)
            .Aggregate(0, (all, i) => graph.Or(all, graph.Xor(spec[i], impl[i]))))];
        if (Assumption.Of(graph, literals, differences) is not { } under) return;
        int any = under.Outputs.Aggregate(0, under.Graph.Or);
        if (Solve(under, any) is null) return;
        for (int i = 0; i < what.Length; i++)
        {
            if (Solve(under, under.Outputs[i]) is { } why) open.Add($"{what[i].Name} {why}");
        }
    }

    private IEnumerable<int> Bits(Comparison c)
    {
        int low = cuts;
        for (int i = compared.Count - 1; compared[i] != c; i--) low += compared[i].Width;
        return Enumerable.Range(low, c.Width);
    }

    /// <summary>Null when the literal is never true under the assumption.</summary>
    private string? Solve(Assumption under, int difference)
    {
        int asked = under.Graph.And(under.Holds, difference);
        if (asked == 0) return null;
        if (asked == 1) return "differs";
        under.Graph.Write(Path.Combine(folder, "case.aig"), asked);
        string? log = ExternalTool.RunWithin(limit, folder, "yosys-abc", "-c",
            "read_aiger case.aig; strash; fraig -C 100; &get -n; &cec -m");
        return log == null ? $"undecided after {limit.TotalSeconds:F0} s"
            : Prover.IsEqual(log) ? null
            : "differs";
    }
}
