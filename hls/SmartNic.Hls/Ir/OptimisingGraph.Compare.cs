using System.Numerics;

namespace SmartNic.Hls.Ir;

public sealed partial class OptimisingGraph
{
    private Node? Equality(Node x, Node y)
    {
        if (x == y) return Bit(true);
        var (u, v) = (x.Unsigned, y.Unsigned);
        if (u.Max < v.Min || v.Max < u.Min) return Bit(false);
        var (s, t) = (x.Signed, y.Signed);
        if (s.Max < t.Min || t.Max < s.Min) return Bit(false);
        int k = Bits.Length(BigInteger.Max(u.Max, v.Max));
        if (s.Min.Sign < 0 || t.Min.Sign < 0) k = Math.Min(k, Bits.SignedLength(s.Hull(t)));
        if (k < x.Width) return Make(Op.Equal, 1, Slice(x, 0, k), Slice(y, 0, k));
        if (!y.IsConstant) return null;
        if (x.Width == 1) return y.IsOne ? x : Not(x);
        if (x.Op == Op.Concat)
        {
            int split = x.Args[1].Width;
            if (x.Args[0].IsConstant || x.Args[1].IsConstant)
                return And(Make(Op.Equal, 1, x.Args[0], Slice(y, split, x.Width - split)),
                    Make(Op.Equal, 1, x.Args[1], Slice(y, 0, split)));
        }
        if (x.Op == Op.Add && x.Args[1].IsConstant)
            return Make(Op.Equal, 1, x.Args[0],
                Make(Op.Subtract, x.Width, y, x.Args[1]));
        if (x.Op != Op.Mux || !(x.Args[1].IsConstant || x.Args[2].IsConstant)) return null;
        return Mux(x.Args[0], Make(Op.Equal, 1, x.Args[1], y), Make(Op.Equal, 1, x.Args[2], y));
    }

    private Node? Order(Op op, Node x, Node y)
    {
        if (x == y) return Bit(false);
        var (a, b) = op == Op.Less ? (x.Unsigned, y.Unsigned) : (x.Signed, y.Signed);
        if (a.Max < b.Min) return Bit(true);
        if (a.Min >= b.Max) return Bit(false);
        if (op == Op.LessSigned && a.Min.Sign >= 0 && b.Min.Sign >= 0)
            return Make(Op.Less, 1, x, y);
        int k = op == Op.Less
            ? Bits.Length(BigInteger.Max(a.Max, b.Max)) : Bits.SignedLength(a.Hull(b));
        if (k < x.Width) return Make(op, 1, Slice(x, 0, k), Slice(y, 0, k));
        if (op == Op.Less && x.Width == 1) return And(Not(x), y);
        if (op == Op.LessSigned) return Unsigned(x, y);
        // x < 16, x > 15 and x < {y, 0} look at the high bits only.
        if (y.TrailingZeros is var n and > 0) return Make(op, 1, High(x, n), High(y, n));
        if (x.IsConstant && Bits.TrailingZeros(x.Value + 1, x.Width) is var m and > 0)
            return Make(op, 1, High(x, m), High(y, m));
        return Trimmed(x, y);
    }

    /// <summary>Against a number that is not negative, the sign decides or what is below
    /// it.</summary>
    private Node? Unsigned(Node x, Node y)
    {
        bool isSigned = y.Signed.Min.Sign >= 0;
        if (!isSigned && x.Signed.Min.Sign < 0) return null;
        Node Below(Node n) => ZeroExtend(Slice(n, 0, Bits.SignedLength(n.Signed) - 1), n.Width);
        var less = isSigned ? Make(Op.Less, 1, Below(x), y) : Make(Op.Less, 1, x, Below(y));
        var sign = High(isSigned ? x : y, x.Width - 1);
        return isSigned ? Or(sign, less) : And(Not(sign), less);
    }

    /// <summary>Zeros above one side: the other one is large, or the rest decides.</summary>
    private Node? Trimmed(Node x, Node y)
    {
        int a = Bits.Length(x.Unsigned.Max), b = Bits.Length(y.Unsigned.Max);
        int k = Math.Min(a, b);
        // A constant of more bits than a LUT has inputs is a chain all the same.
        if (a == b || k > 6 && (x.IsConstant || y.IsConstant)) return null;
        var above = Make(Op.Equal, 1, High(a > b ? x : y, k), Constant(0, x.Width - k));
        var less = Make(Op.Less, 1, Slice(x, 0, k), Slice(y, 0, k));
        return a > b ? And(above, less) : Or(Not(above), less);
    }
}
