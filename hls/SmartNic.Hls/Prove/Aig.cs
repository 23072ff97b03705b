using System.Text;

namespace SmartNic.Hls.Prove;

/// <summary>
/// An and-inverter graph with structural hashing, as ABC and Yosys exchange it (AIGER, binary form,
/// Biere 2007): variable v is literal 2v, its complement 2v + 1; 0 is false and 1 is true.
/// </summary>
internal sealed class Aig(int inputs)
{
    private readonly List<(int Left, int Right)> _ands = [];
    private readonly Dictionary<(int, int), int> _literals = [];

    /// <summary>Number of inputs: variables 1 to this.</summary>
    public int Inputs => inputs;

    /// <summary>The gates, in topological order: variables from Inputs + 1 on.</summary>
    public IReadOnlyList<(int Left, int Right)> Ands => _ands;

    /// <summary>Number of variables, the constant with them.</summary>
    public int Variables => inputs + _ands.Count + 1;

    /// <summary>True for the variable of a gate.</summary>
    public bool IsGate(int variable) => variable > inputs;

    /// <summary>Arguments of a gate.</summary>
    public (int Left, int Right) Gate(int variable) => _ands[variable - inputs - 1];

    /// <summary>Variables that literals depend upon, themselves with them, in topological
    /// order.</summary>
    public List<int> Cone(params ReadOnlySpan<int> literals)
    {
        var cone = new List<int>();
        var met = new HashSet<int>();
        var open = new Stack<int>();
        foreach (int literal in literals) open.Push(literal >> 1);
        while (open.TryPop(out int v))
        {
            if (v == 0 || !met.Add(v)) continue;
            cone.Add(v);
            if (!IsGate(v)) continue;
            var (left, right) = Gate(v);
            open.Push(left >> 1);
            open.Push(right >> 1);
        }
        cone.Sort();
        return cone;
    }

    /// <summary>Literal of a conjunction.</summary>
    public int And(int x, int y)
    {
        if (x > y) (x, y) = (y, x);
        if (x == 0 || x == (y ^ 1)) return 0;
        if (x == 1 || x == y) return y;
        if (_literals.TryGetValue((x, y), out int known)) return known;
        _ands.Add((x, y));
        return _literals[(x, y)] = 2 * (inputs + _ands.Count);
    }

    /// <summary>Literal of a disjunction.</summary>
    public int Or(int x, int y) => And(x ^ 1, y ^ 1) ^ 1;

    /// <summary>Literal of a difference.</summary>
    public int Xor(int x, int y) => Or(And(x, y ^ 1), And(x ^ 1, y));

    /// <summary>Writes the graph with one output.</summary>
    public void Write(string path, int output)
    {
        using var file = new BufferedStream(File.Create(path));
        int top = inputs + _ands.Count;
        file.Write(Encoding.ASCII.GetBytes($"aig {top} {inputs} 0 1 {_ands.Count}\n{output}\n"));
        void Delta(int value)
        {
            for (; value >= 128; value >>= 7) file.WriteByte((byte)(value & 127 | 128));
            file.WriteByte((byte)value);
        }
        for (int i = 0; i < _ands.Count; i++)
        {
            var (left, right) = _ands[i];
            Delta((2 * (inputs + 1 + i)) - Math.Max(left, right));
            Delta(Math.Abs(left - right));
        }
    }
}
