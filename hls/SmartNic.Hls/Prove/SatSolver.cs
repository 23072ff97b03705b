namespace SmartNic.Hls.Prove;

/// <summary>What the solver answers.</summary>
internal enum Answer
{
    /// <summary>Never true, and every step to it is checked.</summary>
    Never,

    /// <summary>True for the values it has found.</summary>
    Sometimes,

    /// <summary>The conflicts allowed did not suffice.</summary>
    Open,
}

/// <summary>
/// A solver by conflict-driven clause learning (Marques-Silva 1996; watches and activities of
/// Chaff, 2001; assumptions as in MiniSat, 2003), for many small questions about one graph.
/// Literals are those of the graph. Its effort is counted in conflicts, never in time, so its
/// answers are the same on every machine. <see cref="Derivation"/> checks what it derives.
/// </summary>
internal sealed partial class SatSolver
{
    private const int RestartAfter = 100;

    private readonly sbyte[] _value;
    private readonly bool[] _phase;
    private readonly int[] _level, _reason, _place;
    private readonly int[] _trail;
    private readonly List<int> _decisions = [];
    private readonly ActivityHeap _heap;
    private readonly Derivation _derivation;
    private readonly int[] _wanted;
    private List<int> _cone = [];
    private int _next, _turn, _trailCount, _head, _checked;
    private bool _never;

    /// <summary>A solver without clauses.</summary>
    /// <param name="variables">Number of variables, the constant 0 with them.</param>
    /// <param name="phase">The value to try first.</param>
    public SatSolver(int variables, Func<int, bool> phase)
    {
        _value = new sbyte[2 * variables];
        _phase = new bool[variables];
        for (int v = 0; v < variables; v++) _phase[v] = phase(v);
        (_level, _reason) = (new int[variables], new int[variables]);
        (_place, _trail, _wanted) = (new int[variables], new int[variables], new int[variables]);
        _seen = new bool[variables];
        _watches = new Watch[2 * variables][];
        _watchCounts = new int[2 * variables];
        _heap = new(variables);
        _derivation = new(2 * variables);
        Suppose(1);
    }

    /// <summary>Conflicts so far.</summary>
    public int Conflicts { get; private set; }

    /// <summary>Value of a literal, after <see cref="Answer.Sometimes"/>: true, or else false or
    /// of no importance.</summary>
    public bool IsTrue(int literal) => _value[literal] > 0;

    /// <summary>Takes a literal as true in all questions.</summary>
    public void Suppose(int literal)
    {
        Back(0);
        CheckFacts();
        _derivation.Suppose(literal);
        if (_value[literal] < 0) _never = true;
        else if (_value[literal] == 0) Set(literal, 0);
    }

    /// <summary>Clauses of a gate: v is left and right.</summary>
    public void AddGate(int v, int left, int right)
    {
        Back(0);
        AddClause([(2 * v) ^ 1, left]);
        AddClause([(2 * v) ^ 1, right]);
        AddClause([2 * v, left ^ 1, right ^ 1]);
    }

    /// <summary>Whether all of some literals can be true together.</summary>
    /// <param name="literals">The literals.</param>
    /// <param name="cone">The variables that matter: values of others follow from them.</param>
    /// <param name="conflicts">Effort allowed.</param>
    public Answer Ask(ReadOnlySpan<int> literals, List<int> cone, int conflicts)
    {
        Back(0);
        _heap.Clear();
        _turn++;
        (_cone, _next) = (cone, 0);
        foreach (int v in cone)
        {
            _wanted[v] = _turn;
            if (_heap.IsActive(v)) _heap.Add(v);
        }
        for (int until = Conflicts + conflicts, restart = Conflicts + RestartAfter; !_never;)
        {
            if (Propagate() is var conflict and > 0)
            {
                Conflicts++;
                Learn(conflict);
            }
            else if (Conflicts >= until)
            {
                return Answer.Open;
            }
            else if (Conflicts >= restart && _decisions.Count > literals.Length)
            {
                restart = Conflicts + RestartAfter;
                Back(0);
            }
            else if (_decisions.Count < literals.Length)
            {
                int next = literals[_decisions.Count];
                if (_value[next] < 0)
                {
                    Refute(next);
                    return Answer.Never;
                }
                _decisions.Add(_trailCount);
                if (_value[next] == 0) Set(next, 0);
            }
            else if (Decide() is not { } literal)
            {
                return Answer.Sometimes;
            }
            else
            {
                _decisions.Add(_trailCount);
                Set(literal, 0);
            }
        }
        return Answer.Never;
    }

    /// <summary>What met in conflicts comes first, then the rest in its order.</summary>
    private int? Decide()
    {
        for (int v; (v = _heap.Take()) >= 0;)
            if (_value[2 * v] == 0) return (2 * v) + (_phase[v] ? 0 : 1);
        for (; _next < _cone.Count; _next++)
            if (_cone[_next] is var v && _value[2 * v] == 0) return (2 * v) + (_phase[v] ? 0 : 1);
        return null;
    }

    /// <summary>Makes a literal true; a reason's first literal is the one it makes true.</summary>
    private void Set(int literal, int reason)
    {
        int v = literal >> 1;
        _value[literal] = 1;
        _value[literal ^ 1] = -1;
        _level[v] = _decisions.Count;
        _reason[v] = reason;
        _place[v] = _trailCount;
        _trail[_trailCount++] = literal;
    }

    private void Back(int level)
    {
        if (_decisions.Count <= level) return;
        int keep = _decisions[level];
        while (_trailCount > keep)
        {
            int literal = _trail[--_trailCount], v = literal >> 1;
            _phase[v] = (literal & 1) == 0;
            _value[literal] = _value[literal ^ 1] = 0;
            if (_wanted[v] == _turn && _heap.IsActive(v)) _heap.Add(v);
        }
        _next = 0;
        _head = Math.Min(_head, keep);
        _decisions.RemoveRange(level, _decisions.Count - level);
    }
}
