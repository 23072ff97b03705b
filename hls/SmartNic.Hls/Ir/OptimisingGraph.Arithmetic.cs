using System.Numerics;

namespace SmartNic.Hls.Ir;

public sealed partial class OptimisingGraph
{
    private Node? Sum(int width, Node x, Node y)
    {
        if (y.IsZero) return x;
        // Low bits where one side is zero pass: {a, b} + {c, 0} = {a + c, b}.
        int zx = TrailingZeros(x), zy = TrailingZeros(y);
        int free = Math.Min(Math.Max(zx, zy), width);
        if (free == width) return zx >= zy ? y : x;
        if (free > 0)
        {
            var pass = Slice(zx >= zy ? y : x, 0, free);
            return Concat(Make(Op.Add, width - free, High(x, free), High(y, free)), pass);
        }
        // (x + c1) + c2 = x + (c1 + c2)
        if (y.IsConstant && x.Op == Op.Add && x.Args[1].IsConstant)
            return Make(Op.Add, width, x.Args[0], Constant(x.Args[1].Value + y.Value, width));
        return Narrow(Op.Add, width, x, y,
            new(x.Unsigned.Min + y.Unsigned.Min, x.Unsigned.Max + y.Unsigned.Max),
            new(x.Signed.Min + y.Signed.Min, x.Signed.Max + y.Signed.Max));
    }

    private Node? Difference(int width, Node x, Node y)
    {
        if (y.IsZero) return x;
        if (x == y) return Constant(0, width);
        int free = Math.Min(TrailingZeros(y), width - 1);
        if (free > 0)
            return Concat(
                Make(Op.Subtract, width - free, High(x, free), High(y, free)), Slice(x, 0, free));
        return Narrow(Op.Subtract, width, x, y,
            new(x.Unsigned.Min - y.Unsigned.Max, x.Unsigned.Max - y.Unsigned.Min),
            new(x.Signed.Min - y.Signed.Max, x.Signed.Max - y.Signed.Min));
    }

    /// <summary>Natural width: 16 + 16 bits is an adder of 17, not the 32 that C# promotes
    /// to.</summary>
    private Node? Narrow(Op op, int width, Node x, Node y, Interval unsigned, Interval signed)
    {
        if (unsigned.Min.Sign >= 0 && Bits.Length(unsigned.Max) is var k && k < width)
            return ZeroExtend(Make(op, k, Slice(x, 0, k), Slice(y, 0, k)), width);
        if (Bits.SignedLength(signed) is var s && s < width)
            return SignExtend(Make(op, s, Slice(x, 0, s), Slice(y, 0, s)), width);
        return null;
    }

    /// <summary>Product by a constant as a sum of shifted terms (canonical signed
    /// digits).</summary>
    private Node? Product(int width, Node x, Node y)
    {
        if (y.IsZero) return y;
        if (y.IsOne) return x;
        if (!y.IsConstant) return null;
        Node? sum = null;
        foreach (var (shift, negative) in SignedDigits(y.Value, width))
        {
            var term = Make(Op.ShiftLeft, width, x, Constant(shift, 8));
            sum = sum == null ? negative ? Make(Op.Subtract, width, Constant(0, width), term) : term
                : Make(negative ? Op.Subtract : Op.Add, width, sum, term);
        }
        return sum;
    }

    /// <summary>Digits +1 and -1 of a constant, highest first, no two adjacent.</summary>
    internal static IEnumerable<(int Shift, bool Negative)> SignedDigits(
        BigInteger value, int width)
    {
        var digits = new List<(int, bool)>();
        for (int i = 0; !value.IsZero && i < width; i++, value >>= 1)
        {
            if (value.IsEven) continue;
            bool negative = (int)(value & 3) == 3;
            digits.Add((i, negative));
            value += negative ? 1 : -1;
        }
        digits.Reverse();
        return digits;
    }

    private Node? Shift(Op op, int width, Node x, Node y)
    {
        if (op == Op.ShiftRightSigned && x.Signed.Min.Sign >= 0)
            return Make(Op.ShiftRight, width, x, y);
        if (y.Op == Op.ZeroExtend) return Make(op, width, x, y.Args[0]);
        if (!y.IsConstant) return null;
        int n = y.Value > width ? width : (int)y.Value;
        if (n == 0) return x;
        if (op == Op.ShiftRightSigned)
            return SignExtend(High(x, Math.Min(n, width - 1)), width);
        if (n == width) return Constant(0, width);
        return op == Op.ShiftLeft
            ? Concat(Slice(x, 0, width - n), Constant(0, n)) : ZeroExtend(High(x, n), width);
    }
}
