using SmartNic.Hls.Ir;

namespace SmartNic.Hls.Passes;

/// <summary>
/// An operation that alone takes longer than a clock becomes several that fit: sums in chunks
/// whose carry goes on a clock later, comparisons from their chunks, shifts bit by bit of the
/// count. What fits stays as it is.
/// </summary>
internal sealed class SplitWide
{
    private const int LeastChunk = 4;

    /// <summary>Bits of two values that one LUT compares.</summary>
    private const int OneLut = 3;
    private readonly Graph _graph;
    private readonly Dictionary<Node, Node> _map = [];

    private SplitWide(Graph graph) => _graph = graph;

    /// <summary>The design with every operation that does not fit split.</summary>
    public static Design Run(Design design)
    {
        var live = design.Live();
        if (design.OneClock || !live.Exists(n => design.Delays.Of(n) > design.BudgetNs))
            return design;
        var pass = new SplitWide(design.Graph);
        foreach (var node in live)
        {
            design.Graph.Here = node.Origin;
            var args = node.Args.Select(a => pass._map[a]).ToArray();
            var split = design.Delays.Of(node) > design.BudgetNs ? pass.Split(design, node, args)
                : null;
            pass._map[node] = Rebuild.KeepName(node,
                split ?? Rebuild.Copy(design.Graph, node, args));
        }
        return design.Map(n => pass._map[n]);
    }

    private Node? Split(Design design, Node node, Node[] args)
    {
        var d = design.Delays;
        // A chunk has a carry bit above it.
        int add = (int)((design.BudgetNs - d.Carry) / d.AddBit) - 1;
        int compare = (int)((design.BudgetNs - d.Lut - d.Carry) / d.CompareBit);
        return node.Op switch
        {
            Op.Add or Op.Subtract when add >= LeastChunk => Sum(node, args, add),
            Op.Less or Op.LessSigned => Order(node.Op, args, Math.Max(compare, OneLut)),
            Op.Equal => Same(args),
            Op.ShiftLeft or Op.ShiftRight or Op.ShiftRightSigned => Shift(node, args),
            _ => null,
        };
    }

    /// <summary>
    /// Chunks of x + y, or x - y, each with its carry or borrow on top; then from low to high one
    /// takes the carry of the one below.
    /// </summary>
    private Node Sum(Node node, Node[] args, int chunk)
    {
        Node? result = null, carry = null;
        for (int low = 0; low < node.Width; low += chunk)
        {
            int width = Math.Min(chunk, node.Width - low);
            Node Part(int i) => _graph.ZeroExtend(_graph.Slice(args[i], low, width), width + 1);
            var sum = _graph.Make(node.Op, width + 1, Part(0), Part(1));
            if (carry != null)
                sum = _graph.Make(node.Op, width + 1, sum, _graph.ZeroExtend(carry, width + 1));
            carry = _graph.Slice(sum, width, 1);
            var part = _graph.Slice(sum, 0, width);
            result = result == null ? part : _graph.Concat(part, result);
        }
        return result!;
    }

    /// <summary>x &lt; y: less in the highest chunk in which they differ.</summary>
    private Node Order(Op op, Node[] args, int chunk)
    {
        Node? less = null;
        for (int low = 0; low < args[0].Width; low += chunk)
        {
            int width = Math.Min(chunk, args[0].Width - low);
            var (x, y) = (_graph.Slice(args[0], low, width), _graph.Slice(args[1], low, width));
            var here = _graph.Make(low + width == args[0].Width ? op : Op.Less, 1, x, y);
            less = less == null ? here
                : _graph.Or(here, _graph.And(Same([x, y]), less));
        }
        return less!;
    }

    /// <summary>Chunks of one LUT, and a tree of ands.</summary>
    private Node Same(Node[] args)
    {
        int chunk = args[1].IsConstant ? 2 * OneLut : OneLut;
        var parts = new List<Node>();
        for (int low = 0; low < args[0].Width; low += chunk)
        {
            int width = Math.Min(chunk, args[0].Width - low);
            parts.Add(_graph.Make(Op.Equal, 1,
                _graph.Slice(args[0], low, width), _graph.Slice(args[1], low, width)));
        }
        while (parts.Count > 1)
            parts = [.. parts.Chunk(2).Select(p => p.Length == 1 ? p[0] : _graph.And(p[0], p[1]))];
        return parts[0];
    }

    /// <summary>One choice per bit of the count.</summary>
    private Node Shift(Node node, Node[] args)
    {
        var value = args[0];
        for (int bit = 0; bit < args[1].Width; bit++)
        {
            int step = bit < 31 ? (int)Math.Min(1L << bit, node.Width) : node.Width;
            var by = _graph.Make(node.Op, node.Width, value, _graph.Constant(step, 32));
            value = _graph.Mux(_graph.Slice(args[1], bit, 1), by, value);
        }
        return value;
    }
}
