using Microsoft.CodeAnalysis;
using SmartNic.Hls.Ir;

namespace SmartNic.Hls.Front;

/// <summary>
/// Takes values across the edge of a stage, and writes down what crosses. No value of one stage is
/// one of another, so each can be a module, with a proof of its own.
/// </summary>
internal sealed class StageEdge(Graph graph, StageCall stage, Op op, List<StageField> fields)
{
    /// <summary>What a stage is given of a parameter.</summary>
    /// <param name="graph">An optimising graph.</param>
    /// <param name="stage">The stage.</param>
    /// <param name="parameter">Number of the parameter.</param>
    /// <param name="value">The argument; a window at its first byte.</param>
    public static Value Enter(Graph graph, StageCall stage, int parameter, Value value) =>
        new StageEdge(graph, stage, Op.Enter, stage.Given).Cross(parameter == 0 ? ""
            : Names.Snake(stage.Method.Parameters[parameter].Name), value, null);

    /// <summary>A packet as a stage hands it on: what the stage leaves alone passes by it.
    /// </summary>
    public static Value Leave(Graph graph, StageCall stage, Value before, Value after) =>
        new StageEdge(graph, stage, Op.Leave, stage.Handed).Cross("", after, before);

    private Value Cross(string name, Value value, Value? before)
    {
        switch (value)
        {
            case Scalar scalar:
                return scalar with
                {
                    Node = Cross(name, scalar.Node, (before as Scalar)?.Node),
                };
            case MemoryValue memory:
                stage.Memories.Add(memory.Memory);
                return memory;
            case Aggregate all:
                return all with
                {
                    Fields = [.. TypeLayout.Fields(all.Type).Select((f, i) => Cross(
                        TypeLayout.Inside(name, f.Name), all.Fields[i],
                        (before as Aggregate)?.Fields[i]))],
                };
            case WindowValue window:
                stage.WindowBytes.Add(window.LengthBytes);
                return window with
                {
                    Words = [.. window.Words.Select((w, i) => Cross($"{name}_{i}", w, null))],
                };
            default:
                return value;
        }
    }

    private Node Cross(string name, Node x, Node? before)
    {
        name = Unique(name);
        Node Port(Op way, Node node) => graph.Cross(way,
            new(CallKind.Port, $"{stage.Number}/{name}", name, 0) { Stage = stage.Number }, node);
        if (before != null && Port(Op.Enter, before) == x)
        {
            fields.Add(new(name, x.Width, x.Width) { Passes = true });
            return before;
        }
        var crossed = Port(op, x);
        fields.Add(new(name, x.Width, Crosses(crossed).Width)
        {
            Constant = crossed.IsConstant ? crossed.Value : null,
        });
        return crossed;
    }

    /// <summary>A name that no other scalar has, nor a port of every stage. The packet comes first,
    /// so its names are the same on both sides.</summary>
    private string Unique(string name)
    {
        name = name == "valid" ? "valid_x" : Names.Port(name);
        while (fields.Exists(f => f.Name == name || StageBuilder.Handed(f.Name) == name))
            name += "_x";
        return name;
    }

    /// <summary>Without the zeros above.</summary>
    private static Node Crosses(Node x) => x.Op == Op.ZeroExtend ? x.Args[0] : x;

    /// <summary>Of the scalars that a position is made of it becomes part of the contract which
    /// values they have.</summary>
    /// <param name="stages">The stages so far.</param>
    /// <param name="position">Where a window stands.</param>
    public static void Pin(IReadOnlyList<StageCall> stages, Node position)
    {
        var seen = new HashSet<Node>();
        var open = new Stack<Node>([position]);
        while (open.TryPop(out var node))
        {
            if (!seen.Add(node)) continue;
            if (node.Op != Op.Leave)
            {
                foreach (var arg in node.Args) open.Push(arg);
                continue;
            }
            var fields = stages[node.Site!.Stage].Handed;
            int at = fields.FindIndex(f => f.Name == node.Site.Name);
            if (ValueSets.Of(node.Args[0], PathFacts.None) is { } values)
                fields[at] = fields[at] with { Values = [.. values] };
        }
    }
}
