using System.Numerics;

namespace SmartNic.Hls.Ir;

/// <summary>
/// Quotients by constants as products (Granlund and Montgomery, PLDI 1994): for x below 2^n, d
/// up to 2^l and m = ceiling(2^(n + l) / d), x / d is x * m >> (n + l). Both front ends use it; a
/// test holds it against division.
/// </summary>
/// <param name="graph">Where nodes are made.</param>
/// <param name="product">Makes a product of two factors of the width of the result; told
/// whether it is the remainder's.</param>
internal sealed class Division(Graph graph, Func<Node, Node, bool, Node> product)
{
    private const int Widest = 64;

    /// <summary>Quotient or remainder as C# rounds, towards zero; null where there is no form:
    /// a divisor that is no constant, or that may throw.</summary>
    public Node? Of(Node x, Node divisor, bool signed, bool quotient)
    {
        if (!divisor.IsConstant || divisor.IsZero || x.Width > Widest) return null;
        var d = signed ? divisor.Signed.Min : divisor.Value;
        if (signed && d == -1) return null;
        bool negative = signed && x.Signed.Min.Sign < 0;
        var sign = negative ? graph.Slice(x, x.Width - 1, 1) : graph.Bit(false);
        var q = Unsigned(negative ? graph.Mux(sign, Negate(x), x) : x, BigInteger.Abs(d));
        if (negative || d.Sign < 0)
            q = graph.Mux(d.Sign < 0 ? graph.Not(sign) : sign, Negate(q), q);
        return quotient ? q : graph.Make(Op.Subtract, x.Width, x,
            product(q, graph.Constant(d, x.Width), true));
    }

    private Node Unsigned(Node x, BigInteger d)
    {
        if (d > x.Unsigned.Max) return graph.Constant(0, x.Width);
        int even = Bits.TrailingZeros(d, x.Width + 1);
        var rest = graph.Slice(x, even, x.Width - even);
        d >>= even;
        if (d.IsOne) return graph.ZeroExtend(rest, x.Width);
        // A width that both front ends find, whatever each knows of the number besides.
        int n = Math.Min(rest.Width, (int)BitOperations.RoundUpToPowerOf2(
            (uint)Math.Max(8, Bits.Length(rest.Unsigned.Max))));
        int shift = n + Bits.Length(d - 1);
        var m = (BigInteger.One << shift) / d + 1;
        int width = n + Bits.Length(m);
        var high = product(graph.ZeroExtend(graph.Slice(rest, 0, n), width),
            graph.Constant(m, width), false);
        return graph.ZeroExtend(graph.Slice(high, shift, width - shift), x.Width);
    }

    private Node Negate(Node x) =>
        graph.Make(Op.Subtract, x.Width, graph.Constant(0, x.Width), x);
}
