using System.Numerics;
using SmartNic.Hls.Ir;

namespace SmartNic.Hls.Passes;

/// <summary>
/// Sums of many terms become trees over the terms in the order in which they are written, constants
/// last. The specification is built with the same trees: no solver proves a large sum that was
/// added in another order. Short sums stay as they are written.
/// </summary>
internal static class SumTrees
{
    /// <summary>Terms from which on a sum is a tree.</summary>
    public const int ManyTerms = 16;

    /// <summary>The design with trees for its long sums.</summary>
    public static Design Run(Design design)
    {
        var uses = new Dictionary<Node, int>();
        design.Rebuild((node, _) =>
        {
            foreach (var arg in node.Args) uses[arg] = uses.GetValueOrDefault(arg) + 1;
            return node;
        });
        foreach (var node in design.Outputs.Select(o => o.Node)
            .Concat(design.Calls.Select(c => c.Call))) uses[node] = int.MaxValue / 2;
        var inner = new HashSet<Node>();
        var sums = new Dictionary<Node, List<Node>>();
        foreach (var node in uses.Keys.Concat(design.Outputs.Select(o => o.Node)).Distinct()
            .Where(n => n.Op == Op.Add).OrderByDescending(n => n.Id))
        {
            if (inner.Contains(node)) continue;
            var terms = Terms(node, uses, inner);
            if (terms.Count >= ManyTerms) sums[node] = terms;
        }
        if (sums.Count == 0) return design;
        var map = new Dictionary<Node, Node>();
        return design.Rebuild((node, args) => map[node] = sums.TryGetValue(node, out var terms)
            ? Passes.Rebuild.KeepName(node, Tree(design.Graph, node, terms, map))
            : Passes.Rebuild.Copy(design.Graph, node, args));
    }

    /// <summary>The terms of a sum, through inner sums that nobody else reads.</summary>
    private static List<Node> Terms(Node sum, Dictionary<Node, int> uses, HashSet<Node> inner)
    {
        var terms = new List<Node>();
        var open = new Stack<Node>([sum]);
        while (open.TryPop(out var node))
        {
            var bare = node.Op == Op.ZeroExtend && uses.GetValueOrDefault(node) == 1
                ? node.Args[0] : node;
            bool link = node == sum || bare.Op == Op.Add && uses.GetValueOrDefault(bare) == 1
                && (bare == node || Fits(bare));
            if (!link)
            {
                terms.Add(node);
                continue;
            }
            if (node != sum) inner.Add(bare);
            // What is a sum itself was written first.
            var (first, last) = (bare.Args[0], bare.Args[1]);
            if (IsSum(last) && !IsSum(first)) (first, last) = (last, first);
            open.Push(last);
            open.Push(first);
        }
        return terms;
    }

    private static bool IsSum(Node n) =>
        n.Op == Op.Add || n.Op == Op.ZeroExtend && n.Args[0].Op == Op.Add;

    private static bool Fits(Node sum) =>
        sum.Args[0].Unsigned.Max + sum.Args[1].Unsigned.Max <= Bits.Mask(sum.Width);

    private static Node Tree(
        Graph graph, Node sum, List<Node> terms, Dictionary<Node, Node> map)
    {
        graph.Here = sum.Origin;
        var constant = terms.Where(t => t.IsConstant)
            .Aggregate(BigInteger.Zero, (all, t) => all + t.Value);
        List<Node> level = [.. terms.Where(t => !t.IsConstant)
            .Select(t => graph.ZeroExtend(map[t], sum.Width))];
        if (!constant.IsZero) level.Add(graph.Constant(constant, sum.Width));
        while (level.Count > 1)
            level = [.. level.Chunk(2).Select(p => p.Length == 1 ? p[0]
                : graph.Make(Op.Add, sum.Width, p[0], p[1]))];
        return level[0];
    }
}
