using System.Numerics;

namespace SmartNic.Hls.Ir;

public sealed partial class OptimisingGraph
{
    private Node? Choice(Node c, Node t, Node f)
    {
        if (c.IsConstant) return c.IsOne ? t : f;
        if (t == f) return t;
        if (c.Op == Op.Not) return Mux(c.Args[0], f, t);
        int width = t.Width;
        if (width == 1 && OneBit(c, t, f) is { } gate) return gate;
        int k = Bits.Length(BigInteger.Max(t.Unsigned.Max, f.Unsigned.Max));
        if (k < width) return ZeroExtend(Mux(c, Slice(t, 0, k), Slice(f, 0, k)), width);
        if (Bits.SignedLength(t.Signed.Hull(f.Signed)) is var s && s < width)
            return SignExtend(Mux(c, Slice(t, 0, s), Slice(f, 0, s)), width);
        if (t.Op == Op.Mux && t.Args[0] == c) return Mux(c, t.Args[1], f);
        if (f.Op == Op.Mux && f.Args[0] == c) return Mux(c, t, f.Args[2]);
        // Nested choices with one leg in common share a condition.
        if (f.Op == Op.Mux && f.Args[1] == t) return Mux(Or(c, f.Args[0]), t, f.Args[2]);
        if (t.Op == Op.Mux && t.Args[2] == f) return Mux(And(c, t.Args[0]), t.Args[1], f);
        if (f.Op == Op.Mux && f.Args[2] == t)
            return Mux(And(Not(c), f.Args[0]), f.Args[1], t);
        if (t.Op == Op.Mux && t.Args[1] == f)
            return Mux(And(c, Not(t.Args[0])), t.Args[2], f);
        return SharedParts(c, t, f) ?? SharedSum(c, t, f);
    }

    private Node? OneBit(Node c, Node t, Node f)
    {
        if (t == c || t.IsOne) return Or(c, f);
        if (f == c || f.IsZero) return And(c, t);
        if (t.IsZero) return And(Not(c), f);
        return f.IsOne ? Or(Not(c), t) : null;
    }

    /// <summary>Equal high or low parts need no mux.</summary>
    private Node? SharedParts(Node c, Node t, Node f)
    {
        int low = Math.Min(TrailingZeros(t), TrailingZeros(f));
        if (low > 0) return Concat(Mux(c, High(t, low), High(f, low)), Constant(0, low));
        if (t.Op != Op.Concat || f.Op != Op.Concat) return null;
        if (t.Args[1] == f.Args[1])
            return Concat(Mux(c, t.Args[0], f.Args[0]), t.Args[1]);
        return t.Args[0] == f.Args[0]
            ? Concat(t.Args[0], Mux(c, t.Args[1], f.Args[1])) : null;
    }

    /// <summary>c ? s + v : s = s + (c ? v : 0): conditional sums stay a flat chain.</summary>
    private Node? SharedSum(Node c, Node t, Node f)
    {
        static Node Bare(Node x) => x.Op == Op.ZeroExtend ? x.Args[0] : x;
        var sum = Bare(t);
        if (sum.Op != Op.Add) return null;
        if (sum.Args[0].Unsigned.Max + sum.Args[1].Unsigned.Max > Bits.Mask(sum.Width)) return null;
        for (int i = 0; i < 2; i++)
        {
            if (Bare(sum.Args[i]) != Bare(f)) continue;
            var rest = ZeroExtend(sum.Args[1 - i], t.Width);
            return Make(Op.Add, t.Width, f, Mux(c, rest, Constant(0, t.Width)));
        }
        return null;
    }
}
