using SmartNic.Hls.Ir;

namespace SmartNic.Hls.Passes;

/// <summary>
/// Values that are xor of many bits (CRC, Toeplitz), however they are written: each bit becomes a
/// tree of <see cref="Op.Parity"/> over what is not linear. A loop over 512 bits is four levels.
/// </summary>
internal static class Linear
{
    /// <summary>Below this many terms in a bit a value stays as it was written.</summary>
    private const int ManyTerms = 16;

    public static Design Run(Design design)
    {
        var live = design.Live();
        var ends = Ends(design, live, Forms(live, new HashSet<Node>()));
        // What is needed as it is, is not taken apart again by those who read it.
        var forms = Forms(live, ends);
        ends.RemoveWhere(n => forms.Of(n).All(f => f.Length <= ManyTerms));
        if (ends.Count == 0) return design;
        var map = new Dictionary<Node, Node>();
        var levels = new Dictionary<Node, int>();
        foreach (var node in live)
        {
            design.Graph.Here = node.Origin;
            levels[node] = Level(node, levels);
            map[node] = ends.Contains(node) ? Trees(design.Graph, node, forms, map, levels)
                : Rebuild.Copy(design.Graph, node, [.. node.Args.Select(a => map[a])]);
        }
        return design.Map(n => map[n]);
    }

    /// <summary>Linear values that someone reads who is not linear.</summary>
    private static HashSet<Node> Ends(Design design, List<Node> live, LinearForms forms)
    {
        var read = new HashSet<Node>();
        void Read(Node n)
        {
            if (!read.Add(n)) return;
            if (n.IsWiring) foreach (var arg in n.Args) Read(arg);
        }
        foreach (var node in live.Where(n => !n.IsWiring && !forms.IsLinear(n)))
            foreach (var arg in node.Args) Read(arg);
        foreach (var output in design.Roots) Read(output);
        return [.. live.Where(n => !n.IsWiring && forms.IsLinear(n) && read.Contains(n))];
    }

    private static LinearForms Forms(List<Node> live, HashSet<Node> atoms)
    {
        var forms = new LinearForms(atoms);
        foreach (var node in live) forms.Of(node);
        return forms;
    }

    private static int Level(Node n, Dictionary<Node, int> levels)
    {
        int latest = n.Args.Select(a => levels[a]).DefaultIfEmpty(0).Max();
        return latest + n.Op switch
        {
            Op.Input => 0,
            Op.Call => 100,
            Op.Add or Op.Subtract or Op.Less or Op.LessSigned => 3,
            _ => n.IsWiring ? 0 : 1,
        };
    }

    private static Node Trees(Graph graph, Node root, LinearForms forms,
        Dictionary<Node, Node> map, Dictionary<Node, int> levels)
    {
        var bits = forms.Of(root);
        int[] atoms = [.. bits.SelectMany(f => f).Where(a => a != 0).Distinct().Order()];
        var place = atoms.Select((a, i) => (a, i)).ToDictionary(p => p.a, p => p.i);
        var network = new XorNetwork(
            [.. bits.Select(f => f.Where(a => a != 0).Select(a => place[a]).ToArray())],
            [.. atoms.Select(a => levels[forms.Atom(a).Node])]);
        var terms = atoms.Select(forms.Atom)
            .Select(a => graph.Slice(map[a.Node], a.Bit, 1)).ToList();
        foreach (var gate in network.Gates)
            terms.Add(graph.Make(Op.Parity, 1, [.. gate.Select(t => terms[t])]));
        Node? all = null;
        for (int i = bits.Length; i-- > 0;)
        {
            var bit = network.Sums[i] < 0 ? graph.Constant(0, 1) : terms[network.Sums[i]];
            if (bits[i] is [0, ..]) bit = graph.Not(bit);
            all = all == null ? bit : graph.Concat(all, bit);
        }
        return all!;
    }
}
