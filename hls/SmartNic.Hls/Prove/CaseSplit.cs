namespace SmartNic.Hls.Prove;

/// <summary>A comparison of the proof bench.</summary>
/// <param name="Name">Signal of the emitted text.</param>
/// <param name="Width">Bits.</param>
/// <param name="Cut">The cut point whose path must be reached; -1 when it always counts.</param>
internal sealed record Comparison(string Name, int Width, int Cut)
{
    /// <summary>In the place of a cut point: a duty, which says itself when it counts.</summary>
    public const int Duty = -2;
}

/// <summary>
/// Proves two networks equal, case by case. The arguments of a cut point are compared where its
/// path is reached. Outputs are compared in the cases "the last cut point that is reached is i",
/// and "none is": together these are all cases. Under each, both sides are rebuilt with what
/// follows from it, and values that differ only on paths not taken no longer differ. What is then
/// the same gate, or has the same normal form over GF(2), is equal; the rest is for the solver.
/// </summary>
internal sealed class CaseSplit(
    string folder, IReadOnlyList<Comparison> compared, int cuts, TimeSpan limit)
{
    /// <summary>
    /// What ABC tries on what the sweep has left. Merging what is equal first ends nearly all cases
    /// in a second, its check by itself some others. The rest end when the two sides are first
    /// restructured (syn3), or by the older fraig, a second per thousand gates, which is the last
    /// resort. Limits are processor time.
    /// </summary>
    private static (string Recipe, TimeSpan Limit)[] Recipes(TimeSpan limit) =>
    [
        ("&r {0}; &fraig -x; &cec -m", Least(limit, 40)),
        ("&r {0}; &cec -m", Least(limit, 20)),
        ("&r {0}; &syn3; &cec -m", Least(limit, 60)),
        ("read_aiger {0}; strash; fraig -C 100; &get -n; &cec -m", limit),
    ];

    private static TimeSpan Least(TimeSpan limit, int seconds) =>
        TimeSpan.FromSeconds(Math.Min(seconds, limit.TotalSeconds));

    private readonly Dictionary<string, Method> _methods = [];
    private readonly List<string> _open = [];
    private int _files;

    /// <summary>The dearest method that each signal needed.</summary>
    public IReadOnlyDictionary<string, Method> Methods => _methods;

    /// <summary>Empty when equal; otherwise what differs, and what is undecided.</summary>
    public string Run(int inputs)
    {
        var graph = new Aig(inputs);
        int[] Side(string name) => WordNetlist.Read(
            graph, Path.Combine(folder, name + ".json"), name);
        int[] spec = Side("spec"), impl = Side("impl");
        // The lowest outputs say which cut points are reached; then the comparisons, last first.
        int[] reached = spec[..cuts];
        int[] steps = [.. reached.Distinct().Where(l => l > 1)];
        var cases = new List<(int[] Literals, Comparison[] What)>();
        foreach (int step in steps)
            cases.Add(([step],
                [.. compared.Where(c => c.Cut >= 0 && reached[c.Cut] == step)]));
        Comparison[] always = [.. compared.Where(c => c.Cut == -1
            || c.Cut >= 0 && reached[c.Cut] == 1)];
        Comparison[] duties = [.. compared.Where(c => c.Cut == Comparison.Duty)];
        if (duties.Length > 0) cases.Add(([], duties));
        for (int last = steps.Length; last-- > 0;)
        {
            int[] later = [.. steps[(last + 1)..].Select(l => l ^ 1)];
            cases.Add(([steps[last], .. later], always));
        }
        cases.Add(([.. steps.Select(l => l ^ 1)], always));
        Parallel.ForEach(cases, new ParallelOptions { MaxDegreeOfParallelism = 2 },
            c => Decide(graph, c.Literals, spec, impl, c.What));
        return string.Join(", ", _open.Distinct().Order(StringComparer.Ordinal));
    }

    private void Decide(
        Aig graph, int[] literals, int[] spec, int[] impl, Comparison[] what)
    {
        (string Name, int Bit)[] bits = [.. what.SelectMany(c => Bits(c).Select(i => (c.Name, i)))];
        if (Assumption.Of(graph, literals, [.. bits.Select(b => spec[b.Bit]),
            .. bits.Select(b => impl[b.Bit])]) is not { } under) return;
        var proof = new CaseProof(under, [.. bits.Select(b => b.Name)], Solve);
        proof.Run();
        lock (_methods)
        {
            foreach (var (name, method) in proof.Methods)
                if (!_methods.TryGetValue(name, out var known) || known < method)
                    _methods[name] = method;
            _open.AddRange(proof.Open.Select(o => $"{o.Name} {Words(o.Answer)}"));
        }
    }

    private IEnumerable<int> Bits(Comparison c)
    {
        int low = cuts;
        for (int i = compared.Count - 1; compared[i] != c; i--) low += compared[i].Width;
        return Enumerable.Range(low, c.Width);
    }

    private string Words(Answer answer) => answer == Answer.Sometimes ? "differs"
        : $"undecided after {limit.TotalSeconds:F0} s";

    /// <summary>Whether the literal is ever true under the assumption.</summary>
    private Answer Solve(Assumption under, int difference, bool last)
    {
        int asked = under.Graph.And(under.Holds, difference);
        if (asked == 0) return Answer.Never;
        if (asked == 1) return Answer.Sometimes;
        string file = $"case{Interlocked.Increment(ref _files)}.aig";
        under.Graph.Write(Path.Combine(folder, file), asked);
        foreach (var (recipe, time) in Recipes(limit).SkipLast(last ? 0 : 1))
        {
            string? log = ExternalTool.RunWithin(
                time, folder, "yosys-abc", "-c", string.Format(recipe, file));
            if (log == null) continue;
            if (Prover.IsEqual(log)) return Answer.Never;
            if (Prover.IsDifferent(log)) return Answer.Sometimes;
        }
        return Answer.Open;
    }
}
