using SmartNic.Hls.Ir;

namespace SmartNic.Hls.Il;

/// <summary>Makes one state of those that meet at a block. They exclude each other.</summary>
internal sealed class Joiner(Graph graph)
{
    /// <summary>The state after all of them.</summary>
    /// <param name="states">What meets.</param>
    /// <param name="from">The path that all go on from.</param>
    public State Join(IReadOnlyList<State> states, Decision? from)
    {
        if (states.Count == 1) return states[0];
        return Join([.. states.Select(s => (s, Decision.Between(from, s.Path)))], 0, from);
    }

    /// <summary>States that share their first decisions are joined below the next one.</summary>
    private State Join(List<(State State, List<Decision> Way)> states, int depth, Decision? from)
    {
        if (states.Count == 1) return states[0].State;
        var groups = states.GroupBy(s => depth < s.Way.Count ? (s.Way[depth].Bit,
            s.Way[depth].Value) : throw new IlException("ways that do not exclude each other"))
            .Select(g => (First: g.First().Way[depth], Joined: g.ToList())).ToList();
        if (groups.Count == 1)
            return Join(groups[0].Joined, depth + 1, groups[0].First);
        // States of one group share this decision, each as an object of its own branch.
        State? all = null;
        foreach (var (first, joined) in groups)
        {
            var next = Join(joined, depth + 1, first);
            all = all == null ? next : Two(all, next, from);
        }
        return all!;
    }

    private State Two(State x, State y, Decision? from)
    {
        List<Decision> left = Decision.Between(from, x.Path);
        List<Decision> right = Decision.Between(from, y.Path);
        bool opposite = left[0].Bit == right[0].Bit && left[0].Value != right[0].Value;
        Decision? path = from;
        Node choose;
        if (opposite)
        {
            if (!left[0].Value) (x, y, left, right) = (y, x, right, left);
            choose = left[0].Bit;
            var rest = graph.Mux(choose, Decision.All(graph, left.Skip(1)),
                Decision.All(graph, right.Skip(1)));
            if (left.Count + right.Count > 2) path = Decided(from, rest, left[0].Join);
        }
        else
        {
            choose = Decision.All(graph, left);
            path = Decided(from, graph.Or(choose, Decision.All(graph, right)),
                left[0].Join == right[0].Join ? left[0].Join : int.MinValue);
        }
        var cells = new Dictionary<Cell, IlValue>();
        foreach (var (cell, value) in x.Cells)
            if (y.Cells.TryGetValue(cell, out var other))
                cells[cell] = Select(choose, value, other);
        return new()
        {
            Cells = cells,
            Path = path,
            Stack = new(x.Stack.Zip(y.Stack, (a, b) => Select(choose, a, b)).Reverse()),
        };
    }

    private static Decision? Decided(Decision? from, Node bit, int join)
    {
        if (bit.IsOne) return from;
        bool value = true;
        while (bit.Op == Op.Not) (bit, value) = (bit.Args[0], !value);
        return new(from, bit, value, join);
    }

    /// <summary>One of two values.</summary>
    public IlValue Select(Node choose, IlValue x, IlValue y)
    {
        if (ReferenceEquals(x, y) || y is Unassigned) return x;
        switch (x, y)
        {
            case (Unassigned, _):
                return y;
            case (Word a, Word b) when a.Node.Width == b.Node.Width:
                return a.Node == b.Node ? x : new Word(graph.Mux(choose, a.Node, b.Node));
            case (Fields a, Fields b) when a.Type == b.Type:
                return new Fields(a.Type,
                    [.. a.Values.Zip(b.Values, (v, w) => Select(choose, v, w))]);
            case (WindowWord a, WindowWord b) when a.Bytes == b.Bytes:
                return a.Offset == b.Offset ? x : a with
                {
                    Offset = graph.Mux(choose, a.Offset, b.Offset),
                };
            case (Reference or Elements or Undecided, Reference or Elements or Undecided)
                when !x.Equals(y):
                return new Undecided();
            default:
                return x.Equals(y) ? x : throw new IlException(
                    $"a {x.GetType().Name} that depends on a condition");
        }
    }
}
