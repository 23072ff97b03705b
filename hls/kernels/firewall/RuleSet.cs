using SmartNic.Hls.Language;

namespace SmartNic.Kernels;

/// <summary>A set of rules, a bit for each: rule 0 is the lowest of W0, and the first in order.
/// </summary>
public struct RuleSet
{
    /// <summary>Rules that there can be.</summary>
    public const int Rules = 512;

    /// <summary>64 rules each.</summary>
    public ulong W0, W1, W2, W3, W4, W5, W6, W7;

    /// <summary>What is in one of two sets.</summary>
    public static RuleSet operator |(in RuleSet x, in RuleSet y)
    {
        RuleSet z = default;
        z.W0 = x.W0 | y.W0;
        z.W1 = x.W1 | y.W1;
        z.W2 = x.W2 | y.W2;
        z.W3 = x.W3 | y.W3;
        z.W4 = x.W4 | y.W4;
        z.W5 = x.W5 | y.W5;
        z.W6 = x.W6 | y.W6;
        z.W7 = x.W7 | y.W7;
        return z;
    }

    /// <summary>What is in both sets.</summary>
    public static RuleSet operator &(in RuleSet x, in RuleSet y)
    {
        RuleSet z = default;
        z.W0 = x.W0 & y.W0;
        z.W1 = x.W1 & y.W1;
        z.W2 = x.W2 & y.W2;
        z.W3 = x.W3 & y.W3;
        z.W4 = x.W4 & y.W4;
        z.W5 = x.W5 & y.W5;
        z.W6 = x.W6 & y.W6;
        z.W7 = x.W7 & y.W7;
        return z;
    }

    /// <summary>What is not in a set.</summary>
    public static RuleSet operator ~(in RuleSet x)
    {
        RuleSet z = default;
        z.W0 = ~x.W0;
        z.W1 = ~x.W1;
        z.W2 = ~x.W2;
        z.W3 = ~x.W3;
        z.W4 = ~x.W4;
        z.W5 = ~x.W5;
        z.W6 = ~x.W6;
        z.W7 = ~x.W7;
        return z;
    }
}
