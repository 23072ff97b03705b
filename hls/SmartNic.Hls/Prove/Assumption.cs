namespace SmartNic.Hls.Prove;

/// <summary>
/// A graph under literals taken as true. What follows from them by unfolding conjunctions is
/// replaced by constants, so that both sides of a comparison meet in the same gates again.
/// </summary>
/// <param name="Graph">The rebuilt graph.</param>
/// <param name="Holds">Literal of the assumption itself, to be joined to what is asked.</param>
/// <param name="Outputs">The literals that were asked for, where the assumption holds.</param>
internal sealed record Assumption(Aig Graph, int Holds, int[] Outputs)
{
    /// <summary>Rebuilds until nothing new follows; null when the literals contradict.</summary>
    public static Assumption? Of(Aig graph, IReadOnlyList<int> literals, int[] outputs)
    {
        while (true)
        {
            if (Known(graph, literals) is not { } known) return null;
            var next = new Aig(graph.Inputs);
            var under = new int[graph.Inputs + graph.Ands.Count + 1];
            var kept = new List<int>();
            for (int v = 1; v < under.Length; v++)
            {
                int own = 2 * v;
                if (v > graph.Inputs)
                {
                    var (left, right) = graph.Ands[v - graph.Inputs - 1];
                    own = next.And(under[left >> 1] ^ (left & 1), under[right >> 1] ^ (right & 1));
                }
                under[v] = own;
                if (!known.TryGetValue(v, out bool value)) continue;
                int fact = own ^ (value ? 0 : 1);
                if (fact == 0) return null;
                if (fact != 1) kept.Add(fact);
                under[v] = value ? 1 : 0;
            }
            outputs = [.. outputs.Select(o => under[o >> 1] ^ (o & 1))];
            bool done = next.Ands.Count >= graph.Ands.Count;
            graph = next;
            literals = kept;
            if (done) return new(graph, kept.Aggregate(1, graph.And), outputs);
        }
    }

    /// <summary>Variables with a value, by unfolding what is a conjunction.</summary>
    private static Dictionary<int, bool>? Known(Aig graph, IReadOnlyList<int> literals)
    {
        var known = new Dictionary<int, bool>();
        var open = new Stack<int>(literals);
        while (open.TryPop(out int literal))
        {
            if (literal == 1) continue;
            if (literal == 0) return null;
            int v = literal >> 1;
            bool value = (literal & 1) == 0;
            if (known.TryGetValue(v, out bool before))
            {
                if (before != value) return null;
                continue;
            }
            known[v] = value;
            if (v <= graph.Inputs || !value) continue;
            var (left, right) = graph.Ands[v - graph.Inputs - 1];
            open.Push(left);
            open.Push(right);
        }
        return known;
    }
}
