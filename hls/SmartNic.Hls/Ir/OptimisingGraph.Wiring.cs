namespace SmartNic.Hls.Ir;

public sealed partial class OptimisingGraph
{
    /// <summary>A slice ends at a named value or a constant, never at other wiring.</summary>
    private Node? Part(Node x, int low, int width)
    {
        switch (x.Op)
        {
            case Op.Slice:
                return Slice(x.Args[0], low + x.Low, width);
            case Op.Concat:
                int split = x.Args[1].Width;
                if (low >= split) return Slice(x.Args[0], low - split, width);
                if (low + width <= split) return Slice(x.Args[1], low, width);
                return Concat(
                    Slice(x.Args[0], 0, low + width - split), Slice(x.Args[1], low, split - low));
            case Op.ZeroExtend:
                return low >= x.Args[0].Width ? Constant(0, width) : Slice(x.Args[0], low, width);
            case Op.SignExtend:
                int top = x.Args[0].Width;
                if (low + width <= top) return Slice(x.Args[0], low, width);
                int from = Math.Min(low, top - 1);
                return SignExtend(Slice(x.Args[0], from, top - from), width);
            default:
                return null;
        }
    }

    /// <summary>Concatenations lean to the right, so that neighbours meet and merge.</summary>
    private Node? Join(Node high, Node low)
    {
        int width = high.Width + low.Width;
        if (high.IsZero) return ZeroExtend(low, width);
        if (high.Op == Op.ZeroExtend)
            return ZeroExtend(Concat(high.Args[0], low), width);
        if (high.Op == Op.Concat) return Concat(high.Args[0], Concat(high.Args[1], low));
        if (Adjacent(high, low) is { } merged) return merged;
        if (low.Op != Op.Concat) return null;
        var next = low.Args[0];
        if (high.IsConstant && next.IsConstant || Adjacent(high, next) != null)
            return Concat(Concat(high, next), low.Args[1]);
        return null;
    }

    private Node? Adjacent(Node high, Node low)
    {
        if (high.Op != Op.Slice) return null;
        var source = high.Args[0];
        if (low == source && high.Low == low.Width) return source;
        return low.Op == Op.Slice && low.Args[0] == source && high.Low == low.Low + low.Width
            ? Slice(source, low.Low, low.Width + high.Width) : null;
    }

    private Node? Widen(Node x, int width)
    {
        if (x.Signed.Min.Sign >= 0) return ZeroExtend(x, width);
        return x.Op == Op.SignExtend ? SignExtend(x.Args[0], width) : null;
    }
}
