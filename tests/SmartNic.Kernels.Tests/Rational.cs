using System.Numerics;

namespace SmartNic.Kernels.Tests;

/// <summary>An exact fraction with a positive denominator; not reduced.</summary>
internal readonly record struct Rational(BigInteger Numerator, BigInteger Denominator)
{
    public static Rational Of(BigInteger n) => new(n, 1);

    public static Rational operator +(Rational a, Rational b) => new(
        (a.Numerator * b.Denominator) + (b.Numerator * a.Denominator),
        a.Denominator * b.Denominator);

    public static Rational operator -(Rational a, Rational b) =>
        a + new Rational(-b.Numerator, b.Denominator);

    public static bool operator <(Rational a, Rational b) =>
        a.Numerator * b.Denominator < b.Numerator * a.Denominator;

    public static bool operator >(Rational a, Rational b) => b < a;

    public Rational Reduced()
    {
        BigInteger d = BigInteger.GreatestCommonDivisor(Numerator, Denominator);
        return new(Numerator / d, Denominator / d);
    }

    public static Rational Min(Rational a, Rational b) => b < a ? b : a;
}
