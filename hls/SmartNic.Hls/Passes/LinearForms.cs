using System.Numerics;
using SmartNic.Hls.Ir;

namespace SmartNic.Hls.Passes;

/// <summary>
/// Every bit as a sum over GF(2): a set of atoms (bits of values that are not linear), and a
/// constant. Xor, complement, wiring, masks by constants, and a choice between two values that
/// differ by a constant are linear; anything else is atoms.
/// </summary>
/// <param name="atoms">Values that count as atoms for whoever reads them.</param>
internal sealed class LinearForms(IReadOnlySet<Node> atoms)
{
    /// <summary>Atoms in ascending order; atom 0 is the constant one.</summary>
    private readonly Dictionary<Node, int[][]> _forms = [];
    private readonly Dictionary<(Node, int), int> _numbers = [];
    private readonly List<(Node Node, int Bit)> _atoms = [default];

    /// <summary>The value and the bit that an atom stands for.</summary>
    public (Node Node, int Bit) Atom(int number) => _atoms[number];

    /// <summary>True when no bit of the value is an atom of itself.</summary>
    public bool IsLinear(Node n) => _forms[n] is var form
        && !(form[0] is [var atom] && atom != 0 && _atoms[atom].Node == n);

    /// <summary>The form of every bit of a node whose arguments were asked before.</summary>
    public int[][] Of(Node n)
    {
        if (!_forms.TryGetValue(n, out var form)) _forms[n] = form = Make(n);
        return form;
    }

    private int[][] Make(Node n)
    {
        int[][] A(int i) => atoms.Contains(n.Args[i]) ? Own(n.Args[i]) : Of(n.Args[i]);
        switch (n.Op)
        {
            case Op.Constant:
                return Constant(n.Value, n.Width);
            case Op.Xor:
                return [.. A(0).Zip(A(1), Sum)];
            case Op.Not:
                return [.. A(0).Select(f => Sum(f, [0]))];
            case Op.Slice:
                return A(0)[n.Low..(n.Low + n.Width)];
            case Op.Concat:
                return [.. A(1), .. A(0)];
            case Op.ZeroExtend:
                return [.. A(0), .. Enumerable.Repeat<int[]>([], n.Width - A(0).Length)];
            case Op.SignExtend:
                return [.. A(0), .. Enumerable.Repeat(A(0)[^1], n.Width - A(0).Length)];
            case Op.And or Op.Or when n.Args[1].IsConstant:
                bool isAnd = n.Op == Op.And;
                int[] set = isAnd ? [] : [0];
                return [.. A(0).Select((f, i) =>
                    (n.Args[1].Value >> i & 1).IsOne == isAnd ? f : set)];
            case Op.Mux:
                int[][] apart = [.. A(1).Zip(A(2), Sum)];
                if (apart.Any(f => f is not ([] or [0]))) break;
                return [.. A(2).Zip(apart, (f, k) => k is [] ? f : Sum(f, A(0)[0]))];
            default:
                break;
        }
        return Own(n);
    }

    private int[][] Own(Node n) =>
        [.. Enumerable.Range(0, n.Width).Select(i => (int[])[Number(n, i)])];

    private int Number(Node n, int bit)
    {
        if (_numbers.TryGetValue((n, bit), out int number)) return number;
        _atoms.Add((n, bit));
        return _numbers[(n, bit)] = _atoms.Count - 1;
    }

    private static int[][] Constant(BigInteger value, int width) =>
        [.. Enumerable.Range(0, width).Select(i => (value >> i & 1).IsOne ? (int[])[0] : [])];

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
}
