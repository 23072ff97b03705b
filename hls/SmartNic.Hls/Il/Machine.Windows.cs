using SmartNic.Hls.Ir;

namespace SmartNic.Hls.Il;

internal sealed partial class Machine
{
    private readonly Dictionary<(Node Offset, Node Reached), (int Bytes, Node Length)> _reads = [];

    /// <summary>That accesses stay within the bytes of a frame, natively unchecked.</summary>
    public IEnumerable<(string What, Node Reached, Node Holds)> Bounds => _reads.Select(r =>
        ("an access stays in its window", r.Key.Reached, graph.Not(graph.Make(Op.Less, 1,
            graph.Constant((r.Value.Length.Width / 8) - r.Value.Bytes, 32), r.Key.Offset))));

    private IlValue? Window(IlValue self, string name, IlValue[] arguments)
    {
        var window = self as WindowWord ?? throw new IlException("a window that is not known");
        window = window with { Offset = Here(window.Offset) };
        switch (name)
        {
            case "get_View":
                return window;
            case "Skip":
                return window with
                {
                    Offset = graph.Make(Op.Add, 32, window.Offset, Bits(arguments[1])),
                };
            case "Push":
                return Push(window, Bits(arguments[1]));
        }
        bool write = name.StartsWith("Set", StringComparison.Ordinal);
        int bytes = int.Parse(name.AsSpan(write ? 4 : 1)) / 8;
        var at = graph.Make(Op.Add, 32, window.Offset, Bits(arguments[1]));
        var all = Bits(State.Cells[window.Bytes]);
        Bound(window.Offset, Bits(arguments[1]), bytes, all);
        if (write)
        {
            Write(window, at, Value(arguments[2], bytes));
            return null;
        }
        // One shift for all reads at a position, as long as their offsets are constants.
        var offset = Bits(arguments[1]);
        bool near = offset.IsConstant && offset.Value + bytes <= all.Width / 8;
        var shifted = Shifted(Op.ShiftLeft, all, near ? window.Offset : at);
        int first = near ? (int)offset.Value : 0;
        var value = graph.Slice(shifted, all.Width - (8 * (first + bytes)), 8 * bytes);
        return bytes == 6 ? PortLayout.Make(graph, typeof(Language.U48), "", (_, _) => value)
            : new Word(value.Width < 32 ? graph.ZeroExtend(value, 32) : value);
    }

    /// <summary>Accesses at one position on one path need one bound, the furthest.</summary>
    private void Bound(Node position, Node offset, int bytes, Node all)
    {
        if (!offset.IsConstant)
            (position, offset) = (graph.Make(Op.Add, 32, position, offset), graph.Constant(0, 32));
        long first = (long)offset.Signed.Min;
        if (first < 0)
            (position, first) = (graph.Make(Op.Add, 32, position, offset), 0);
        var key = (position, Reached);
        int end = (int)Math.Min(first + bytes, all.Width / 8);
        if (first + bytes > all.Width / 8)
        {
            Demand("an access stays in its window", graph.Bit(false));
        }
        if (!_reads.TryGetValue(key, out var known) || known.Bytes < end) _reads[key] = (end, all);
    }

    private Node Value(IlValue value, int bytes) => value is Fields narrow
        ? Narrow(Bits(narrow.Values[0]), 8 * bytes) : Narrow(Bits(value), 8 * bytes);

    /// <summary>A vector of bytes shifted by a position. Positions are proved to be below its
    /// length, so that higher bits do not count.</summary>
    private Node Shifted(Op op, Node vector, Node position)
    {
        int bits = Ir.Bits.Length(vector.Width / 8);
        return graph.Make(op, vector.Width, vector,
            graph.Concat(graph.Slice(position, 0, bits), graph.Constant(0, 3)));
    }

    private void Write(WindowWord window, Node at, Node value)
    {
        var old = Bits(State.Cells[window.Bytes]);
        Node Top(Node x) => Shifted(Op.ShiftRight,
            graph.Concat(x, graph.Constant(0, old.Width - x.Width)), at);
        var kept = graph.And(old, graph.Not(Top(graph.Constant(-1, value.Width))));
        State.Cells[window.Bytes] = new Word(graph.Or(kept, Top(value)));
    }

    private WindowWord Push(WindowWord window, Node bytes)
    {
        var old = Bits(State.Cells[window.Bytes]);
        Demand("a push stays in the headroom",
            graph.Not(graph.Make(Op.Less, 1, window.Offset, bytes)));
        var to = graph.Make(Op.Subtract, 32, window.Offset, bytes);
        var ones = graph.Constant(-1, old.Width);
        var fresh = graph.And(Shifted(Op.ShiftRight, ones, to),
            graph.Not(Shifted(Op.ShiftRight, ones, window.Offset)));
        State.Cells[window.Bytes] = new Word(graph.And(old, graph.Not(fresh)));
        return window with { Offset = to };
    }

    /// <summary>The words of a window that a stage is given; it reads no further than its contract
    /// says.</summary>
    public IEnumerable<Node> Words(WindowWord window, int bytes)
    {
        window = window with { Offset = Here(window.Offset) };
        var all = Bits(State.Cells[window.Bytes]);
        Demand("a stage's window lies in the frame", graph.Not(graph.Make(Op.Less, 1,
            graph.Constant((all.Width / 8) - bytes, 32), window.Offset)));
        var shifted = Shifted(Op.ShiftLeft, all, window.Offset);
        return Enumerable.Range(1, Language.Window.LengthBytes / 8).Select(i =>
            graph.Slice(shifted, shifted.Width - (64 * i), 64));
    }

    /// <summary>The words that leave, from a position on; zeros behind the frame.</summary>
    public IEnumerable<Node> Leaving(WindowWord window, int words)
    {
        var all = Bits(State.Cells[window.Bytes]);
        Demand("the last position lies in the frame", graph.Not(graph.Make(Op.Less, 1,
            graph.Constant(all.Width / 8, 32), window.Offset)));
        var shifted = Shifted(Op.ShiftLeft, all, window.Offset);
        return Enumerable.Range(1, words).Select(i => graph.Slice(shifted, all.Width - (64 * i),
            64));
    }
}
