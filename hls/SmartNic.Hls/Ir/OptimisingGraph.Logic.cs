using System.Numerics;

namespace SmartNic.Hls.Ir;

public sealed partial class OptimisingGraph
{
    private static Node? Complement(Node x) => x.Op == Op.Not ? x.Args[0] : null;

    private Node? Logic(Op op, int width, Node x, Node y)
    {
        if (y.IsZero) return op == Op.And ? y : x;
        if (y.IsAllOnes) return op == Op.And ? x : op == Op.Or ? y : Not(x);
        if (x == y) return op == Op.Xor ? Constant(0, width) : x;
        if (op != Op.Xor && Absorb(op, x, y) is { } absorbed) return absorbed;
        return op == Op.And ? Mask(width, x, y) : Merge(op, width, x, y);
    }

    /// <summary>x &amp; (x | y) = x and its like, for and/or.</summary>
    private Node? Absorb(Op op, Node x, Node y)
    {
        if (IsComplement(x, y)) return Constant(op == Op.And ? 0 : Bits.Mask(x.Width), x.Width);
        foreach (var (a, b) in new[] { (x, y), (y, x) })
        {
            if (b.Op is not (Op.And or Op.Or)) continue;
            var (p, q) = (b.Args[0], b.Args[1]);
            if (p == a || q == a) return b.Op == op ? b : a;
            if (b.Op == op)
            {
                if (IsComplement(a, p) || IsComplement(a, q))
                    return Constant(op == Op.And ? 0 : Bits.Mask(x.Width), x.Width);
                continue;
            }
            if (IsComplement(a, p)) return Make(op, x.Width, a, q);
            if (IsComplement(a, q)) return Make(op, x.Width, a, p);
        }
        return null;
    }

    private static bool IsComplement(Node x, Node y) =>
        x.Op == Op.Not && x.Args[0] == y || y.Op == Op.Not && y.Args[0] == x;

    /// <summary>An and acts only where both sides can be one.</summary>
    private Node? Mask(int width, Node x, Node y)
    {
        int top = Bits.Length(BigInteger.Min(x.Unsigned.Max, y.Unsigned.Max));
        if (top < width)
            return ZeroExtend(Make(Op.And, top, Slice(x, 0, top), Slice(y, 0, top)), width);
        int free = Math.Max(TrailingZeros(x), TrailingZeros(y));
        if (free >= width) return Constant(0, width);
        return free == 0 ? null : Concat(
            Make(Op.And, width - free, High(x, free), High(y, free)), Constant(0, free));
    }

    /// <summary>Disjoint parts are wiring: (a &lt;&lt; 20) | b = {a, b}.</summary>
    private Node? Merge(Op op, int width, Node x, Node y)
    {
        int top = Bits.Length(BigInteger.Max(x.Unsigned.Max, y.Unsigned.Max));
        if (top < width)
            return ZeroExtend(Make(op, top, Slice(x, 0, top), Slice(y, 0, top)), width);
        int zx = TrailingZeros(x), zy = TrailingZeros(y);
        int free = Math.Min(Math.Max(zx, zy), width - 1);
        if (free > 0)
            return Concat(Make(op, width - free, High(x, free), High(y, free)),
                Slice(zx >= zy ? y : x, 0, free));
        // {a, b} | 0..0c: the high part of the wider one passes.
        int small = Bits.Length(BigInteger.Min(x.Unsigned.Max, y.Unsigned.Max));
        if (small >= width) return null;
        var wide = x.Unsigned.Max > y.Unsigned.Max ? x : y;
        return Concat(High(wide, small), Make(op, small, Slice(x, 0, small), Slice(y, 0, small)));
    }
}
