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
/// follows from it, and values that differ only on paths not taken no longer differ. What is then
/// the same gate, or has the same normal form over GF(2), is equal; the rest is for the solver.
/// </summary>
internal sealed class CaseSplit(
    string folder, IReadOnlyList<Comparison> compared, int cuts, TimeSpan limit)
{
    /// <summary>
    /// Sweeping at once ends most cases in a second or two. For the rest, merging what is easily
    /// equal first (fraig, a second per thousand gates) is what helps.
    /// </summary>
    private static (string Recipe, TimeSpan Limit)[] Recipes(TimeSpan limit) =>
    [
        ("&r {0}; &cec -m", TimeSpan.FromSeconds(12)),
        ("read_aiger {0}; strash; fraig -C 100; &get -n; &cec -m", limit),
    ];

    /// <summary>Longer leftovers of a difference say less than the two sides themselves.</summary>
    private const int MaxLeft = 64;

    private readonly Dictionary<string, Method> _methods = [];
    private readonly List<string> _open = [];
    private int _files;

    /// <summary>The dearest method that each signal needed.</summary>
    public IReadOnlyDictionary<string, Method> Methods => _methods;

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
        var cases = new List<(int[] Literals, Comparison[] What)>();
        foreach (int step in steps)
            cases.Add(([step],
                [.. compared.Where(c => c.Cut >= 0 && reached[c.Cut] == step)]));
        Comparison[] always = [.. compared.Where(c => c.Cut < 0 || reached[c.Cut] == 1)];
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
        int[] bits = [.. what.SelectMany(Bits)];
        if (Assumption.Of(graph, literals, [.. bits.Select(i => spec[i]),
            .. bits.Select(i => impl[i])]) is not { } under) return;
        var forms = new ParityForms(under.Graph);
        var left = new List<(string Name, int Literal)>();
        int at = 0;
        foreach (var c in what)
        {
            int any = 0;
            var method = Method.Structure;
            for (int i = 0; i < c.Width; i++, at++)
            {
                var (literal, by) = Difference(
                    under, forms, under.Outputs[at], under.Outputs[bits.Length + at]);
                any = under.Graph.Or(any, literal);
                if (by > method) method = by;
            }
            Record(c.Name, method);
            if (any != 0) left.Add((c.Name, any));
        }
        int all = left.Aggregate(0, (x, l) => under.Graph.Or(x, l.Literal));
        if (Solve(under, all) is null) return;
        foreach (var (name, literal) in left)
            if (Solve(under, literal) is { } why) lock (_open) _open.Add($"{name} {why}");
    }

    /// <summary>A literal that is true where two differ, and what was needed to find it.</summary>
    private static (int Literal, Method By) Difference(
        Assumption under, ParityForms forms, int spec, int impl)
    {
        if (spec == impl) return (0, Method.Structure);
        int[]? atoms = forms.Difference(spec, impl);
        if (atoms == null) return (1, Method.Gf2);
        if (atoms.Length == 0) return (0, Method.Gf2);
        int literal = atoms.Length > MaxLeft ? under.Graph.Xor(spec, impl)
            : atoms.Select(v => v == 0 ? 1 : 2 * v).Aggregate(0, under.Graph.Xor);
        return (literal, Method.Solver);
    }

    private void Record(string name, Method method)
    {
        lock (_methods)
            if (!_methods.TryGetValue(name, out var known) || known < method)
                _methods[name] = method;
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
        string file = $"case{Interlocked.Increment(ref _files)}.aig";
        under.Graph.Write(Path.Combine(folder, file), asked);
        foreach (var (recipe, time) in Recipes(limit))
        {
            string? log = ExternalTool.RunWithin(
                time, folder, "yosys-abc", "-c", string.Format(recipe, file));
            if (log == null) continue;
            if (Prover.IsEqual(log)) return null;
            if (Prover.IsDifferent(log)) return "differs";
        }
        return $"undecided after {limit.TotalSeconds:F0} s";
    }
}
