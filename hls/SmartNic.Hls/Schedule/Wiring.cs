using SmartNic.Hls.Ir;

namespace SmartNic.Hls.Schedule;

/// <summary>A run of bits of a named value.</summary>
/// <param name="Node">A value that is not wiring, or a constant.</param>
/// <param name="Low">Lowest bit.</param>
/// <param name="Width">Number of bits.</param>
/// <param name="Repeat">How often it stands there (sign extension).</param>
internal readonly record struct Piece(Node Node, int Low, int Width, int Repeat);

/// <summary>Resolves slices, concatenations and extensions down to named values.</summary>
internal static class Wiring
{
    /// <summary>The runs that make up bits of a node, highest first.</summary>
    /// <param name="n">The node.</param>
    /// <param name="low">Its lowest bit that is asked for.</param>
    /// <param name="width">How many are.</param>
    /// <param name="into">Where they go.</param>
    /// <param name="within">True: what a stage is given is a named value; else it is wiring.
    /// </param>
    public static void Pieces(
        Node n, int low, int width, List<Piece> into, bool within = false)
    {
        switch (n.Op)
        {
            case Op.Slice:
                Pieces(n.Args[0], n.Low + low, width, into, within);
                break;
            case Op.Enter when !within:
                Pieces(n.Args[0], low, width, into);
                break;
            case Op.Concat:
                int split = n.Args[1].Width;
                if (low + width > split)
                    Pieces(n.Args[0], Math.Max(low - split, 0),
                        low + width - Math.Max(split, low), into, within);
                if (low < split)
                    Pieces(n.Args[1], low, Math.Min(width, split - low), into, within);
                break;
            case Op.ZeroExtend or Op.SignExtend:
                int own = n.Args[0].Width;
                int above = low + width - Math.Max(own, low);
                if (above > 0) Extend(n, own, above, into, within);
                if (low < own) Pieces(n.Args[0], low, Math.Min(width, own - low), into, within);
                break;
            default:
                into.Add(new(n, low, width, 1));
                break;
        }
    }

    /// <summary>All runs of a node.</summary>
    public static List<Piece> Pieces(Node n, bool within = false)
    {
        var pieces = new List<Piece>();
        Pieces(n, 0, n.Width, pieces, within);
        return pieces;
    }

    /// <summary>The values that an argument is made of.</summary>
    public static IEnumerable<Node> Sources(Node n) =>
        Pieces(n).Select(p => p.Node).Where(s => !s.IsConstant);

    private static void Extend(Node n, int own, int above, List<Piece> into, bool within)
    {
        if (n.Op == Op.ZeroExtend)
        {
            into.Add(new(Zero, 0, above, 1));
            return;
        }
        int at = into.Count;
        Pieces(n.Args[0], own - 1, 1, into, within);
        into[at] = into[at] with { Repeat = above * into[at].Repeat };
    }

    private static readonly Node Zero = new Graph().Constant(0, 4096);
}
