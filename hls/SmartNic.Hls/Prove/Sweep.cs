namespace SmartNic.Hls.Prove;

/// <summary>
/// SAT sweeping (Kuehlmann 2004) with knowledge of the case: gates that simulate alike under an
/// assumption are proved equal under it, from the inputs on, each on top of those before, and
/// become one gate. Both sides of a comparison come from one source and share most values, so a
/// question needs to look only at the nearest gates below the two. A deep sweep asks what these
/// do not show with all the gates; inputs for which two gates differ become a pattern, which tells
/// others apart too. What cannot be shown so stays apart.
/// </summary>
internal sealed class Sweep
{
    /// <summary>Gates that a near question looks at, and conflicts that it may cost.</summary>
    private const int Window = 300, NearConflicts = 50;

    /// <summary>Conflicts that a question about all the gates may cost, and those of all of
    /// them.</summary>
    private const int WholeConflicts = 1000, Budget = 300_000;

    /// <summary>Questions to one solver.</summary>
    private const int Questions = 400;

    /// <summary>Gates alike that one is compared with and that no question tells apart.</summary>
    private const int Candidates = 2;

    private readonly Aig _graph;
    private readonly Aig _merged;
    private readonly int _holds;
    private readonly Patterns _patterns;
    private readonly ConeSolver _near, _whole;
    private readonly bool _deep;
    private readonly int[] _same;
    private readonly bool[] _met;
    private readonly Dictionary<ulong, List<int>> _groups = [];

    private Sweep(Assumption under, bool deep)
    {
        _deep = deep;
        _graph = under.Graph;
        _merged = new(_graph.Inputs);
        // The assumption is copied as it is, and stays: merging rests upon it.
        int most = _graph.Variables + _graph.Cone(under.Holds).Count;
        (_same, _met) = (new int[most], new bool[most]);
        _holds = Copy(under.Holds);
        _patterns = new(_merged, _holds, most);
        _near = new(_merged, _holds, most, Window, Questions, _patterns.First);
        _whole = new(_merged, _holds, most, int.MaxValue, Questions, _patterns.First);
    }

    /// <summary>Merges what is equal. The outputs of the result are those that were asked for;
    /// null when the assumption never holds, so that nothing is left to compare.</summary>
    /// <param name="under">Graph and assumption.</param>
    /// <param name="outputs">Literals of the graph that are asked for.</param>
    /// <param name="deep">True: with questions about all the gates, which take minutes.</param>
    public static Assumption? Run(Assumption under, int[] outputs, bool deep)
    {
        var sweep = new Sweep(under, deep);
        return sweep.Start() switch
        {
            Answer.Never => null,
            Answer.Open => under with { Outputs = outputs },
            _ => sweep.Merge(outputs),
        };
    }

    /// <summary>Copies what a literal depends upon, nothing merged.</summary>
    private int Copy(int literal)
    {
        var copies = new Dictionary<int, int> { [0] = 0 };
        foreach (int v in _graph.Cone(literal)) copies[v] = Gate(copies, v);
        return Of(copies, literal);
    }

    private int Gate(Dictionary<int, int> now, int v) => !_graph.IsGate(v) ? 2 * v
        : _merged.And(Of(now, _graph.Gate(v).Left), Of(now, _graph.Gate(v).Right));

    private static int Of(Dictionary<int, int> copies, int literal) =>
        copies[literal >> 1] ^ (literal & 1);

    /// <summary>Finds values for which the assumption holds, and patterns from there.</summary>
    private Answer Start()
    {
        const int Effort = 50_000;
        var answer = _whole.Ask(Effort);
        if (answer != Answer.Sometimes) return answer;
        _patterns.Start(_whole.IsTrue);
        Join(0);
        return answer;
    }

    private Assumption Merge(int[] outputs)
    {
        var now = new Dictionary<int, int> { [0] = 0 };
        foreach (int v in _graph.Cone(outputs)) now[v] = Representative(Gate(now, v));
        return new(_merged, _holds, [.. outputs.Select(o => Of(now, o))]);
    }

    /// <summary>The gate that stands for a literal's: one that is equal, or itself.</summary>
    private int Representative(int literal)
    {
        int v = literal >> 1;
        if (v == 0) return literal;
        if (!_met[v])
        {
            _met[v] = true;
            _patterns.Extend(v);
            _same[v] = Equal(v) ?? 2 * v;
            if (_same[v] == 2 * v) Join(v);
        }
        return _same[v] ^ (literal & 1);
    }

    private int? Equal(int v)
    {
        if (!_groups.TryGetValue(_patterns.Key(v), out var group)) return null;
        int open = 0;
        for (int i = 0; i < group.Count && open < Candidates; i++)
        {
            if (!_patterns.Alike(v, group[i])) continue;
            int other = (2 * group[i]) + (_patterns.Differ(v, group[i]) ? 1 : 0);
            var answer = Together(2 * v, other ^ 1);
            if (answer == Answer.Never) answer = Together((2 * v) ^ 1, other);
            if (answer == Answer.Never) return other;
            if (answer == Answer.Sometimes) _patterns.Add(_whole.IsTrue);
            else open++;
        }
        return null;
    }

    private void Join(int v)
    {
        ulong key = _patterns.Key(v);
        if (_groups.TryGetValue(key, out var group)) group.Add(v);
        else _groups[key] = [v];
    }

    /// <summary>Whether two literals are ever true together, where the assumption holds.</summary>
    private Answer Together(int x, int y) =>
        _near.Ask(NearConflicts, x, y) == Answer.Never ? Answer.Never
        : !_deep || _whole.Conflicts >= Budget ? Answer.Open
        : _whole.Ask(WholeConflicts, x, y);
}
