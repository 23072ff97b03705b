using SmartNic.Hls.Ir;

namespace SmartNic.Hls.Schedule;

/// <summary>
/// Moves values to other clocks that meet the period as well, while that saves registers: a narrow
/// result is computed early, a wide one late. How many clocks there are, and what memories do in
/// them, stays. A bit costs a flip-flop for a clock or two; for three or more, in a delay line, two
/// flip-flops however long it is: half a LUT, and one for the last clock.
/// </summary>
internal sealed class LeastRegisters
{
    private const int LineFlipFlops = 2;
    private const int MostRounds = 4;

    private readonly Pipeline _pipeline;
    private readonly double _budget;
    private readonly Dictionary<Node, List<Node>> _readers;
    private readonly Dictionary<Node, List<Run>> _runs;
    private readonly Dictionary<Node, List<Run>> _reads;

    /// <summary>Bits of a value that the same values read.</summary>
    /// <param name="Value">The value.</param>
    /// <param name="Width">How many bits.</param>
    /// <param name="Reads">How many values read them in each clock; the last is the output's.
    /// </param>
    private sealed record Run(Node Value, int Width, int[] Reads);

    private LeastRegisters(Pipeline pipeline, double budget)
    {
        (_pipeline, _budget) = (pipeline, budget + 1e-9);
        _readers = pipeline.Nodes.ToDictionary(n => n, _ => new List<Node>());
        foreach (var node in pipeline.Nodes)
            foreach (var source in pipeline.Sources[node]) _readers[source].Add(node);
        _reads = pipeline.Nodes.ToDictionary(n => n, _ => new List<Run>());
        _runs = Runs(pipeline);
    }

    /// <summary>Moves what is worth it.</summary>
    /// <param name="pipeline">A pipeline whose clocks meet the period.</param>
    /// <param name="budget">What a clock may take between registers, in ns.</param>
    public static void Improve(Pipeline pipeline, double budget)
    {
        var pass = new LeastRegisters(pipeline, budget);
        for (int round = 0; round < MostRounds; round++)
        {
            double gain = 0;
            // Late on a tie, from the outputs back, makes room for what is in front; then early.
            foreach (var node in pipeline.Nodes.Reverse()) gain += pass.Move(node, late: true);
            foreach (var node in pipeline.Nodes) gain += pass.Move(node, late: false);
            if (gain < 1) break;
        }
    }

    private double Move(Node node, bool late)
    {
        if (node.Op is Op.Input or Op.Call || _pipeline.Sources[node].Count == 0) return 0;
        int old = _pipeline.Clock[node];
        int first = _pipeline.Sources[node].Max(s => _pipeline.Clock[s]);
        int last = _readers[node].Select(ReadIn).Append(_pipeline.Latency - 1).Min();
        Count(node, old, -1);
        double before = Cost(node, old);
        var better = new List<(double Cost, int Clock)>();
        for (int clock = first; clock <= last; clock++)
        {
            if (clock == old) continue;
            double cost = Cost(node, clock);
            if (cost < before || cost == before && late == clock > old) better.Add((cost, clock));
        }
        double gain = 0;
        foreach (var (cost, clock) in better.OrderBy(b => (b.Cost, late ? -b.Clock : b.Clock)))
        {
            if (Place(node, clock))
            {
                gain = before - cost;
                break;
            }
            Place(node, old);
        }
        Count(node, _pipeline.Clock[node], 1);
        return gain;
    }

    private void Count(Node node, int clock, int change)
    {
        foreach (var run in _reads[node]) run.Reads[clock] += change;
    }

    /// <summary>Puts a value into a clock; true if every clock still meets the period.</summary>
    private bool Place(Node node, int clock)
    {
        var work = new PriorityQueue<Node, int>();
        int old = _pipeline.Clock[node];
        var seen = new HashSet<Node> { node };
        work.Enqueue(node, node.Id);
        bool fits = true;
        while (work.TryDequeue(out var next, out _))
        {
            int at = next == node ? clock : _pipeline.Clock[next];
            _pipeline.Place(next, at);
            fits &= _pipeline.Arrival[next] <= _budget;
            foreach (var reader in _readers[next])
                if (reader.Op != Op.Call && _pipeline.Clock[reader] is var s
                    && (s == at || next == node && s == old) && seen.Add(reader))
                    work.Enqueue(reader, reader.Id);
        }
        return fits;
    }

    /// <summary>What it costs to have a value in a clock: to keep it until it is first read, and
    /// what it is computed from until this clock. Its own reads are not counted then.</summary>
    private double Cost(Node node, int clock)
    {
        double cost = 0;
        foreach (var run in _runs[node])
            if (run.Reads[clock] == 0 && Next(run, clock) is { } read)
                cost += run.Width * Kept(read - clock);
        foreach (var run in _reads[node])
        {
            int own = _pipeline.Clock[run.Value], before = clock - 1;
            if (clock <= own || run.Reads[clock] > 0) continue;
            while (before > own && run.Reads[before] == 0) before--;
            int more = Kept(clock - before);
            if (Next(run, clock) is { } read)
                more += Kept(read - clock) - Kept(read - before);
            cost += run.Width * more;
        }
        return cost;
    }

    /// <summary>The first clock behind one in which a run is read.</summary>
    private static int? Next(Run run, int clock)
    {
        for (int s = clock + 1; s < run.Reads.Length; s++)
            if (run.Reads[s] > 0) return s;
        return null;
    }

    private static int Kept(int clocks) => clocks < DelayCost.Least ? clocks : LineFlipFlops;

    private int ReadIn(Node reader) =>
        reader.Op == Op.Call ? _pipeline.Issue[reader] : _pipeline.Clock[reader];

    private Dictionary<Node, List<Run>> Runs(Pipeline pipeline)
    {
        var readers = pipeline.Nodes.ToDictionary(n => n, n => new List<Node>[n.Width]);
        var outputs = pipeline.Nodes.ToDictionary(n => n, n => new bool[n.Width]);
        foreach (var node in pipeline.Nodes)
            foreach (var (value, bit) in node.Args.SelectMany(Bits))
                (readers[value][bit] ??= []).Add(node);
        foreach (var (value, bit) in pipeline.Design.Outputs.SelectMany(o => Bits(o.Node)))
            outputs[value][bit] = true;
        return pipeline.Nodes.ToDictionary(n => n, n => Enumerable.Range(0, n.Width)
            .Select(i => (Readers: readers[n][i]?.Distinct().ToArray() ?? [],
                IsOutput: outputs[n][i]))
            .GroupBy(b => (string.Join(',', b.Readers.Select(r => r.Id)), b.IsOutput))
            .Select(g => Read(n, g.Count(), g.First().Readers, g.Key.IsOutput)).ToList());
    }

    private Run Read(Node value, int width, Node[] readers, bool isOutput)
    {
        var run = new Run(value, width, new int[_pipeline.Latency + 1]);
        foreach (var reader in readers)
        {
            run.Reads[ReadIn(reader)]++;
            _reads[reader].Add(run);
        }
        if (isOutput) run.Reads[^1]++;
        return run;
    }

    private static IEnumerable<(Node Value, int Bit)> Bits(Node arg) =>
        from piece in Wiring.Pieces(arg)
        where !piece.Node.IsConstant
        from i in Enumerable.Range(piece.Low, piece.Width)
        select (piece.Node, i);
}
