using System.Numerics;
using SmartNic.Hls.Ir;
using SmartNic.Hls.Schedule;

namespace SmartNic.Hls.Emit;

/// <summary>Which bits of which value are read in which clock; hence what is registered.</summary>
internal sealed class Usage
{
    private readonly Dictionary<Node, SortedDictionary<int, BigInteger>> _reads = [];
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

    /// <summary>Range of bits that must exist in a clock: those read in it or later.</summary>
    public (int Low, int Width) Range(Node node, int clock)
    {
        BigInteger mask = 0;
        foreach (var (at, bits) in _reads[node])
            if (at >= clock) mask |= bits;
        int low = Bits.TrailingZeros(mask, node.Width);
        return (low, (int)mask.GetBitLength() - low);
    }

    /// <summary>Bits of registers between a clock and the next.</summary>
    public long CrossingBits(int clock) => _pipeline.Nodes
        .Where(n => _pipeline.Clock[n] <= clock && Last(n) > clock)
        .Sum(n => (long)Range(n, clock + 1).Width);

    /// <summary>Bits of registers.</summary>
    public long RegisterBits() => _pipeline.Nodes.Sum(n =>
        Enumerable.Range(_pipeline.Clock[n], Last(n) - _pipeline.Clock[n])
            .Sum(clock => (long)Range(n, clock + 1).Width));

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
