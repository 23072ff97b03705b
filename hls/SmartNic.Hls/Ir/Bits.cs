using System.Numerics;

namespace SmartNic.Hls.Ir;

/// <summary>Arithmetic on bit vectors held in a <see cref="BigInteger"/>.</summary>
internal static class Bits
{
    public static BigInteger Mask(int width) => (BigInteger.One << width) - 1;

    public static BigInteger ToSigned(BigInteger value, int width) =>
        (value >> (width - 1)).IsZero ? value : value - (BigInteger.One << width);

    /// <summary>Bits of an unsigned number, at least 1.</summary>
    public static int Length(BigInteger value) => value.IsZero ? 1 : (int)value.GetBitLength();

    /// <summary>Bits of a two's complement number that holds the whole interval.</summary>
    public static int SignedLength(Interval range) => 1 + Math.Max(
        (int)range.Max.GetBitLength(), (int)range.Min.GetBitLength());

    /// <summary>The runs of ones of a mask, lowest first.</summary>
    public static IEnumerable<(int Low, int Width)> Runs(BigInteger mask)
    {
        int low = 0;
        while (!mask.IsZero)
        {
            int skip = (int)BigInteger.TrailingZeroCount(mask);
            mask >>= skip;
            int run = (int)BigInteger.TrailingZeroCount(mask + 1);
            yield return (low + skip, run);
            mask >>= run;
            low += skip + run;
        }
    }

    public static int TrailingZeros(BigInteger value, int width)
    {
        int n = 0;
        while (n < width && (value >> n).IsEven) n++;
        return n;
    }
}
