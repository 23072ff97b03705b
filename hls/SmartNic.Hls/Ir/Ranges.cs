using System.Numerics;

namespace SmartNic.Hls.Ir;

/// <summary>Forward interval analysis: the source of natural widths.</summary>
internal static class Ranges
{
    public static Interval OfUnsigned(Node n)
    {
        var full = new Interval(0, Bits.Mask(n.Width));
        Interval A(int i) => n.Args[i].Unsigned;
        Interval Fit(Interval r) => full.Holds(r) ? r : full;
        return n.Op switch
        {
            Op.Constant => new(n.Value, n.Value),
            Op.Add => Fit(new(A(0).Min + A(1).Min, A(0).Max + A(1).Max)),
            Op.Subtract => Fit(new(A(0).Min - A(1).Max, A(0).Max - A(1).Min)),
            Op.Multiply => Fit(new(A(0).Min * A(1).Min, A(0).Max * A(1).Max)),
            Op.Call when n.Site!.Kind == CallKind.Product =>
                Fit(new(A(0).Min * A(1).Min, A(0).Max * A(1).Max)),
            Op.And => new(0, BigInteger.Min(A(0).Max, A(1).Max)),
            Op.Or => new(BigInteger.Max(A(0).Min, A(1).Min), Ones(A(0).Max, A(1).Max)),
            Op.Xor => new(0, Ones(A(0).Max, A(1).Max)),
            Op.Not => new(full.Max - A(0).Max, full.Max - A(0).Min),
            Op.ShiftLeft when A(1).Max < n.Width =>
                Fit(new(A(0).Min << (int)A(1).Min, A(0).Max << (int)A(1).Max)),
            Op.ShiftRight => new(
                A(1).Max < n.Width ? A(0).Min >> (int)A(1).Max : 0,
                A(1).Min < n.Width ? A(0).Max >> (int)A(1).Min : 0),
            Op.Mux => A(1).Hull(A(2)),
            Op.Slice when A(0).Max >> n.Low <= full.Max =>
                new(A(0).Min >> n.Low, A(0).Max >> n.Low),
            Op.Concat => new(
                (A(0).Min << n.Args[1].Width) + A(1).Min, (A(0).Max << n.Args[1].Width) + A(1).Max),
            Op.ZeroExtend => A(0),
            Op.SignExtend when n.Args[0].Signed.Min.Sign >= 0 => A(0),
            _ => full,
        };
    }

    public static Interval OfSigned(Node n)
    {
        var half = BigInteger.One << (n.Width - 1);
        var full = new Interval(-half, half - 1);
        var u = n.Unsigned;
        var fromUnsigned = u.Max < half ? u
            : u.Min >= half ? new Interval(u.Min - 2 * half, u.Max - 2 * half) : full;
        Interval S(int i) => n.Args[i].Signed;
        Interval Fit(Interval r) => full.Holds(r) ? r : full;
        var own = n.Op switch
        {
            Op.Add => Fit(new(S(0).Min + S(1).Min, S(0).Max + S(1).Max)),
            Op.Subtract => Fit(new(S(0).Min - S(1).Max, S(0).Max - S(1).Min)),
            Op.Mux => S(1).Hull(S(2)),
            Op.SignExtend => S(0),
            _ => full,
        };
        return own.Meet(fromUnsigned);
    }

    /// <summary>Number of low bits that are known to be 0.</summary>
    public static int TrailingZeros(Node n) => n.Op switch
    {
        Op.Constant => Bits.TrailingZeros(n.Value, n.Width),
        Op.Concat when n.Args[1].IsZero => n.Args[1].Width + n.Args[0].TrailingZeros,
        Op.Concat => n.Args[1].TrailingZeros,
        Op.ZeroExtend or Op.SignExtend => n.Args[0].TrailingZeros,
        Op.Mux => Math.Min(n.Args[1].TrailingZeros, n.Args[2].TrailingZeros),
        _ => 0,
    };

    private static BigInteger Ones(BigInteger a, BigInteger b) =>
        Bits.Mask(Bits.Length(BigInteger.Max(a, b)));
}
