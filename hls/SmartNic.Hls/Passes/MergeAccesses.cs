using SmartNic.Hls.Ir;

namespace SmartNic.Hls.Passes;

/// <summary>
/// Accesses to one memory on paths that exclude each other become one, whose arguments are those of
/// the path that runs. That they do exclude each other is for the caller to show; a specification
/// gets it as a duty.
/// </summary>
internal sealed class MergeAccesses
{
    private readonly Design _design;
    private readonly Dictionary<string, List<(Node Call, Node Condition)>> _groups;
    private readonly Dictionary<Node, Node> _map = [];

    private MergeAccesses(Design design) => (_design, _groups) = (design, design.Calls
        .Where(c => c.Call.Site!.Kind != CallKind.Product).GroupBy(c => c.Call.Site!.Name)
        .Where(g => g.Count() > 1).ToDictionary(g => g.Key, g => g.ToList()));

    /// <summary>The design with one access to each memory.</summary>
    /// <param name="design">A design as a front end has built it.</param>
    /// <param name="cyclic">What to throw where the arguments of one access depend on what
    /// another one gives.</param>
    public static Design Run(Design design, Func<string, Exception> cyclic)
    {
        var pass = new MergeAccesses(design);
        if (pass._groups.Count == 0) return design;
        IEnumerable<(string, Node, Node)> Apart(List<(Node Call, Node Condition)> accesses) =>
            from i in Enumerable.Range(0, accesses.Count)
            from k in Enumerable.Range(0, i)
            select ("one access to a memory", accesses[k].Condition,
                design.Graph.Not(accesses[i].Condition));
        design = design with
        {
            Duties = [.. design.Duties, .. pass._groups.Values.SelectMany(Apart)],
        };
        foreach (var root in design.Outputs.Select(o => o.Node)
            .Concat(design.Calls.SelectMany(c => new[] { c.Call, c.Condition }))
            .Concat(design.Duties.SelectMany(d => new[] { d.Reached, d.Holds })))
            pass.Map(root, cyclic);
        var map = pass._map;
        return design with
        {
            Outputs = [.. design.Outputs.Select(o => o with { Node = map[o.Node] })],
            Calls = [.. design.Calls.GroupBy(c => map[c.Call]).Select(g => (g.Key,
                g.Select(c => map[c.Condition]).Aggregate(design.Graph.Or)))],
            Duties = [.. design.Duties.Select(d => (d.What, map[d.Reached], map[d.Holds]))],
        };
    }

    private List<(Node Call, Node Condition)>? GroupOf(Node n) => n.Op == Op.Call
        && n.Site!.Kind != CallKind.Product ? _groups.GetValueOrDefault(n.Site.Name) : null;

    private void Map(Node root, Func<string, Exception> cyclic)
    {
        var open = new Stack<Node>([root]);
        var entered = new HashSet<Node>();
        while (open.TryPeek(out var node))
        {
            // All accesses of a group are the one that stands first.
            if (GroupOf(node) is { } all && node != all[0].Call)
            {
                if (_map.TryGetValue(all[0].Call, out var merged)) _map[node] = merged;
                else if (entered.Contains(all[0].Call)) throw cyclic(node.Site!.Name);
                else open.Push(all[0].Call);
                if (_map.ContainsKey(node)) open.Pop();
                continue;
            }
            List<Node> needed = GroupOf(node) is { } group
                ? [.. group.SelectMany(a => a.Call.Args.Append(a.Condition))] : [.. node.Args];
            var missing = needed.Where(n => !_map.ContainsKey(n)).ToList();
            if (_map.ContainsKey(node) || missing.Count == 0)
            {
                if (!_map.ContainsKey(node)) _map[node] = Rebuilt(node);
                open.Pop();
                continue;
            }
            if (!entered.Add(node)) throw cyclic(node.Site?.Name ?? "memory");
            foreach (var n in missing)
            {
                if (entered.Contains(n)) throw cyclic(n.Site?.Name ?? "memory");
                open.Push(n);
            }
        }
    }

    private Node Rebuilt(Node node)
    {
        var graph = _design.Graph;
        if (GroupOf(node) is not { } group)
            return Rebuild.Copy(graph, node, [.. node.Args.Select(a => _map[a])]);
        graph.Here = node.Origin;
        var args = group[^1].Call.Args.Select(a => _map[a]).ToArray();
        for (int i = group.Count - 1; i-- > 0;)
            for (int k = 0; k < args.Length; k++)
            {
                var own = _map[group[i].Call.Args[k]];
                bool valid = node.Site!.Kind == CallKind.Update && k == 0;
                args[k] = valid ? graph.Or(own, args[k])
                    : own == args[k] ? own : graph.Mux(_map[group[i].Condition], own, args[k]);
            }
        return graph.Call(node.Site! with { Key = node.Site.Name }, node.Width, args);
    }
}
