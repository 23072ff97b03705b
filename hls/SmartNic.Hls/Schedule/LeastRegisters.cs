using SmartNic.Hls.Ir;

namespace SmartNic.Hls.Schedule;

/// <summary>
/// Moves values to other stages that meet the clock as well, while that saves registers: a narrow
/// result is computed early, a wide one late. Which stages there are, and what memories do in them,
/// stays. A bit costs a flip-flop for a stage or two; for three or more it costs a shift register,
/// a LUT, which counts as two flip-flops, however long it is: a slice has two per LUT.
/// </summary>
internal sealed class LeastRegisters
{
    private const int ShiftRegister = 3, LutFlipFlops = 2;
    private const int MostRounds = 4;

    private readonly Pipeline _pipeline;
    private readonly double _budget;
    private readonly Dictionary<Node, List<Node>> _readers;
    private readonly Dictionary<Node, List<Run>> _runs;
    private readonly Dictionary<Node, List<Run>> _reads;

    /// <summary>Bits of a value that the same values read.</summary>
    /// <param name="Value">The value.</param>
    /// <param name="Width">How many bits.</param>
    /// <param name="Reads">How many values read them in each stage; the last is the output's.
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
    /// <param name="pipeline">A pipeline with stages that meet the clock.</param>
    /// <param name="budget">What a stage may take between registers, in ns.</param>
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
        int old = _pipeline.Stage[node];
        int first = _pipeline.Sources[node].Max(s => _pipeline.Stage[s]);
        int last = _readers[node].Select(ReadIn).Append(_pipeline.Latency - 1).Min();
        Count(node, old, -1);
        double before = Cost(node, old);
        var better = new List<(double Cost, int Stage)>();
        for (int stage = first; stage <= last; stage++)
        {
            if (stage == old) continue;
            double cost = Cost(node, stage);
            if (cost < before || cost == before && late == stage > old) better.Add((cost, stage));
        }
        double gain = 0;
        foreach (var (cost, stage) in better.OrderBy(b => (b.Cost, late ? -b.Stage : b.Stage)))
        {
            if (Place(node, stage))
            {
                gain = before - cost;
                break;
            }
            Place(node, old);
        }
        Count(node, _pipeline.Stage[node], 1);
        return gain;
    }

    private void Count(Node node, int stage, int change)
    {
        foreach (var run in _reads[node]) run.Reads[stage] += change;
    }

    /// <summary>Puts a value into a stage; true if every stage still meets the clock.</summary>
    private bool Place(Node node, int stage)
    {
        var work = new PriorityQueue<Node, int>();
        int old = _pipeline.Stage[node];
        var seen = new HashSet<Node> { node };
        work.Enqueue(node, node.Id);
        bool fits = true;
        while (work.TryDequeue(out var next, out _))
        {
            int at = next == node ? stage : _pipeline.Stage[next];
            _pipeline.Place(next, at);
            fits &= _pipeline.Arrival[next] <= _budget;
            foreach (var reader in _readers[next])
                if (reader.Op != Op.Call && _pipeline.Stage[reader] is var s
                    && (s == at || next == node && s == old) && seen.Add(reader))
                    work.Enqueue(reader, reader.Id);
        }
        return fits;
    }

    /// <summary>What it costs to have a value in a stage: to keep it until it is first read, and
    /// what it is computed from until this stage. Its own reads are not counted then.</summary>
    private double Cost(Node node, int stage)
    {
        double cost = 0;
        foreach (var run in _runs[node])
            if (run.Reads[stage] == 0 && Next(run, stage) is { } read)
                cost += run.Width * Kept(read - stage);
        foreach (var run in _reads[node])
        {
            int own = _pipeline.Stage[run.Value], before = stage - 1;
            if (stage <= own || run.Reads[stage] > 0) continue;
            while (before > own && run.Reads[before] == 0) before--;
            int more = Kept(stage - before);
            if (Next(run, stage) is { } read)
                more += Kept(read - stage) - Kept(read - before);
            cost += run.Width * more;
        }
        return cost;
    }

    /// <summary>The first stage behind one in which a run is read.</summary>
    private static int? Next(Run run, int stage)
    {
        for (int s = stage + 1; s < run.Reads.Length; s++)
            if (run.Reads[s] > 0) return s;
        return null;
    }

    private static int Kept(int stages) => stages < ShiftRegister ? stages : LutFlipFlops;

    private int ReadIn(Node reader) =>
        reader.Op == Op.Call ? _pipeline.Issue[reader] : _pipeline.Stage[reader];

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
