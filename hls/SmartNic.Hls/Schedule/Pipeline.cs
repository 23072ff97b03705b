using SmartNic.Hls.Ir;

namespace SmartNic.Hls.Schedule;

/// <summary>A design with a stage and an arrival time for every value.</summary>
internal sealed class Pipeline(Design design)
{
    public Design Design { get; } = design;

    /// <summary>Values that are not wiring, in topological order.</summary>
    public List<Node> Nodes { get; } = [.. design.Live().Where(n => !n.IsWiring)];

    /// <summary>The stage in which a value exists; a call's is that of its result.</summary>
    public Dictionary<Node, int> Stage { get; } = [];

    /// <summary>When a value settles inside its stage, in ns.</summary>
    public Dictionary<Node, double> Arrival { get; } = [];

    /// <summary>The stage in which a call's arguments are computed.</summary>
    public Dictionary<Node, int> Issue { get; } = [];

    /// <summary>Values that did not fit in the stage before, with the time at which they would
    /// have settled there, in ns.</summary>
    public Dictionary<Node, double> Deferred { get; } = [];

    /// <summary>Registers from input to output.</summary>
    public int Latency { get; set; }

    /// <summary>Worst arrival of each stage in ns, register included.</summary>
    public double WorstNs(int stage) => Design.Delays.Register + Nodes
        .Where(n => Stage[n] == stage).Select(n => Arrival[n]).DefaultIfEmpty(0).Max();
}
