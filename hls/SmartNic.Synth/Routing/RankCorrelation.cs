namespace SmartNic.Synth.Routing;

/// <summary>Spearman's rank correlation.</summary>
internal static class RankCorrelation
{
    /// <summary>1 where both order alike, -1 where they order the other way round; equals share
    /// the mean of their ranks. Not a number where all of one are equal.</summary>
    public static double Of(IReadOnlyList<double> x, IReadOnlyList<double> y)
    {
        double[] a = Ranks(x), b = Ranks(y);
        double middle = (a.Length + 1) / 2.0;
        double Sum(double[] p, double[] q) => p.Zip(q, (u, v) => (u - middle) * (v - middle)).Sum();
        return Sum(a, b) / Math.Sqrt(Sum(a, a) * Sum(b, b));
    }

    private static double[] Ranks(IReadOnlyList<double> values) =>
    [
        .. values.Select(v => values.Count(w => w < v) + ((values.Count(w => w == v) + 1) / 2.0)),
    ];
}
