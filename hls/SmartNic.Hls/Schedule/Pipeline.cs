using SmartNic.Hls.Ir;

namespace SmartNic.Hls.Schedule;

/// <summary>A design with a clock and an arrival time for every value.</summary>
internal sealed class Pipeline
{
    private readonly BitNumbers _bits;
    private readonly BitTiming _timing;

    /// <summary>Nothing has a clock yet.</summary>
    public Pipeline(Design design)
    {
        Design = design;
        Nodes = [.. design.Live().Where(n => !n.IsWiring)];
        _bits = new(Nodes);
        _timing = new(_bits, design.Delays);
        Sources = Nodes.ToDictionary(n => n, n =>
            (IReadOnlyList<Node>)[.. n.Args.SelectMany(Wiring.Sources).Distinct()]);
    }

    private Pipeline(Pipeline other, DelayModel delays)
    {
        Design = other.Design with { Delays = delays };
        (Nodes, Sources, _bits) = (other.Nodes, other.Sources, other._bits);
        _timing = new(_bits, delays);
    }

    public Design Design { get; }

    /// <summary>Values that are not wiring, in topological order.</summary>
    public IReadOnlyList<Node> Nodes { get; }

    /// <summary>The values that each is computed from.</summary>
    public IReadOnlyDictionary<Node, IReadOnlyList<Node>> Sources { get; }

    /// <summary>The clock in which a value exists; a call's is that of its result.</summary>
    public Dictionary<Node, int> Clock { get; } = [];

    /// <summary>When the last bit of a value settles inside its clock, in ns.</summary>
    public Dictionary<Node, double> Arrival { get; } = [];

    /// <summary>The clock in which a call's arguments are computed.</summary>
    public Dictionary<Node, int> Issue { get; } = [];

    /// <summary>Values that did not fit in the clock before, with the time at which they would
    /// have settled there, in ns.</summary>
    public Dictionary<Node, double> Deferred { get; } = [];

    /// <summary>Registers from input to output.</summary>
    public int Latency { get; set; }

    /// <summary>The same design without clocks, under other delays.</summary>
    public Pipeline Empty(DelayModel delays) => new(this, delays);

    /// <summary>Puts a value into a clock; its sources must have theirs.</summary>
    public void Place(Node n, int clock)
    {
        Clock[n] = clock;
        Arrival[n] = _timing.Place(n, clock);
    }

    /// <summary>The path inside its clock to the last bit of a value: values and when their bit of
    /// it settles, first one first. What a LUT has absorbed is not on it.</summary>
    public IReadOnlyList<(Node Node, double At)> Path(Node end) => _timing.Path(end);

    /// <summary>The same clocks under other delays.</summary>
    public Pipeline Measure(DelayModel delays)
    {
        var measured = Empty(delays);
        foreach (var node in Nodes) measured.Place(node, Clock[node]);
        measured.Latency = Latency;
        return measured;
    }

    /// <summary>The same, so that one value can be moved.</summary>
    public Pipeline Copy()
    {
        var copy = Measure(Design.Delays);
        foreach (var (call, clock) in Issue) copy.Issue[call] = clock;
        return copy;
    }

    /// <summary>Worst arrival of all clocks in ns, register included.</summary>
    public double WorstNs() => Design.Delays.Register
        + Nodes.Select(n => Arrival[n]).DefaultIfEmpty(0).Max();

    /// <summary>Worst arrival of a clock in ns, register included.</summary>
    public double WorstNs(int clock) => Design.Delays.Register + Nodes
        .Where(n => Clock[n] == clock).Select(n => Arrival[n]).DefaultIfEmpty(0).Max();
}
