using System.Numerics;

namespace SmartNic.Hls.Ir;

/// <summary>The one definition of every operation: constant folding and interpretation.</summary>
public static class Evaluator
{
    /// <summary>The value of a pure operation on given argument values.</summary>
    /// <param name="op">The operation.</param>
    /// <param name="width">Width of the result in bits.</param>
    /// <param name="low">Lowest bit of a slice.</param>
    /// <param name="args">The arguments, for their widths.</param>
    /// <param name="v">Their values, non-negative.</param>
    public static BigInteger Evaluate(
        Op op, int width, int low, IReadOnlyList<Node> args, IReadOnlyList<BigInteger> v)
    {
        BigInteger Wrap(BigInteger x) => x & Bits.Mask(width);
        BigInteger Bit(bool b) => b ? BigInteger.One : BigInteger.Zero;
        BigInteger S(int i) => Bits.ToSigned(v[i], args[i].Width);
        int Count(int i) => v[i] > 100_000 ? 100_000 : (int)v[i];
        return op switch
        {
            Op.Add => Wrap(v[0] + v[1]),
            Op.Subtract => Wrap(v[0] - v[1]),
            Op.Multiply => Wrap(v[0] * v[1]),
            Op.And => v[0] & v[1],
            Op.Or => v[0] | v[1],
            Op.Xor => v[0] ^ v[1],
            Op.Parity => v.Aggregate(BigInteger.Zero, (x, y) => x ^ y),
            Op.Not => Wrap(~v[0]),
            Op.ShiftLeft => Count(1) >= width ? 0 : Wrap(v[0] << Count(1)),
            Op.ShiftRight => v[0] >> Count(1),
            Op.ShiftRightSigned => Wrap(S(0) >> Count(1)),
            Op.Equal => Bit(v[0] == v[1]),
            Op.Less => Bit(v[0] < v[1]),
            Op.LessSigned => Bit(S(0) < S(1)),
            Op.Mux => v[0].IsOne ? v[1] : v[2],
            Op.Slice => Wrap(v[0] >> low),
            Op.Concat => (v[0] << args[1].Width) | v[1],
            Op.ZeroExtend or Op.Enter or Op.Leave => v[0],
            Op.SignExtend => Wrap(S(0)),
            _ => throw new InvalidOperationException($"{op} has no value of its own"),
        };
    }
}
