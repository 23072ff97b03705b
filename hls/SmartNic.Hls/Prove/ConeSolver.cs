namespace SmartNic.Hls.Prove;

/// <summary>
/// Questions to a solver about gates of a graph under an assumption. It is told only the gates
/// nearest to what is asked, so many as the window allows, and as many below the assumption: what
/// lies deeper may be anything. So "never" holds for the whole graph, and "sometimes" only where
/// the window left nothing out.
/// </summary>
/// <param name="graph">The graph, which may grow.</param>
/// <param name="holds">Literal of the assumption.</param>
/// <param name="variables">The most variables that the graph may get.</param>
/// <param name="window">Gates that are told, for a question and for the assumption.</param>
/// <param name="questions">Questions to one solver: later ones need little of what it has
/// learned.</param>
/// <param name="phase">The value of a variable to try first.</param>
internal sealed class ConeSolver(
    Aig graph, int holds, int variables, int window, int questions, Func<int, bool> phase)
{
    private readonly int[] _marks = new int[variables];
    private readonly bool[] _encoded = new bool[variables];
    private List<int> _facts = [];
    private SatSolver _solver = new(1, _ => false);
    private int _asked = int.MaxValue, _mark;

    /// <summary>Conflicts of all questions.</summary>
    public long Conflicts { get; private set; }

    /// <summary>Value of a variable, after <see cref="Answer.Sometimes"/>.</summary>
    public bool IsTrue(int variable) => _solver.IsTrue(2 * variable);

    /// <summary>Whether literals are ever true together.</summary>
    /// <param name="conflicts">Effort allowed.</param>
    /// <param name="literals">The literals.</param>
    public Answer Ask(int conflicts, params ReadOnlySpan<int> literals)
    {
        if (_asked >= questions) Start();
        _asked++;
        _mark++;
        foreach (int v in _facts) _marks[v] = _mark;
        var cone = Cone(literals);
        cone.AddRange(_facts);
        int before = _solver.Conflicts;
        var answer = _solver.Ask(literals, cone, conflicts);
        Conflicts += _solver.Conflicts - before;
        return answer;
    }

    private void Start()
    {
        _solver = new(variables, phase);
        Array.Clear(_encoded);
        _asked = 0;
        _mark++;
        _facts = Cone(holds);
        _solver.Suppose(holds);
    }

    /// <summary>Tells the solver the gates below literals, the nearest first; returns them with
    /// what they rest upon.</summary>
    private List<int> Cone(params ReadOnlySpan<int> literals)
    {
        var cone = new List<int>();
        _marks[0] = _mark;
        foreach (int literal in literals) Add(literal, cone);
        for (int i = 0; i < cone.Count && i < window; i++)
        {
            int v = cone[i];
            if (!graph.IsGate(v)) continue;
            var (left, right) = graph.Gate(v);
            Add(left, cone);
            Add(right, cone);
            if (_encoded[v]) continue;
            _encoded[v] = true;
            _solver.AddGate(v, left, right);
        }
        return cone;
    }

    private void Add(int literal, List<int> cone)
    {
        if (_marks[literal >> 1] == _mark) return;
        _marks[literal >> 1] = _mark;
        cone.Add(literal >> 1);
    }
}
