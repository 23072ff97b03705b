using System.Runtime.InteropServices;

namespace SmartNic.Hls.Prove;

/// <summary>
/// Normal form of a graph over GF(2): every literal as the xor of a set of atoms and a constant. An
/// atom is an input, or a gate that is no xor, known by the forms of its two arguments. Equal forms
/// are equal functions; logic that is xor only (CRC, Toeplitz) is equal just when its forms are,
/// and no solver is asked. Different forms leave what they do not have in common. Nothing here is
/// shared with Passes/LinearForms: a mistake in a pass must not be one in its proof.
/// </summary>
internal sealed class ParityForms
{
    /// <summary>A longer sum stays an atom of itself: sums of sums would grow without
    /// end.</summary>
    private const int MaxAtoms = 640;

    private readonly Aig _graph;
    private readonly int[] _even;
    private readonly List<int[]> _forms = [[]];
    private readonly Dictionary<int[], int> _known = new(new Content()) { [[]] = 0 };
    private readonly Dictionary<(int, int), int> _gates = [];

    /// <summary>Brings all gates of a graph to normal form.</summary>
    public ParityForms(Aig graph)
    {
        _graph = graph;
        int count = graph.Inputs + graph.Ands.Count + 1;
        // A form is a number, twice that of its atoms plus the constant: literals of forms.
        _even = new int[count];
        for (int v = 1; v < count; v++)
            _even[v] = v <= graph.Inputs ? Form([v]) : Gate(v);
    }

    /// <summary>
    /// Atoms, as variables, in which two literals differ; null when they are each other's
    /// complement.
    /// </summary>
    public int[]? Difference(int x, int y)
    {
        int a = Of(x), b = Of(y);
        int[] atoms = Sum(_forms[a >> 1], _forms[b >> 1]);
        return ((a ^ b) & 1) == 0 ? atoms : atoms.Length == 0 ? null : [0, .. atoms];
    }

    private int Of(int literal) => _even[literal >> 1] ^ (literal & 1);

    private int Form(int[] atoms)
    {
        if (_known.TryGetValue(atoms, out int number)) return 2 * number;
        _forms.Add(atoms);
        return 2 * (_known[atoms] = _forms.Count - 1);
    }

    private int Gate(int v)
    {
        var (left, right) = _graph.Ands[v - _graph.Inputs - 1];
        if (AsXor(left, right) is var (p, q))
        {
            int a = Of(p), b = Of(q);
            int[] sum = Sum(_forms[a >> 1], _forms[b >> 1]);
            return sum.Length > MaxAtoms ? Form([v]) : Form(sum) ^ ((a ^ b) & 1);
        }
        int x = Of(left), y = Of(right);
        if (x > y) (x, y) = (y, x);
        if (x == 0 || x == (y ^ 1)) return 0;
        if (x == 1 || x == y) return y;
        if (!_gates.TryGetValue((x, y), out int known)) _gates[(x, y)] = known = Form([v]);
        return known;
    }

    /// <summary>!(p and q) and !(!p and !q) is p xor q.</summary>
    private (int, int)? AsXor(int left, int right)
    {
        if ((left & 1) == 0 || (right & 1) == 0) return null;
        int l = (left >> 1) - _graph.Inputs - 1, r = (right >> 1) - _graph.Inputs - 1;
        if (l < 0 || r < 0) return null;
        var (p, q) = _graph.Ands[l];
        var (s, t) = _graph.Ands[r];
        return (p ^ 1, q ^ 1) == (s, t) || (p ^ 1, q ^ 1) == (t, s) ? (p, q) : null;
    }

    /// <summary>Symmetric difference of two ascending lists.</summary>
    private static int[] Sum(int[] x, int[] y)
    {
        if (x.Length == 0) return y;
        if (y.Length == 0) return x;
        var sum = new List<int>(x.Length + y.Length);
        int i = 0, k = 0;
        while (i < x.Length && k < y.Length)
        {
            if (x[i] == y[k]) (i, k) = (i + 1, k + 1);
            else sum.Add(x[i] < y[k] ? x[i++] : y[k++]);
        }
        sum.AddRange(x.AsSpan(i));
        sum.AddRange(y.AsSpan(k));
        return [.. sum];
    }

    private sealed class Content : IEqualityComparer<int[]>
    {
        public bool Equals(int[]? x, int[]? y) => x.AsSpan().SequenceEqual(y);

        public int GetHashCode(int[] atoms)
        {
            var hash = new HashCode();
            hash.AddBytes(MemoryMarshal.AsBytes(atoms.AsSpan()));
            return hash.ToHashCode();
        }
    }
}
