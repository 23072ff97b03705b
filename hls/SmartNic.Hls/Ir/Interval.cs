using System.Numerics;

namespace SmartNic.Hls.Ir;

/// <summary>A closed interval of integers.</summary>
/// <param name="Min">Smallest member.</param>
/// <param name="Max">Largest member.</param>
public readonly record struct Interval(BigInteger Min, BigInteger Max)
{
    /// <summary>The smallest interval that holds both.</summary>
    public Interval Hull(Interval other) =>
        new(BigInteger.Min(Min, other.Min), BigInteger.Max(Max, other.Max));

    /// <summary>What both hold; this one if they are disjoint (dead code).</summary>
    public Interval Meet(Interval other)
    {
        var min = BigInteger.Max(Min, other.Min);
        var max = BigInteger.Min(Max, other.Max);
        return min <= max ? new(min, max) : this;
    }

    /// <summary>True when every member of <paramref name="other"/> is a member.</summary>
    public bool Holds(Interval other) => Min <= other.Min && other.Max <= Max;
}
