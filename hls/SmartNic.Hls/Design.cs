using SmartNic.Hls.Front;
using SmartNic.Hls.Ir;
using SmartNic.Hls.Schedule;

namespace SmartNic.Hls;

/// <summary>A port of a module.</summary>
/// <param name="Name">Verilog name.</param>
/// <param name="Node">The value.</param>
internal readonly record struct Port(string Name, Node Node);

/// <summary>A kernel or a step as a graph with named ends.</summary>
internal sealed record Design
{
    /// <summary>Module name.</summary>
    public required string Name { get; init; }

    /// <summary>The C# file and method, for the header.</summary>
    public required string Source { get; init; }

    public required Graph Graph { get; init; }

    public double ClockNs { get; init; } = 4;

    public double MarginPercent { get; init; } = 25;

    /// <summary>Clocks from input to output that are asked for; null: the fewest.</summary>
    public int? FixedLatency { get; init; }

    public DelayModel Delays { get; init; } = DelayModel.UltraScalePlus;

    /// <summary>A step: all of it is one clock, so cutting it would not help.</summary>
    public bool OneClock { get; init; }

    /// <summary>What a clock may take between registers, in ns.</summary>
    public double BudgetNs => ClockNs * (1 - MarginPercent / 100) - Delays.Register;

    /// <summary>Where the kernel or step stands in the source, for messages.</summary>
    public Microsoft.CodeAnalysis.Location? Where { get; init; }

    public required IReadOnlyList<Port> Inputs { get; init; }

    public required IReadOnlyList<Port> Outputs { get; init; }

    /// <summary>Accesses of fixed latency that must stay, with the condition of their
    /// path.</summary>
    public IReadOnlyList<(Node Call, Node Condition)> Calls { get; init; } = [];

    /// <summary>What a specification demands of every packet: on the path of the first node the
    /// second one holds.</summary>
    public IReadOnlyList<(string What, Node Reached, Node Holds)> Duties { get; init; } = [];

    /// <summary>Table and Rmw parameters, in order.</summary>
    public IReadOnlyList<Memory> Memories { get; init; } = [];

    /// <summary>The stages of a pipeline, in the order of their calls; none of a kernel that is
    /// none.</summary>
    public IReadOnlyList<StageCall> Stages { get; init; } = [];

    /// <summary>What must be computed: outputs and the arguments of memories.</summary>
    public IEnumerable<Node> Roots => Outputs.Select(o => o.Node)
        .Concat(Calls.Where(c => c.Call.Site!.Kind != CallKind.Product).Select(c => c.Call));

    /// <summary>Nodes that the roots need, in topological order.</summary>
    public List<Node> Live()
    {
        var seen = new HashSet<Node>();
        var work = new Stack<Node>(Roots);
        while (work.TryPop(out var node))
            if (seen.Add(node))
                foreach (var arg in node.Args) work.Push(arg);
        return [.. seen.OrderBy(n => n.Id)];
    }

    /// <summary>All that a specification holds, rebuilt from the inputs on.</summary>
    /// <param name="rewrite">From a node and its new arguments to the new node.</param>
    public Design Rebuild(Func<Node, Node[], Node> rewrite)
    {
        var map = new Dictionary<Node, Node>();
        var all = this with
        {
            Outputs = [.. Outputs, .. Calls.SelectMany(c => new[] { c.Call, c.Condition })
                .Concat(Duties.SelectMany(d => new[] { d.Reached, d.Holds }))
                .Select(n => new Port("", n))],
        };
        foreach (var node in all.Live())
            map[node] = rewrite(node, [.. node.Args.Select(a => map[a])]);
        return this with
        {
            Outputs = [.. Outputs.Select(o => o with { Node = map[o.Node] })],
            Calls = [.. Calls.Select(c => (map[c.Call], map[c.Condition]))],
            Duties = [.. Duties.Select(d => (d.What, map[d.Reached], map[d.Holds]))],
        };
    }

    /// <summary>The same design with every node replaced.</summary>
    public Design Map(Func<Node, Node> map) => this with
    {
        Outputs = [.. Outputs.Select(o => o with { Node = map(o.Node) })],
        Calls = [.. Calls.Where(c => c.Call.Site!.Kind != CallKind.Product)
            .Select(c => (map(c.Call), c.Condition))],
    };
}
