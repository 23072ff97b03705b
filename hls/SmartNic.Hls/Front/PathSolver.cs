using SmartNic.Hls.Ir;
using SmartNic.Hls.Prove;

namespace SmartNic.Hls.Front;

/// <summary>
/// What a path leaves of a value, decided by the solver: the path's conditions and the value become
/// gates. Bytes that were read from a window, results of memories, and what lies too deep may be
/// anything, so the answer may hold too much, never too little.
/// </summary>
internal sealed class PathSolver
{
    /// <summary>Nodes that become gates; those behind them are free.</summary>
    private const int MostNodes = 6000;

    /// <summary>Conflicts allowed to one question.</summary>
    private const int Conflicts = 2000;

    private readonly Dictionary<Node, int[]> _literals = [];
    private readonly Dictionary<Node, bool> _data = [];
    private readonly HashSet<Node> _inner = [];
    private readonly Aig _graph;
    private readonly int _holds;
    private readonly SatSolver _solver;
    private readonly List<int> _cone;

    private PathSolver(IReadOnlyList<Node> values, PathFacts facts)
    {
        var conditions = facts.Conditions().ToList();
        var free = Reach([.. values, .. conditions.Select(c => c.Condition)]);
        _graph = new(free.Sum(n => n.Width));
        int next = 1;
        foreach (var node in free)
            _literals[node] = [.. Enumerable.Range(0, node.Width).Select(_ => 2 * next++)];
        var gates = new WordGates(_graph);
        foreach (var node in _inner.OrderBy(n => n.Id)) _literals[node] = Lower(gates, node);
        _holds = conditions.Aggregate(1, (all, c) =>
            _graph.And(all, _literals[c.Condition][0] ^ (c.Value ? 0 : 1)));
        _solver = new(_graph.Variables, _ => false);
        _cone = _graph.Cone([_holds, .. values.SelectMany(v => _literals[v])]);
        foreach (int v in _cone.Where(_graph.IsGate))
            _solver.AddGate(v, _graph.Gate(v).Left, _graph.Gate(v).Right);
    }

    /// <summary>The values that a number can have on a path; null when there are more than
    /// <paramref name="most"/>, or it is not decided.</summary>
    public static SortedSet<long>? Values(Node n, PathFacts facts, int most)
    {
        var solver = new PathSolver([n], facts);
        var values = new SortedSet<long>();
        return solver.Find(n, [], null, values, most) ? values : null;
    }

    /// <summary>True when it is shown that two conditions never hold together.</summary>
    public static bool Exclude(Node x, Node y)
    {
        var solver = new PathSolver([x, y], PathFacts.None);
        return solver.Ask([solver._literals[x][0], solver._literals[y][0]]) == Answer.Never;
    }

    /// <summary>Halves the values by their highest open bit while some are left. The half that a
    /// solution lies in needs no question. False when there are too many.</summary>
    private bool Find(Node n, List<int> chosen, long? solution, SortedSet<long> found, int most)
    {
        if (solution == null)
        {
            var answer = Ask([_holds, .. chosen]);
            if (answer != Answer.Sometimes) return answer == Answer.Never;
            solution = _literals[n].Select((l, i) => IsTrue(l) ? 1L << i : 0).Sum();
        }
        int bit = n.Width - 1 - chosen.Count;
        if (bit < 0) return found.Add(solution.Value) && found.Count <= most;
        for (int one = 1; one >= 0; one--)
        {
            chosen.Add(_literals[n][bit] ^ 1 ^ one);
            bool lies = (solution >> bit & 1) == one;
            bool few = Find(n, chosen, lies ? solution : null, found, most);
            chosen.RemoveAt(chosen.Count - 1);
            if (!few) return false;
        }
        return true;
    }

    private bool IsTrue(int literal) => literal == 1 || literal > 1 && _solver.IsTrue(literal);

    private Answer Ask(ReadOnlySpan<int> literals)
    {
        var asked = new List<int>();
        foreach (int literal in literals)
        {
            if (literal == 0) return Answer.Never;
            if (literal != 1) asked.Add(literal);
        }
        return _solver.Ask(asked.ToArray(), _cone, Conflicts);
    }

    /// <summary>Finds the nodes that become gates, the nearest first; returns those that are
    /// free.</summary>
    private List<Node> Reach(IReadOnlyList<Node> from)
    {
        var free = new HashSet<Node>();
        var open = new Queue<Node>(from);
        while (open.TryDequeue(out var node))
        {
            if (_inner.Contains(node) || free.Contains(node)) continue;
            if (node.Op is Op.Input or Op.Call or Op.Parity or Op.Enter or Op.Leave
                || node.Op == Op.Mux && IsData(node) || _inner.Count >= MostNodes)
            {
                free.Add(node);
                continue;
            }
            _inner.Add(node);
            foreach (var arg in node.Args) open.Enqueue(arg);
        }
        return [.. free];
    }

    /// <summary>A choice between bytes of the packet and nothing else.</summary>
    private bool IsData(Node n)
    {
        if (n.Op == Op.Input) return true;
        if (n.Op is not (Op.Mux or Op.Slice or Op.Concat)) return false;
        if (_data.TryGetValue(n, out bool known)) return known;
        return _data[n] = n.Args.Skip(n.Op == Op.Mux ? 1 : 0).All(IsData);
    }

    private int[] Lower(WordGates gates, Node n)
    {
        int[] A(int i) => _literals[n.Args[i]];
        switch (n.Op)
        {
            case Op.Constant:
                return [.. Enumerable.Range(0, n.Width).Select(i => (int)(n.Value >> i & 1))];
            case Op.Slice:
                return A(0)[n.Low..(n.Low + n.Width)];
            case Op.Concat:
                return [.. A(1), .. A(0)];
            case Op.ZeroExtend or Op.SignExtend:
                int top = n.Op == Op.SignExtend ? A(0)[^1] : 0;
                return [.. A(0), .. Enumerable.Repeat(top, n.Width - A(0).Length)];
        }
        bool signed = n.Op is Op.LessSigned or Op.ShiftRightSigned;
        return gates.Lower(new(Cell(n.Op), pin => pin switch
        {
            "S" => A(0),
            "A" => A(n.Op == Op.Mux ? 2 : 0),
            _ => A(1),
        }, name => signed && (name == "A_SIGNED" || n.Op == Op.LessSigned) ? 1 : 0, n.Width));
    }

    private static string Cell(Op op) => op switch
    {
        Op.Add => "$add",
        Op.Subtract => "$sub",
        Op.Multiply => "$mul",
        Op.And => "$and",
        Op.Or => "$or",
        Op.Xor => "$xor",
        Op.Not => "$not",
        Op.ShiftLeft => "$shl",
        Op.ShiftRight => "$shr",
        Op.ShiftRightSigned => "$sshr",
        Op.Equal => "$eq",
        Op.Less or Op.LessSigned => "$lt",
        _ => "$mux",
    };
}
