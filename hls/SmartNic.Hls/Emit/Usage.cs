using System.Numerics;
using SmartNic.Hls.Ir;
using SmartNic.Hls.Schedule;

namespace SmartNic.Hls.Emit;

/// <summary>Which bits of which value are read in which stage; hence what is registered.</summary>
internal sealed class Usage
{
    private readonly Dictionary<Node, SortedDictionary<int, BigInteger>> _reads = [];
    private readonly Pipeline _pipeline;

    public Usage(Pipeline pipeline)
    {
        _pipeline = pipeline;
        foreach (var node in pipeline.Nodes)
        {
            int stage = node.Op == Op.Call ? pipeline.Issue[node] : pipeline.Stage[node];
            foreach (var arg in node.Args) Read(arg, stage);
        }
        foreach (var output in pipeline.Design.Outputs) Read(output.Node, pipeline.Latency);
    }

    /// <summary>Bits read in a stage, as a mask.</summary>
    public BigInteger In(Node node, int stage) =>
        _reads.TryGetValue(node, out var stages) && stages.TryGetValue(stage, out var mask) ? mask
            : 0;

    /// <summary>Bits read in any stage.</summary>
    public BigInteger All(Node node) => _reads.TryGetValue(node, out var stages)
        ? stages.Values.Aggregate(BigInteger.Zero, (all, mask) => all | mask) : 0;

    /// <summary>Last stage that reads the value; its own if none does.</summary>
    public int Last(Node node) => _reads.TryGetValue(node, out var stages)
        ? Math.Max(stages.Keys.Max(), _pipeline.Stage[node]) : _pipeline.Stage[node];

    /// <summary>It is in a register.</summary>
    public bool IsKept(Node node) => Last(node) > _pipeline.Stage[node];

    /// <summary>Range of bits that must exist in a stage: those read in it or later.</summary>
    public (int Low, int Width) Range(Node node, int stage)
    {
        BigInteger mask = 0;
        foreach (var (at, bits) in _reads[node])
            if (at >= stage) mask |= bits;
        int low = Bits.TrailingZeros(mask, node.Width);
        return (low, (int)mask.GetBitLength() - low);
    }

    /// <summary>Bits of registers between a stage and the next.</summary>
    public long CrossingBits(int stage) => _pipeline.Nodes
        .Where(n => _pipeline.Stage[n] <= stage && Last(n) > stage)
        .Sum(n => (long)Range(n, stage + 1).Width);

    /// <summary>Bits of registers.</summary>
    public long RegisterBits() => _pipeline.Nodes.Sum(n =>
        Enumerable.Range(_pipeline.Stage[n], Last(n) - _pipeline.Stage[n])
            .Sum(stage => (long)Range(n, stage + 1).Width));

    private void Read(Node arg, int stage)
    {
        foreach (var piece in Wiring.Pieces(arg))
        {
            if (piece.Node.IsConstant) continue;
            if (!_reads.TryGetValue(piece.Node, out var stages)) _reads[piece.Node] = stages = [];
            stages[stage] = stages.GetValueOrDefault(stage) | (Bits.Mask(piece.Width) << piece.Low);
        }
    }
}
