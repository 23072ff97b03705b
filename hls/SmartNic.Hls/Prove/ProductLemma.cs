using System.Diagnostics;
using System.Numerics;
using SmartNic.Hls.Ir;

namespace SmartNic.Hls.Prove;

/// <summary>
/// A product by a constant. Solvers that work on bits do not end on such products, so the plain
/// lowering has them as sums of shifted terms, and that the sum is the product is a lemma, proved
/// apart, on whole words.
/// </summary>
/// <param name="Constant">The factor.</param>
/// <param name="Width">Bits of the result.</param>
internal sealed record ProductLemma(BigInteger Constant, int Width)
{
    /// <summary>The lemmas that plain lowerings stand on.</summary>
    public static IEnumerable<ProductLemma> Of(IEnumerable<Design> designs) =>
        designs.SelectMany(d => d.Live()).Where(n => n.Op == Op.Multiply && Factor(n) != null)
            .Select(n => new ProductLemma(Factor(n)!.Value, n.Width)).Distinct();

    /// <summary>Verilog of a product node.</summary>
    public static string Sum(Node n, string x, string y)
    {
        if (Factor(n) is not { } factor) return $"{x} * {y}";
        string other = n.Args[0].IsConstant ? y : x, sum = "";
        foreach (var (shift, negative) in OptimisingGraph.SignedDigits(factor, n.Width))
            sum += (negative ? " - " : sum == "" ? "" : " + ") + $"({other} << {shift})";
        return sum == "" ? $"{n.Width}'d0" : sum;
    }

    /// <summary>
    /// x * (sum of +-2^k) is the sum of +-(x * 2^k) in every ring: left to check is that the
    /// digits sum to the constant, modulo two to the width.
    /// </summary>
    public ProofResult Prove()
    {
        var watch = Stopwatch.StartNew();
        var sum = OptimisingGraph.SignedDigits(Constant, Width).Aggregate(BigInteger.Zero,
            (x, d) => x + (d.Negative ? -1 : 1) * (BigInteger.One << d.Shift));
        bool holds = ((sum - Constant) & Bits.Mask(Width)).IsZero;
        return new($"lemma: x * {Constant} = its sum of shifts, {Width} bits", holds,
            holds ? "distributive law" : $"digits sum to {sum}", watch.ElapsedMilliseconds);
    }

    private static BigInteger? Factor(Node n) =>
        n.Args[1].IsConstant ? n.Args[1].Value : n.Args[0].IsConstant ? n.Args[0].Value : null;
}
