using System.Numerics;
using SmartNic.Hls.Ir;
using SmartNic.Hls.Schedule;

namespace SmartNic.Hls.Emit;

/// <summary>Which bits of which value are read in which clock; hence what is registered.</summary>
internal sealed class Usage
{
    private readonly Dictionary<Node, SortedDictionary<int, BigInteger>> _reads = [];
    private readonly Dictionary<Node, IReadOnlyList<Wait>> _waits = [];
    private readonly Pipeline _pipeline;

    public Usage(Pipeline pipeline)
    {
        _pipeline = pipeline;
        foreach (var node in pipeline.Nodes)
        {
            int clock = node.Op == Op.Call ? pipeline.Issue[node] : pipeline.Clock[node];
            foreach (var arg in node.Args) Read(arg, clock);
        }
        foreach (var output in pipeline.Design.Outputs) Read(output.Node, pipeline.Latency);
    }

    /// <summary>Bits read in a clock, as a mask.</summary>
    public BigInteger In(Node node, int clock) =>
        _reads.TryGetValue(node, out var clocks) && clocks.TryGetValue(clock, out var mask) ? mask
            : 0;

    /// <summary>Bits read in any clock.</summary>
    public BigInteger All(Node node) => _reads.TryGetValue(node, out var clocks)
        ? clocks.Values.Aggregate(BigInteger.Zero, (all, mask) => all | mask) : 0;

    /// <summary>Last clock that reads the value; its own if none does.</summary>
    public int Last(Node node) => _reads.TryGetValue(node, out var clocks)
        ? Math.Max(clocks.Keys.Max(), _pipeline.Clock[node]) : _pipeline.Clock[node];

    /// <summary>It is in a register.</summary>
    public bool IsKept(Node node) => Last(node) > _pipeline.Clock[node];

    /// <summary>How its bits wait: each from the clock in which it is there, or is read, to the
    /// next in which it is read.</summary>
    public IReadOnlyList<Wait> Waits(Node node)
    {
        if (_waits.TryGetValue(node, out var known)) return known;
        var waits = new List<Wait>();
        var open = new List<(BigInteger Mask, int Since)> { (All(node), _pipeline.Clock[node]) };
        foreach (var (clock, read) in _reads.GetValueOrDefault(node) ?? [])
        {
            if (clock == _pipeline.Clock[node]) continue;
            foreach (var (mask, since) in open)
                waits.AddRange(Bits.Runs(mask & read).Select(
                    run => new Wait(node, run.Low, run.Width, since, clock)));
            open = [.. open.Select(o => (o.Mask & ~read, o.Since)).Where(o => !o.Item1.IsZero),
                (read, clock)];
        }
        return _waits[node] = waits;
    }

    /// <summary>Bits of a value that are in registers in a clock, as a mask.</summary>
    public BigInteger Registers(Node node, int clock) => Waits(node)
        .Where(w => !w.IsLine && w.From < clock && clock <= w.To).Aggregate(
            BigInteger.Zero, (mask, w) => mask | w.Mask);

    /// <summary>Bits of registers between a clock and the next, delay lines apart.</summary>
    public long CrossingBits(int clock) => Waits().Where(
        w => !w.IsLine && w.From <= clock && clock < w.To).Sum(w => (long)w.Width);

    /// <summary>Bits that are in delay lines between a clock and the next.</summary>
    public long WaitingBits(int clock) => Waits().Where(
        w => w.IsLine && w.From <= clock && clock < w.To).Sum(w => (long)w.Width);

    /// <summary>Bits of registers, delay lines apart.</summary>
    public long RegisterBits() => Waits().Where(w => !w.IsLine).Sum(w => w.Bits);

    /// <summary>Bits that delay lines hold: of each as many as it has clocks.</summary>
    public long LineBits() => Waits().Where(w => w.IsLine).Sum(w => w.Bits);

    private IEnumerable<Wait> Waits() => _pipeline.Nodes.SelectMany(Waits);

    private void Read(Node arg, int clock)
    {
        foreach (var piece in Wiring.Pieces(arg))
        {
            if (piece.Node.IsConstant) continue;
            if (!_reads.TryGetValue(piece.Node, out var clocks)) _reads[piece.Node] = clocks = [];
            clocks[clock] = clocks.GetValueOrDefault(clock) | (Bits.Mask(piece.Width) << piece.Low);
        }
    }
}
