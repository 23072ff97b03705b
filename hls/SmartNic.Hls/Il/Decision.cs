using SmartNic.Hls.Front;
using SmartNic.Hls.Ir;

namespace SmartNic.Hls.Il;

/// <summary>A decision on the way to here, and those before it.</summary>
/// <param name="parent">Those before; null for the first.</param>
/// <param name="bit">What was tested; never a complement.</param>
/// <param name="value">What it was.</param>
/// <param name="join">Block where all sides meet again; -1: behind the end of the method.</param>
internal sealed class Decision(Decision? parent, Node bit, bool value, int join)
{
    public Decision? Parent { get; } = parent;

    public Node Bit { get; } = bit;

    public bool Value { get; } = value;

    public int Join { get; } = join;

    /// <summary>Its own condition.</summary>
    public Node Holds(Graph graph) => Value ? Bit : graph.Not(Bit);

    /// <summary>All decisions between a path and one that it goes on from, the first one
    /// first.</summary>
    public static List<Decision> Between(Decision? from, Decision? to)
    {
        var list = new List<Decision>();
        for (; to != from; to = to.Parent)
            list.Add(to ?? throw new InvalidOperationException("a path does not go on from here"));
        list.Reverse();
        return list;
    }

    /// <summary>The conjunction of decisions.</summary>
    public static Node All(Graph graph, IEnumerable<Decision> decisions) =>
        decisions.Aggregate(graph.Bit(true), (all, d) => All(graph, all, d.Holds(graph)));

    private static Node All(Graph graph, Node x, Node y) => x.IsOne ? y : graph.And(x, y);

    /// <summary>What all decisions up to here say of other conditions.</summary>
    public PathFacts Facts => _facts ??= (Parent?.Facts ?? PathFacts.None).And(Bit, Value);

    private PathFacts? _facts;

    /// <summary>What a path says of a condition, if it follows from what was tested.</summary>
    public static bool? Decide(Decision? path, Node bit) =>
        (path?.Facts ?? PathFacts.None).Decide(bit);
}
