using System.Numerics;
using SmartNic.Hls.Ir;

namespace SmartNic.Hls.Front;

/// <summary>
/// Conditions known on the path that leads to the current statement, with what follows from them
/// through not, and, or and mux.
/// </summary>
internal sealed class PathFacts
{
    public static readonly PathFacts None = new();
    private readonly PathFacts? _parent;
    private readonly Node? _condition;
    private readonly bool _value;
    private Dictionary<Node, bool>? _known;

    private PathFacts()
    {
    }

    private PathFacts(PathFacts parent, Node condition, bool value) =>
        (_parent, _condition, _value) = (parent, condition, value);

    public PathFacts And(Node condition, bool value) =>
        condition.IsConstant ? this : new(this, condition, value);

    /// <summary>Every condition that is known, and its value.</summary>
    public Dictionary<Node, bool> Known => _known ??= Close();

    /// <summary>The value of a condition if the path decides it.</summary>
    public bool? Decide(Node condition)
    {
        if (condition.IsConstant) return condition.IsOne;
        if (Known.TryGetValue(condition, out bool value)) return value;
        return condition.Op == Op.Not && Known.TryGetValue(condition.Args[0], out value)
            ? !value : null;
    }

    /// <summary>The value of a condition that follows from those that the path decides.</summary>
    public bool? Follows(Node condition, int depth = 8)
    {
        if (Decide(condition) is { } known) return known;
        if (depth == 0 || condition.Width != 1) return null;
        bool? Of(int i) => Follows(condition.Args[i], depth - 1);
        switch (condition.Op)
        {
            case Op.Not:
                return !Of(0);
            case Op.And:
                return Of(0) & Of(1);
            case Op.Or:
                return Of(0) | Of(1);
            case Op.Mux when Of(0) is { } side:
                return Of(side ? 1 : 2);
            default:
                return null;
        }
    }

    /// <summary>What was decided on the path, the latest first.</summary>
    public IEnumerable<(Node Condition, bool Value)> Conditions()
    {
        for (var at = this; at._parent != null; at = at._parent)
            yield return (at._condition!, at._value);
    }

    /// <summary>The whole path as one bit.</summary>
    public Node Condition(Graph graph)
    {
        if (_parent == null) return graph.Bit(true);
        var own = _value ? _condition! : graph.Not(_condition!);
        return graph.And(_parent.Condition(graph), own);
    }

    private Dictionary<Node, bool> Close()
    {
        if (_parent == null) return [];
        var known = new Dictionary<Node, bool>(_parent.Known);
        Learn(known, _condition!, _value);
        for (int before = -1; before != known.Count;)
        {
            before = known.Count;
            foreach (var (node, value) in known.ToList()) Infer(known, node, value);
        }
        return known;
    }

    private static void Learn(Dictionary<Node, bool> known, Node node, bool value)
    {
        if (node.IsConstant || !known.TryAdd(node, value)) return;
        if (node.Op == Op.Not) Learn(known, node.Args[0], !value);
        if (node.Width == 1 && (node.Op == Op.And && value || node.Op == Op.Or && !value))
            foreach (var arg in node.Args) Learn(known, arg, value);
        if (node.Op == Op.Mux && node.Width == 1) Settle(known, node, value ? 1 : 0);
        if (node.Op == Op.Equal && value && node.Args.FirstOrDefault(a => a.IsConstant) is { } k)
            Settle(known, node.Args[0] == k ? node.Args[1] : node.Args[0], k.Value);
    }

    /// <summary>A mux that has a value has not taken the side that cannot have it.</summary>
    private static void Settle(Dictionary<Node, bool> known, Node node, BigInteger value)
    {
        while (node.Op == Op.ZeroExtend) node = node.Args[0];
        if (node.Op != Op.Mux) return;
        bool one = CanBe(node.Args[1], value), zero = CanBe(node.Args[2], value);
        if (one == zero) return;
        Learn(known, node.Args[0], one);
        var side = node.Args[one ? 1 : 2];
        if (node.Width == 1) Learn(known, side, value.IsOne);
        else Settle(known, side, value);
    }

    private static bool CanBe(Node node, BigInteger value, int depth = 12)
    {
        while (node.Op == Op.ZeroExtend) node = node.Args[0];
        if (node.Op != Op.Mux || depth == 0)
            return node.Unsigned.Min <= value && value <= node.Unsigned.Max;
        return CanBe(node.Args[1], value, depth - 1) || CanBe(node.Args[2], value, depth - 1);
    }

    private static void Infer(Dictionary<Node, bool> known, Node node, bool value)
    {
        bool Is(Node n, out bool v)
        {
            bool inverted = n.Op == Op.Not && !known.ContainsKey(n);
            if (inverted) n = n.Args[0];
            bool found = n.IsConstant || known.ContainsKey(n);
            v = found && (n.IsConstant ? n.IsOne : known[n]) != inverted;
            return found;
        }

        if (node.Op == Op.Mux && Is(node.Args[0], out bool selected))
            Learn(known, node.Args[selected ? 1 : 2], value);
        if (node.Op is not (Op.And or Op.Or) || value == (node.Op == Op.And)) return;
        // A false "and" with one true side, a true "or" with one false side.
        for (int i = 0; i < 2; i++)
            if (Is(node.Args[i], out bool side) && side != value)
                Learn(known, node.Args[1 - i], value);
    }
}
