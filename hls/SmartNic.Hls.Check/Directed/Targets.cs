using SmartNic.Hls.Ir;
using SmartNic.Hls.Prove;

namespace SmartNic.Hls.Check.Directed;

/// <summary>
/// What directed packets should make true: every condition of a design, once true and once false,
/// where it matters for an output or an access.
/// </summary>
internal sealed class Targets(Aig graph, DesignGates gates)
{
    private readonly Dictionary<Node, int> _matters = [];
    private readonly List<int> _found = [];

    /// <summary>Literals that stand for a condition of the design.</summary>
    /// <param name="design">The design.</param>
    /// <param name="nodes">Its nodes in topological order.</param>
    public IReadOnlyList<int> Of(Design design, IReadOnlyList<Node> nodes)
    {
        foreach (var output in design.Outputs) Matters(output.Node, 1);
        foreach (var (call, condition) in design.Calls)
        {
            int reached = gates[condition][0];
            Both(1, reached);
            Matters(condition, 1);
            Matters(call, reached);
        }
        for (int i = nodes.Count; i-- > 0;)
            if (_matters.TryGetValue(nodes[i], out int when)) Pass(nodes[i], when);
        return _found;
    }

    private void Pass(Node n, int when)
    {
        int Bit(int argument) => gates[n.Args[argument]][0];
        if (n.Width == 1 && n.Op is Op.Equal or Op.Less or Op.LessSigned)
            Both(when, gates[n][0]);
        switch (n.Op)
        {
            case Op.Mux:
                Both(when, Bit(0));
                Matters(n.Args[0], when);
                Matters(n.Args[1], graph.And(when, Bit(0)));
                Matters(n.Args[2], graph.And(when, Bit(0) ^ 1));
                break;
            case Op.And or Op.Or when n.Width == 1:
                // One side matters where the other does not decide.
                int undecided = n.Op == Op.And ? 0 : 1;
                Matters(n.Args[0], graph.And(when, Bit(1) ^ undecided));
                Matters(n.Args[1], graph.And(when, Bit(0) ^ undecided));
                break;
            default:
                foreach (var argument in n.Args) Matters(argument, when);
                break;
        }
    }

    private void Matters(Node n, int when) =>
        _matters[n] = graph.Or(_matters.GetValueOrDefault(n), when);

    private void Both(int when, int condition)
    {
        _found.Add(graph.And(when, condition));
        _found.Add(graph.And(when, condition ^ 1));
    }
}
