using SmartNic.Hls.Ir;
using SmartNic.Hls.Schedule;

namespace SmartNic.Hls.Passes;

/// <summary>
/// Timing-driven rebalancing: chains of and, or, xor become trees that join the early values
/// first; the late leg of a priority chain of muxes moves to its end. Sums stay as they are:
/// <see cref="SumTrees"/> has made trees of the long ones.
/// </summary>
internal sealed class Balance
{
    private const int MaxLeaves = 48;
    private readonly Graph _graph;
    private readonly DelayModel _delays;
    private readonly Dictionary<Node, int> _uses = [];
    private readonly Dictionary<Node, Node> _map = [];
    private readonly Dictionary<Node, double> _arrival = [];

    private Balance(Design design) => (_graph, _delays) = (design.Graph, design.Delays);

    public static Design Run(Design design)
    {
        var pass = new Balance(design);
        var live = design.Live();
        foreach (var node in live.SelectMany(n => n.Args).Concat(design.Roots))
            pass._uses[node] = pass._uses.GetValueOrDefault(node) + 1;
        foreach (var node in live)
        {
            design.Graph.Here = node.Origin;
            var args = node.Args.Select(a => pass._map[a]).ToArray();
            var better = pass.Chain(node) ?? (node.Op == Op.Mux ? pass.Rotate(args) : null)
                ?? Rebuild.Copy(design.Graph, node, args);
            pass._map[node] = Rebuild.KeepName(node, better);
        }
        return design.Map(n => pass._map[n]);
    }

    private Node? Chain(Node node)
    {
        if (node.Op is not (Op.And or Op.Or or Op.Xor)) return null;
        var leaves = new List<Node>();
        Collect(node, node, leaves);
        if (leaves.Count < 3) return null;
        var queue = new PriorityQueue<Node, (double, int)>();
        IEnumerable<Node> terms = leaves.Select(n => _graph.ZeroExtend(_map[n], node.Width));
        if (node.Op is Op.And or Op.Or) terms = terms.Distinct();
        foreach (var term in terms) queue.Enqueue(term, (Arrival(term), term.Id));
        while (queue.Count > 1)
        {
            var joined = _graph.Make(node.Op, node.Width, queue.Dequeue(), queue.Dequeue());
            queue.Enqueue(joined, (Arrival(joined), joined.Id));
        }
        return queue.Dequeue();
    }

    /// <summary>The terms of a chain, through inner links that nobody else uses.</summary>
    private void Collect(Node n, Node top, List<Node> leaves)
    {
        bool inner = n.Op == top.Op && leaves.Count < MaxLeaves
            && (n == top || _uses[n] == 1 || top.Width == 1);
        if (!inner)
        {
            leaves.Add(n);
            return;
        }
        foreach (var arg in n.Args) Collect(arg, top, leaves);
    }

    /// <summary>c ? t : (d ? u : late) = (c | d) ? (c ? t : u) : late.</summary>
    private Node? Rotate(Node[] args)
    {
        var (c, t, f) = (args[0], args[1], args[2]);
        if (f.Op != Op.Mux) return null;
        double others = new[] { c, t, f.Args[0], f.Args[1] }.Max(Arrival);
        if (Arrival(f.Args[2]) <= others + _delays.Lut) return null;
        return _graph.Mux(_graph.Or(c, f.Args[0]), _graph.Mux(c, t, f.Args[1]), f.Args[2]);
    }

    private double Arrival(Node n)
    {
        double latest = 0;
        foreach (var source in Wiring.Sources(n)) latest = Math.Max(latest, Settled(source));
        return latest;
    }

    private double Settled(Node n)
    {
        if (_arrival.TryGetValue(n, out double at)) return at;
        at = n.Args.Select(Arrival).DefaultIfEmpty(0).Max();
        // A call costs whole clocks: far later than any logic.
        at += n.Op == Op.Call ? 4 * (n.Site!.Latency + 1) : DelayModel.IsLut(n) ? 0.6 * _delays.Lut
            : _delays.Of(n);
        return _arrival[n] = at;
    }
}
