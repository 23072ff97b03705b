namespace SmartNic.Hls.Prove;

/// <summary>
/// SAT sweeping (Kuehlmann 2004) with knowledge of the case: gates that simulate alike under an
/// assumption are proved equal under it, from the inputs on, each on top of those before, and
/// become one gate. Both sides of a comparison come from one source and share most values, so a
/// question needs to look only at the nearest gates below the two, and below the assumption:
/// what lies deeper may be anything. What cannot be shown so stays apart.
/// </summary>
internal sealed class Sweep
{
    /// <summary>Gates that a question looks at, and conflicts that it may cost.</summary>
    private const int Window = 300, Conflicts = 50;

    /// <summary>Questions to one solver: later ones need little of what it has learned.</summary>
    private const int Questions = 400;

    /// <summary>Gates alike that one is compared with.</summary>
    private const int Candidates = 2;

    private readonly Aig _graph;
    private readonly Aig _merged;
    private readonly int _holds;
    private readonly Patterns _patterns;
    private readonly int[] _same;
    private readonly bool[] _met;
    private readonly int[] _marks;
    private readonly Dictionary<ulong, List<int>> _groups = [];
    private readonly bool[] _encoded;
    private List<int> _facts = [];
    private SatSolver _solver;
    private int _asked, _mark;

    private Sweep(Assumption under)
    {
        _graph = under.Graph;
        _merged = new(_graph.Inputs);
        // The assumption is copied as it is, and stays: merging rests upon it.
        int most = _graph.Variables + _graph.Cone(under.Holds).Count;
        (_same, _met) = (new int[most], new bool[most]);
        (_marks, _encoded) = (new int[most], new bool[most]);
        _holds = Copy(under.Holds);
        _patterns = new(_merged, _holds, most);
        _solver = new(most, _ => false);
    }

    /// <summary>Merges what is equal. The outputs of the result are those that were asked for;
    /// null when the assumption never holds, so that nothing is left to compare.</summary>
    /// <param name="under">Graph and assumption.</param>
    /// <param name="outputs">Literals of the graph that are asked for.</param>
    public static Assumption? Run(Assumption under, int[] outputs)
    {
        var sweep = new Sweep(under);
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
        Fresh(int.MaxValue);
        var answer = _solver.Ask([], _facts, Effort);
        if (answer != Answer.Sometimes) return answer;
        _patterns.Start(v => _solver.IsTrue(2 * v));
        Fresh(Window);
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
        for (int i = 0; i < group.Count && i < Candidates; i++)
        {
            int other = (2 * group[i]) + (_patterns.Differ(v, group[i]) ? 1 : 0);
            if (Never(2 * v, other ^ 1) && Never((2 * v) ^ 1, other)) return other;
        }
        return null;
    }

    private void Join(int v)
    {
        ulong key = _patterns.Key(v);
        if (_groups.TryGetValue(key, out var group)) group.Add(v);
        else _groups[key] = [v];
    }

    /// <summary>A solver that knows only the assumption, as deep as the window is.</summary>
    private void Fresh(int window)
    {
        _solver = new(_same.Length, _patterns.First);
        Array.Clear(_encoded);
        _asked = 0;
        _mark++;
        _facts = Cone(window, _holds);
        _solver.Suppose(_holds);
    }

    /// <summary>Whether it is shown that two literals are never true together.</summary>
    private bool Never(int x, int y)
    {
        if (++_asked > Questions) Fresh(Window);
        _mark++;
        foreach (int v in _facts) _marks[v] = _mark;
        var cone = Cone(Window, x, y);
        cone.AddRange(_facts);
        return _solver.Ask([x, y], cone, Conflicts) == Answer.Never;
    }

    /// <summary>Tells the solver the gates below literals, the nearest first; returns them with
    /// what they rest upon.</summary>
    private List<int> Cone(int window, params ReadOnlySpan<int> literals)
    {
        var cone = new List<int>();
        _marks[0] = _mark;
        void Add(int literal)
        {
            if (_marks[literal >> 1] == _mark) return;
            _marks[literal >> 1] = _mark;
            cone.Add(literal >> 1);
        }
        foreach (int literal in literals) Add(literal);
        for (int i = 0; i < cone.Count && i < window; i++)
        {
            int v = cone[i];
            if (!_merged.IsGate(v)) continue;
            var (left, right) = _merged.Gate(v);
            Add(left);
            Add(right);
            if (_encoded[v]) continue;
            _encoded[v] = true;
            _solver.AddGate(v, left, right);
        }
        return cone;
    }
}
