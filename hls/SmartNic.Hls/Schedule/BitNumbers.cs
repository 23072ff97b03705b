using SmartNic.Hls.Ir;

namespace SmartNic.Hls.Schedule;

/// <summary>
/// A number for every bit of every value. A bit that is only another one (a mask of constants, a
/// choice between equals) has the number of that one.
/// </summary>
internal sealed class BitNumbers
{
    /// <summary>The constants 0 and 1 instead of a bit.</summary>
    public const int Zero = -1, One = -2;

    private readonly Dictionary<Node, (int First, int[] Bits, int[][] Args)> _known = [];
    private readonly List<Node> _owner = [];
    private readonly Dictionary<int, int> _readers = [];

    /// <summary>Numbers the bits of values given in topological order.</summary>
    public BitNumbers(IEnumerable<Node> nodes)
    {
        foreach (var n in nodes)
        {
            int[][] args = [.. n.Args.Select(Resolve)];
            int first = _owner.Count;
            int[] bits = [.. Enumerable.Range(0, n.Width).Select(i => Same(n, args, i)
                ?? first + i)];
            _known[n] = (first, bits, args);
            foreach (int bit in args.SelectMany(a => a).Where(b => b >= 0))
                _readers[bit] = _readers.GetValueOrDefault(bit) + 1;
            for (int i = n.Width + Inner(n); i > 0; i--) _owner.Add(n);
        }
    }

    /// <summary>How many bits there are.</summary>
    public int Count => _owner.Count;

    /// <summary>The value that a bit is of.</summary>
    public Node Owner(int bit) => _owner[bit];

    /// <summary>How many operations on bits read a bit.</summary>
    public int Readers(int bit) => _readers.GetValueOrDefault(bit);

    /// <summary>First bit of a value; bits inside its operation follow those of its
    /// result.</summary>
    public int First(Node n) => _known[n].First;

    /// <summary>The bits of a value, lowest first.</summary>
    public int[] Of(Node n) => _known[n].Bits;

    /// <summary>The bits of each argument, lowest first.</summary>
    public int[][] Args(Node n) => _known[n].Args;

    /// <summary>LUTs that an operation may need besides those of its result.</summary>
    public static int Inner(Node n) => n.Op switch
    {
        Op.Equal or Op.Less or Op.LessSigned => Math.Max(3, n.Args[0].Width),
        Op.Parity => n.Args.Count,
        Op.ShiftLeft or Op.ShiftRight or Op.ShiftRightSigned => n.Width * n.Args[1].Width,
        _ => 0,
    };

    private int[] Resolve(Node arg)
    {
        int[] bits = new int[arg.Width];
        int at = arg.Width;
        foreach (var piece in Wiring.Pieces(arg))
            for (int r = 0; r < piece.Repeat; r++)
                for (int i = piece.Width; i-- > 0;)
                    bits[--at] = piece.Node.IsConstant
                        ? (piece.Node.Value >> (piece.Low + i) & 1).IsOne ? One : Zero
                        : _known[piece.Node].Bits[piece.Low + i];
        return bits;
    }

    private static int? Same(Node n, int[][] args, int i)
    {
        switch (n.Op)
        {
            case Op.And or Op.Or:
                int pass = n.Op == Op.And ? One : Zero, stop = n.Op == Op.And ? Zero : One;
                var (x, y) = (args[0][i], args[1][i]);
                return x == stop || y == stop ? stop : x == pass || x == y ? y
                    : y == pass ? x : null;
            case Op.Leave:
                return args[0][i];
            case Op.Xor:
                return args[0][i] == Zero ? args[1][i] : args[1][i] == Zero ? args[0][i] : null;
            case Op.Mux:
                var (t, f) = (args[1][i], args[2][i]);
                return t == f ? t : t == One && f == Zero ? args[0][0] : null;
            default:
                return null;
        }
    }
}
