using System.Numerics;
using SmartNic.Hls.Language;

/// <summary>Methods that are generic in a width.</summary>
public static class Widths
{
    public struct Range<T> where T : struct, INarrow<T>
    {
        public T Low, High;

        public readonly bool Has(T x) => x >= Low && x <= High && Low != High;

        public static T operator +(Range<T> range, T x) => range.Low + x;
    }

    [Kernel("snic_widths")]
    public static (U4 Fold4, U11 Fold11, U37 Fold37, U5 Sum, U48 Far, U13 Turned, bool Has, int All,
        U21 Steps, U7 Low) Run(ulong x, U5 a, U5 b, U48 c, U13 d, Range<U9> range, U9 e, U21 f)
    {
        int all = Bits<U4, U37>() + Bits<U63, U1>();
        return (Fold<U4>(x), Fold<U11>(x), Fold<U37>(x), Saturate(a, b), Saturate(c, (U48)x),
            Turn(d, 5), range.Has(e), all, Steps(f), Lowest<U7, U9>(range + e));
    }

    static T Fold<T>(ulong x) where T : struct, INarrow<T>
    {
        T fold = default;
        for (int i = 0; i < 64; i += T.Bits)
            fold ^= (T)(x >> i);
        return fold;
    }

    static T Saturate<T>(T a, T b)
        where T : struct, INarrow<T>
    {
        T sum = a + b;
        return sum < a ? T.MaxValue : sum;
    }

    static T Turn<T>(T x, int n) where T : struct, IShiftOperators<T, int, T>,
        IBitwiseOperators<T, T, T>, INarrow<T> => x << n | x >>> (T.Bits - n);

    static int Bits<T, TOther>()
        where T : struct, INarrow<T> where TOther : struct, INarrow<TOther> =>
        T.Bits * 100 + TOther.Bits;

    static T Steps<T>(T x) where T : struct, INarrow<T>
    {
        T y = x;
        y++;
        y = -~y * x - (y & x);
        y <<= 3;
        y |= x >> 1;
        --x;
        return y == x ? (T)(y + (ulong)7) : y;
    }

    static T Lowest<T, TFrom>(TFrom x)
        where T : struct, INarrow<T> where TFrom : struct, INarrow<TFrom> => (T)(ulong)x;
}
