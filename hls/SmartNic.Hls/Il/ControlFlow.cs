namespace SmartNic.Hls.Il;

/// <summary>
/// Blocks of a body in the order in which they are executed: whatever can come before a block
/// comes before it, with loops as units (Bourdoncle 1993). So states that meet are all there when
/// their block's turn comes.
/// </summary>
internal sealed class ControlFlow
{
    private readonly int[][] _next;
    private readonly int[] _join;

    public ControlFlow(List<Instruction> code)
    {
        var starts = new SortedSet<int> { 0 };
        foreach (var i in code.Where(i => i.Ends)) starts.UnionWith(i.Targets.Append(i.Next));
        starts.RemoveWhere(s => s >= code[^1].Next);
        var number = starts.Select((s, k) => (s, k)).ToDictionary(p => p.s, p => p.k);
        Blocks = [.. number.Keys.Select(_ => new List<Instruction>())];
        int block = -1;
        foreach (var i in code)
        {
            if (number.TryGetValue(i.Offset, out int k)) block = k;
            Blocks[block].Add(i);
        }
        BlockAt = number;
        _next = [.. Blocks.Select(b => b[^1].Targets.Select(t => number[t]).Distinct().ToArray())];
        Loops = new int[Blocks.Count][];
        Place = new int[Blocks.Count];
        Order([.. Enumerable.Range(0, Blocks.Count)], [0], []);
        _join = Joins();
    }

    public List<List<Instruction>> Blocks { get; }

    /// <summary>Offset of the first instruction to block.</summary>
    public IReadOnlyDictionary<int, int> BlockAt { get; }

    /// <summary>Heads of the loops around each block, the outermost first.</summary>
    public int[][] Loops { get; }

    /// <summary>Position in the order.</summary>
    public int[] Place { get; }

    /// <summary>The block where all ways from here meet again; -1: behind the end.</summary>
    public int JoinOf(int block) => _join[block];

    private int _placed;

    /// <summary>Strongly connected parts of a part, in topological order, each with its head
    /// first, then the same within it without the head.</summary>
    private void Order(HashSet<int> part, int[] entries, int[] loops)
    {
        foreach (var component in Components(part, entries))
        {
            int head = component[0];
            bool loop = component.Count > 1 || _next[head].Contains(head);
            Loops[head] = loop ? [.. loops, head] : loops;
            Place[head] = _placed++;
            if (component.Count == 1) continue;
            var rest = component.Skip(1).ToHashSet();
            Order(rest, [.. _next[head].Where(rest.Contains)], Loops[head]);
        }
    }

    /// <summary>Tarjan's components of what entries reach within a part; the first of each is the
    /// one that is entered first.</summary>
    private List<List<int>> Components(HashSet<int> part, int[] entries)
    {
        var result = new List<List<int>>();
        var index = new Dictionary<int, int>();
        var low = new Dictionary<int, int>();
        var stack = new Stack<int>();
        var open = new HashSet<int>();
        void Visit(int b)
        {
            index[b] = low[b] = index.Count;
            stack.Push(b);
            open.Add(b);
            foreach (int t in _next[b].Reverse().Where(part.Contains))
            {
                if (!index.TryGetValue(t, out int met))
                {
                    Visit(t);
                    low[b] = Math.Min(low[b], low[t]);
                }
                else if (open.Contains(t))
                {
                    low[b] = Math.Min(low[b], met);
                }
            }
            if (low[b] != index[b]) return;
            var component = new List<int>();
            for (int t = -1; t != b; component.Add(t)) open.Remove(t = stack.Pop());
            component.Reverse();
            result.Insert(0, component);
        }
        foreach (int entry in entries.Reverse())
            if (!index.ContainsKey(entry)) Visit(entry);
        return result;
    }

    /// <summary>Immediate post-dominators; ways that end in a throw do not count.</summary>
    private int[] Joins()
    {
        int n = Blocks.Count, end = n;
        var after = new HashSet<int>?[n + 1];
        after[end] = [end];
        for (bool changed = true; changed;)
        {
            changed = false;
            foreach (int b in Enumerable.Range(0, n).OrderByDescending(b => Place[b]))
            {
                if (Loops[b] == null) continue;
                bool returns = Blocks[b][^1].Name == "ret";
                var known = (returns ? [end] : _next[b]).Where(t => after[t] != null)
                    .Select(t => after[t]!).ToList();
                if (known.Count == 0) continue;
                var all = known.Skip(1).Aggregate(known[0].ToHashSet(), (x, y) =>
                {
                    x.IntersectWith(y);
                    return x;
                });
                all.Add(b);
                if (after[b] is { } old && old.SetEquals(all)) continue;
                after[b] = all;
                changed = true;
            }
        }
        return [.. Enumerable.Range(0, n).Select(b => after[b] == null ? -1
            : after[b]!.Where(t => t != b && t != end)
                .OrderByDescending(t => after[t]!.Count).FirstOrDefault(-1))];
    }
}
