namespace SmartNic.Hls.Prove;

/// <summary>
/// One case: pairs of literals that are to be equal where its assumption holds. Methods follow
/// each other from cheap to dear, each on what those before have left.
/// </summary>
/// <param name="under">Graph and assumption; its outputs are first the one side, then the
/// other.</param>
/// <param name="names">Signal of each pair.</param>
/// <param name="solve">Whether a literal is ever true under the assumption; it may try longer when
/// told that nothing follows it.</param>
internal sealed class CaseProof(
    Assumption under, string[] names, Func<Assumption, int, bool, Answer> solve)
{
    private readonly Dictionary<string, Method> _methods = [];
    private readonly List<(string Name, Answer Answer)> _open = [];
    private Assumption _under = under;
    private List<(string Name, int Left, int Right)> _pairs =
        [.. names.Select((n, i) => (n, under.Outputs[i], under.Outputs[names.Length + i]))];

    /// <summary>The dearest method that each signal needed.</summary>
    public IReadOnlyDictionary<string, Method> Methods => _methods;

    /// <summary>What differs or is undecided.</summary>
    public IReadOnlyList<(string Name, Answer Answer)> Open => _open;

    /// <summary>Decides as much as can be.</summary>
    public void Run()
    {
        Drop(Method.Structure, (x, y) => x == y);
        Try();
        Parity();
        Merge(deep: false);
        Parity();
        // Most cases end here; a deep sweep takes minutes, and ends others that a solver does not.
        var answer = Together(last: false);
        if (answer == Answer.Open)
        {
            Merge(deep: true);
            Parity();
            answer = Together(last: true);
        }
        if (answer != Answer.Never) Ask();
    }

    /// <summary>What differs for random inputs is settled, and would cost the dearest methods.
    /// </summary>
    private void Try()
    {
        if (_pairs.Count == 0) return;
        var inputs = new RandomInputs(_under);
        var wrong = _pairs.Where(p => inputs.Differ(p.Left, p.Right)).Select(p => p.Name)
            .ToHashSet();
        _open.AddRange(wrong.Select(name => (name, Answer.Sometimes)));
        _pairs = [.. _pairs.Where(p => !wrong.Contains(p.Name))];
    }

    private void Parity()
    {
        if (_pairs.Count == 0) return;
        var forms = new ParityForms(_under.Graph);
        Drop(Method.Gf2, (x, y) => forms.Difference(x, y) is []);
    }

    private void Merge(bool deep)
    {
        if (_pairs.Count == 0) return;
        int[] literals = [.. _pairs.SelectMany(p => new[] { p.Left, p.Right })];
        if (Sweep.Run(_under, literals, deep) is { } merged)
        {
            _under = merged;
            _pairs = [.. _pairs.Select((p, i) =>
                (p.Name, merged.Outputs[2 * i], merged.Outputs[(2 * i) + 1]))];
            Drop(Method.Sweep, (x, y) => x == y);
        }
        else
        {
            Drop(Method.Sweep, (_, _) => true);
        }
    }

    private void Drop(Method method, Func<int, int, bool> equal)
    {
        var left = new List<(string, int, int)>();
        foreach (var pair in _pairs)
        {
            if (!equal(pair.Left, pair.Right)) left.Add(pair);
            if (!_methods.TryGetValue(pair.Name, out var known) || known < method)
                _methods[pair.Name] = method;
        }
        _pairs = left;
    }

    private Answer Together(bool last)
    {
        if (_pairs.Count == 0) return Answer.Never;
        var answer = solve(_under, Any(_pairs), last);
        if (answer == Answer.Never)
            foreach (var (name, _, _) in _pairs) _methods[name] = Method.Solver;
        return answer;
    }

    private void Ask()
    {
        foreach (var same in _pairs.GroupBy(p => p.Name))
        {
            _methods[same.Key] = Method.Solver;
            var answer = solve(_under, Any(same), true);
            if (answer != Answer.Never) _open.Add((same.Key, answer));
        }
    }

    private int Any(IEnumerable<(string, int Left, int Right)> pairs) => pairs.Aggregate(0,
        (any, p) => _under.Graph.Or(any, _under.Graph.Xor(p.Left, p.Right)));
}
