using SmartNic.Hls.Ir;

namespace SmartNic.Hls.Passes;

/// <summary>
/// Keeps of every value only the bits that someone needs. One global pass after building: narrowing
/// while building would clone logic.
/// </summary>
internal static class DemandedBits
{
    private readonly record struct Need(int Low, int High)
    {
        public Need Join(Need other) => new(Math.Min(Low, other.Low), Math.Max(High, other.High));
    }

    public static Design Run(Design design)
    {
        var graph = design.Graph;
        var live = design.Live();
        var needs = new Dictionary<Node, Need>();
        foreach (var root in design.Roots) needs[root] = new(0, root.Width);
        foreach (var node in Enumerable.Reverse(live)) Propagate(needs, node);
        var map = new Dictionary<Node, Node>();
        Node Get(Node n, int low, int width) => graph.Slice(map[n], low - needs[n].Low, width);
        Node Whole(Node n) => Get(n, 0, n.Width);
        foreach (var node in live)
        {
            graph.Here = node.Origin;
            map[node] = Rebuild.KeepName(node, Narrow(graph, node, needs[node], Get, Whole));
        }
        return design.Map(n => map[n]);
    }

    private static void Propagate(Dictionary<Node, Need> needs, Node node)
    {
        void Add(int arg, int low, int high)
        {
            var a = node.Args[arg];
            low = Math.Clamp(low, 0, a.Width - 1);
            var need = new Need(low, Math.Clamp(high, low + 1, a.Width));
            needs[a] = needs.TryGetValue(a, out var old) ? old.Join(need) : need;
        }
        if (!IsBitwise(node.Op) && node.Op is not (
            Op.Slice or Op.Concat or Op.ZeroExtend or Op.SignExtend or Op.Enter or Op.Leave))
            needs[node] = needs[node] with { Low = 0 };
        var (low, high) = needs[node];
        switch (node.Op)
        {
            case Op.And or Op.Or or Op.Xor or Op.Not or Op.ZeroExtend or Op.SignExtend:
            case Op.Enter or Op.Leave:
            case Op.Add or Op.Subtract:
                for (int i = 0; i < node.Args.Count; i++) Add(i, low, high);
                break;
            case Op.Mux:
                Add(0, 0, 1);
                Add(1, low, high);
                Add(2, low, high);
                break;
            case Op.Slice:
                Add(0, node.Low + low, node.Low + high);
                break;
            case Op.Concat:
                int split = node.Args[1].Width;
                if (high > split) Add(0, low - split, high - split);
                else Add(0, 0, 1);
                if (low < split) Add(1, low, high);
                else Add(1, split - 1, split);
                break;
            case Op.ShiftLeft:
                Add(0, 0, high);
                Add(1, 0, node.Args[1].Width);
                break;
            default:
                for (int i = 0; i < node.Args.Count; i++) Add(i, 0, node.Args[i].Width);
                break;
        }
    }

    private static Node Narrow(Graph graph, Node node, Need need,
        Func<Node, int, int, Node> get, Func<Node, Node> whole)
    {
        var (low, high) = need;
        int width = high - low;
        switch (node.Op)
        {
            case Op.Input or Op.Constant:
                return graph.Slice(node, low, width);
            case Op.And or Op.Or or Op.Xor or Op.Not:
            case Op.Add or Op.Subtract:
                return graph.Make(node.Op, width, [.. node.Args.Select(a => get(a, low, width))]);
            case Op.Mux:
                return graph.Mux(whole(node.Args[0]),
                    get(node.Args[1], low, width), get(node.Args[2], low, width));
            case Op.ShiftLeft:
                return graph.Make(Op.ShiftLeft, width, get(node.Args[0], 0, width),
                    whole(node.Args[1]));
            case Op.Slice:
                return get(node.Args[0], node.Low + low, width);
            case Op.Concat:
                int split = node.Args[1].Width;
                if (low >= split) return get(node.Args[0], low - split, width);
                if (high <= split) return get(node.Args[1], low, width);
                return graph.Concat(get(node.Args[0], 0, high - split),
                    get(node.Args[1], low, split - low));
            case Op.ZeroExtend or Op.SignExtend:
                var arg = node.Args[0];
                int from = Math.Min(low, arg.Width - 1);
                var part = get(arg, from, Math.Min(high, arg.Width) - from is > 0 and var w ? w
                    : 1);
                if (high <= arg.Width) return part;
                if (node.Op == Op.SignExtend) return graph.SignExtend(part, width);
                return low >= arg.Width ? graph.Constant(0, width) : graph.ZeroExtend(part, width);
            case Op.Enter or Op.Leave:
                // A field keeps its bits' places: those that nobody reads are 0.
                var read = graph.ZeroExtend(get(node.Args[0], low, width), node.Width - low);
                return graph.Slice(graph.Cross(node, low == 0 ? read
                    : graph.Concat(read, graph.Constant(0, low))), low, width);
            default:
                var args = node.Args.Select(whole).ToArray();
                var copy = Rebuild.Copy(graph, node, args);
                return graph.Slice(copy, low, width);
        }
    }

    private static bool IsBitwise(Op op) =>
        op is Op.And or Op.Or or Op.Xor or Op.Not or Op.Mux or Op.Input or Op.Constant;
}
