using System.Numerics;
using SmartNic.Hls.Emit;
using SmartNic.Hls.Ir;

namespace SmartNic.Hls.Prove;

/// <summary>
/// Which product of the emitted text is which of the specification: those whose factors are the
/// same on packets that reach them. A wrong pair is no danger, for the factors are then compared;
/// what has no partner multiplies itself.
/// </summary>
internal static class ProductPairs
{
    private const int Packets = 48;

    /// <summary>Partners of the products of a specification.</summary>
    /// <param name="products">Products of an emitted module.</param>
    /// <param name="values">What that computes.</param>
    /// <param name="spec">The specification.</param>
    public static IReadOnlyDictionary<Node, ProductInstance> Of(
        IReadOnlyList<ProductInstance> products, EmittedValues values, Design spec)
    {
        var pairs = new Dictionary<Node, ProductInstance>();
        var wanted = spec.Calls.Where(c => c.Call.Site!.Kind == CallKind.Product).ToList();
        if (wanted.Count == 0 || products.Count == 0) return pairs;
        var left = Runs(spec, [.. wanted.SelectMany(w =>
            new[] { w.Condition, w.Call.Args[0], w.Call.Args[1] })]);
        var emitted = values.Factors(products.Select(p => p.Key));
        var right = Runs(emitted, [.. emitted.Outputs.Select(o => o.Node)]);
        var taken = new HashSet<int>();
        for (int i = 0; i < wanted.Count; i++)
        {
            int best = -1;
            for (int k = 0; k < products.Count && best < 0; k++)
                if (!taken.Contains(k) && Enumerable.Range(0, Packets).All(n =>
                    left[n][3 * i].IsZero || left[n][(3 * i) + 1] == right[n][2 * k]
                    && left[n][(3 * i) + 2] == right[n][(2 * k) + 1])) best = k;
            if (best < 0 || !taken.Add(best)) continue;
            pairs[wanted[i].Call] = products[best];
        }
        return pairs;
    }

    /// <summary>Values of nodes on the same random packets for every design.</summary>
    private static List<BigInteger[]> Runs(Design design, Node[] nodes)
    {
        var widths = (design with { Outputs = [.. nodes.Select(n => new Port("", n))] }).Live()
            .Where(n => n.Op == Op.Call && n.Site!.Kind != CallKind.Product)
            .ToDictionary(n => n.Site!.Name, n => n.Width);
        var interpreter = new Interpreter(design with
        {
            Outputs = [.. nodes.Select((n, i) => new Port($"node{i}", n))],
        });
        var runs = new List<BigInteger[]>();
        for (int n = 0; n < Packets; n++)
        {
            int packet = n;
            BigInteger[] inputs = [.. design.Inputs.Select(p => Number(packet, p.Name,
                p.Node.Width))];
            runs.Add(interpreter.Run(inputs,
                (site, _) => Number(packet, site.Name, widths[site.Name])));
        }
        return runs;
    }

    private static BigInteger Number(int packet, string name, int width)
    {
        int seed = name.Aggregate(packet + 1, (h, c) => unchecked((h * 31) + c));
        var bytes = new byte[(width / 8) + 1];
        new Random(seed).NextBytes(bytes);
        return new BigInteger(bytes, isUnsigned: true) & Bits.Mask(width);
    }
}
