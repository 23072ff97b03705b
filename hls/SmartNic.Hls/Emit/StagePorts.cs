using SmartNic.Hls.Front;
using SmartNic.Hls.Ir;
using SmartNic.Hls.Schedule;

namespace SmartNic.Hls.Emit;

/// <summary>A value that a stage is given.</summary>
/// <param name="Value">The value.</param>
/// <param name="Clock">The clock of the kernel in which the stage reads it.</param>
/// <param name="Low">Its lowest bit that is read then.</param>
/// <param name="Width">Bits from there to the highest.</param>
/// <param name="Idle">Bits between these that are not read.</param>
internal sealed record StageInput(
    Node Value, int Clock, int Low, int Width, System.Numerics.BigInteger Idle);

/// <summary>
/// The timing contract of a stage: when it needs what it is given, and when what it hands on is
/// there. Clocks are the kernel's; the module counts them from its first.
/// </summary>
internal sealed class StagePorts
{
    private readonly Dictionary<(Node, int), System.Numerics.BigInteger> _reads = [];

    /// <param name="pipeline">The scheduled kernel.</param>
    /// <param name="partition">Which module each value is in.</param>
    /// <param name="stage">The stage.</param>
    public StagePorts(Pipeline pipeline, Partition partition, StageCall stage)
    {
        Stage = stage;
        Nodes = [.. pipeline.Nodes.Where(n => partition[n] == stage.Number && n.Op != Op.Leave)];
        Outputs = [.. pipeline.Nodes.Where(n => partition[n] == stage.Number && n.Op == Op.Leave)];
        foreach (var node in Nodes.Concat(Outputs))
        {
            int clock = node.Op == Op.Call ? pipeline.Issue[node] : pipeline.Clock[node];
            foreach (var piece in node.Args.SelectMany(a => Wiring.Pieces(a, true)))
                if (piece.Node.Op == Op.Enter)
                    _reads[(piece.Node, clock)] = Bits.Mask(piece.Width) << piece.Low
                        | _reads.GetValueOrDefault((piece.Node, clock));
        }
        Inputs = [.. _reads.OrderBy(r => r.Key.Item1.Id).ThenBy(r => r.Key.Item2)
            .Select(r => Input(r.Key.Item1, r.Key.Item2, r.Value))];
        Updates = [.. Nodes.Where(n => n.Op == Op.Call && n.Site!.Kind == CallKind.Update)
            .Select(n => pipeline.Issue[n]).Distinct().Order()];
        int[] clocks = [.. Inputs.Select(i => i.Clock), .. Updates,
            .. Nodes.Concat(Outputs).Select(n => pipeline.Clock[n])];
        (First, Last) = clocks.Length == 0 ? (0, 0) : (clocks.Min(), clocks.Max());
    }

    public StageCall Stage { get; }

    /// <summary>What it computes, in topological order; nothing of a stage that does nothing.
    /// </summary>
    public IReadOnlyList<Node> Nodes { get; }

    /// <summary>What it is given: a port for each clock in which it reads a value.</summary>
    public IReadOnlyList<StageInput> Inputs { get; }

    /// <summary>What it hands on, in the clock in which it is computed.</summary>
    public IReadOnlyList<Node> Outputs { get; }

    /// <summary>Clocks of the kernel in which it must know whether a packet is there.</summary>
    public IReadOnlyList<int> Updates { get; }

    /// <summary>The clock of the kernel that is clock 0 of the module.</summary>
    public int First { get; }

    /// <summary>The last clock of the kernel in which it does something.</summary>
    public int Last { get; }

    /// <summary>Its module has no logic and no port.</summary>
    public bool IsEmpty => Outputs.Count == 0 && Nodes.Count == 0;

    /// <summary>It has registers.</summary>
    public bool IsClocked(Usage usage) => Nodes.Any(
        n => n.Op == Op.Call || usage.IsKept(n));

    /// <summary>Module of a stage of a kernel.</summary>
    public string Module(string kernel) => $"{kernel}_{Stage.Name}";

    /// <summary>Port of an input: the value's name, and the clock if it is not the first.</summary>
    public string Port(StageInput input) =>
        input.Value.Site!.Name + SignalNames.Suffix(input.Clock - First);

    /// <summary>Port of an output.</summary>
    public static string Port(Node output) => StageBuilder.Handed(output.Site!.Name);

    /// <summary>Port that says whether a packet is there.</summary>
    public string Valid(int clock) => "valid" + SignalNames.Suffix(clock - First);

    /// <summary>The port that carries a value in a clock.</summary>
    public StageInput Find(Node value, int clock) =>
        Inputs.First(i => i.Value == value && i.Clock == clock);

    private static StageInput Input(Node value, int clock, System.Numerics.BigInteger read)
    {
        int low = Bits.TrailingZeros(read, value.Width), width = (int)read.GetBitLength() - low;
        return new(value, clock, low, width, (Bits.Mask(width) << low) & ~read);
    }
}
