using SmartNic.Hls.Ir;

namespace SmartNic.Hls.Front;

/// <summary>
/// The specification of a pipeline whose stages are not looked into: what each is given is an
/// output, and what it hands on is any value that its contract allows, an input. So the wiring is
/// proved by itself, and each stage by itself.
/// </summary>
internal sealed class PipelineCut(Graph graph, IReadOnlyList<StageCall> stages)
{
    /// <summary>What the stages hand on.</summary>
    public List<Port> Inputs { get; } = [];

    /// <summary>What the stages are given.</summary>
    public List<Port> Outputs { get; } = [];

    /// <summary>Name of a scalar that a stage is given.</summary>
    public static string Given(StageCall stage, StageField field) =>
        $"given{stage.Number}_{field.Name}";

    /// <summary>Name of a scalar that a stage hands on.</summary>
    public static string Handed(StageCall stage, StageField field) =>
        $"handed{stage.Number}_{field.Name}";

    /// <summary>Bytes of the windows that a stage is given, in order.</summary>
    public IReadOnlyList<int> WindowBytes(int stage) => stages[stage].WindowBytes;

    /// <summary>Scalars that a stage is given, in the order of its contract.</summary>
    public void Give(int stage, IEnumerable<Node> scalars) => Outputs.AddRange(
        stages[stage].Given.Zip(scalars, (f, x) => new Port(Given(stages[stage], f), x)));

    /// <summary>The packet that a stage hands on, from what it is given in a raw
    /// graph.</summary>
    public Value Hand(int stage, Value[] given)
    {
        Give(stage, given.Where(v => !StageBuilder.IsMemories(v)).SelectMany(v =>
            v is WindowValue window ? window.Words
                : TypeLayout.Flatten(v, "").Select(f => f.Value.Node)));
        int next = 0;
        Value Scalars(Value value) => value is Scalar scalar
            ? scalar with { Node = Hand(stage, next++, scalar.Node) }
            : (Aggregate)value with
            {
                Fields = [.. ((Aggregate)value).Fields.Select(Scalars)],
            };
        return Scalars(given[0]);
    }

    /// <summary>A scalar of the packet that a stage hands on, from the one that it was
    /// given.</summary>
    public Node Hand(int stage, int scalar, Node before)
    {
        var field = stages[stage].Handed[scalar];
        if (field.Passes) return before;
        if (field.Constant is { } value) return graph.Constant(value, field.Width);
        var input = graph.Input(Handed(stages[stage], field), field.Bits);
        Inputs.Add(new(input.Origin.Name!, input));
        return graph.ZeroExtend(input, field.Width);
    }
}
