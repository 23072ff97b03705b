using System.Numerics;

namespace SmartNic.Hls.Ir;

/// <summary>A value of the hash-consed graph: created once per meaning, never changed.</summary>
public sealed class Node
{
    internal Node(int id, Op op, int width, int low, Node[] args, BigInteger value, CallSite? site)
    {
        (Id, Op, Width, Low, Args, Value, Site) = (id, op, width, low, args, value, site);
        Unsigned = Ranges.OfUnsigned(this);
        Signed = Ranges.OfSigned(this);
        if (Signed.Min.Sign >= 0) Unsigned = Unsigned.Meet(Signed);
        TrailingZeros = Ranges.TrailingZeros(this);
    }

    /// <summary>Creation order, which is a topological order.</summary>
    public int Id { get; }

    /// <summary>The operation.</summary>
    public Op Op { get; }

    /// <summary>Width in bits, at least 1.</summary>
    public int Width { get; }

    /// <summary>Lowest bit of a <see cref="Op.Slice"/>.</summary>
    public int Low { get; }

    /// <summary>Arguments.</summary>
    public IReadOnlyList<Node> Args { get; }

    /// <summary>Value of a constant.</summary>
    public BigInteger Value { get; }

    /// <summary>Site of a call.</summary>
    public CallSite? Site { get; }

    /// <summary>Values that it can take as an unsigned number.</summary>
    public Interval Unsigned { get; }

    /// <summary>Values that it can take as a two's complement number of its width.</summary>
    public Interval Signed { get; }

    /// <summary>Low bits that are known to be 0.</summary>
    internal int TrailingZeros { get; }

    /// <summary>Where it comes from; the first creator names it.</summary>
    public Origin Origin { get; internal set; }

    internal bool IsConstant => Op == Op.Constant;

    internal bool IsZero => Op == Op.Constant && Value.IsZero;

    internal bool IsOne => Op == Op.Constant && Value.IsOne;

    internal bool IsAllOnes => Op == Op.Constant && Value == Bits.Mask(Width);

    /// <summary>Wiring costs nothing and is never registered.</summary>
    internal bool IsWiring => Op is Op.Constant or Op.Slice or Op.Concat
        or Op.ZeroExtend or Op.SignExtend or Op.Enter;

    /// <inheritdoc/>
    public override string ToString() => Op == Op.Constant
        ? $"{Width}'h{Value:x}" : $"#{Id}:{Op}{Width}({string.Join(",", Args.Select(a => a.Id))})";
}
