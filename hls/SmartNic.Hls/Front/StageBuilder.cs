using SmartNic.Hls.Ir;
using SmartNic.Hls.Language;

namespace SmartNic.Hls.Front;

/// <summary>Turns a stage into a specification of its own: from what it is given to the packet that
/// it hands on, and whether that is open.</summary>
internal static class StageBuilder
{
    /// <summary>Name of the output that says whether the packet is open; in capitals, which no
    /// field's has.</summary>
    public const string IsOpen = "IS_OPEN";

    /// <summary>Name of the output that says whether it was.</summary>
    public const string WasOpen = "WAS_OPEN";

    /// <summary>Name of a scalar of the packet that is handed on.</summary>
    public static string Handed(string field) => $"out_{field}";

    /// <summary>The plain lowering of a stage.</summary>
    public static Design Build(Project project, CompiledKernel kernel, StageCall stage)
    {
        var graph = new Graph();
        var evaluator = new Evaluator(project.Compilation, graph) { Alone = stage };
        var inputs = new List<Port>();
        var fields = new Queue<StageField>(stage.Given);
        Node Leaf(string name, int width) => Input(graph, fields.Dequeue(), inputs);
        var memories = new Queue<Memory>(Memories(project, kernel, stage));
        var arguments = stage.Method.Parameters.Select(p =>
            TypeLayout.IsWindow(p.Type) ? evaluator.MakeWindow([.. Enumerable.Range(0,
                Window.LengthBytes / 8).Select(_ => Leaf("", 64))])
            : StateMember.IsState(p.Type) ? KernelBuilder.State(p.Type, memories)
            : TypeLayout.Build(p.Type, "", Leaf)).ToArray();
        var wasOpen = evaluator.IsOpen(stage, arguments[0]);
        var (_, _, final) = evaluator.Invoke(stage.Method, null, arguments, null);
        Node[] Scalars(Value packet) =>
            [.. TypeLayout.Flatten(packet, "").Select(f => f.Value.Node)];
        var scratch = new Queue<Node>(Scratch(graph, stage, Scalars(final[0]), inputs));
        return new StageMeaning(stage, graph, inputs, wasOpen,
            Scalars(final[0]), evaluator.IsOpen(stage, final[0]), evaluator.IsOpen(stage,
                TypeLayout.Build(stage.Packet.Type, "", (_, _) => scratch.Dequeue())),
            evaluator.Calls, []).Specification(kernel);
    }

    /// <summary>A packet whose scalars that mean nothing in a closed one have any value.</summary>
    public static IEnumerable<Node> Scratch(
        Graph graph, StageCall stage, IReadOnlyList<Node> handed, List<Port> inputs) =>
        stage.Handed.Zip(stage.KeptScalars, handed).Select(s =>
        {
            if (s.Second) return s.Third;
            var any = graph.Input($"ANY_{s.First.Name}", s.First.Width);
            inputs.Add(new(any.Origin.Name!, any));
            return any;
        }).ToList();

    /// <summary>A scalar that a stage is given, as its contract says.</summary>
    public static Node Input(Graph graph, StageField field, List<Port> inputs)
    {
        if (field.Constant is { } value) return graph.Constant(value, field.Width);
        var input = graph.Input(field.Name, field.Bits);
        inputs.Add(new(field.Name, input));
        return graph.ZeroExtend(input, field.Width);
    }

    /// <summary>The memories of a stage as nobody has used them yet.</summary>
    public static IEnumerable<Memory> Memories(
        Project project, CompiledKernel kernel, StageCall stage)
    {
        var members = StateMember.Of(kernel.Method).ToDictionary(m => m.Name);
        return stage.Memories.Select(m => MemoryBuilder.Make(project.Compilation, members[m.Name]));
    }

    /// <summary>True for the value of a parameter that is state.</summary>
    public static bool IsMemories(Value value) => value is MemoryValue
        || value is Aggregate { Type: var type } && StateMember.IsState(type);
}
