using System.Numerics;

namespace SmartNic.Hls.Ir;

/// <summary>
/// What <see cref="BitOperations"/> counts and rotates, as trees. Both front ends build them; a
/// test holds them against the JIT. Widths are powers of two.
/// </summary>
internal static class BitCounts
{
    /// <summary>Methods that count.</summary>
    public static readonly string[] Names =
        ["PopCount", "LeadingZeroCount", "TrailingZeroCount", "Log2"];

    /// <summary>A count of a name, as a number of <paramref name="width"/> bits; null when the
    /// name is none of them.</summary>
    public static Node? Of(Graph graph, string name, Node x, int width) => name switch
    {
        "PopCount" => graph.ZeroExtend(Ones(graph, x), width),
        "LeadingZeroCount" => graph.ZeroExtend(Zeros(graph, x, true), width),
        "TrailingZeroCount" => graph.ZeroExtend(Zeros(graph, x, false), width),
        "Log2" => graph.ZeroExtend(graph.Not(graph.Slice(Zeros(graph, graph.Or(x,
            graph.Constant(1, x.Width)), true), 0, BitOperations.Log2((uint)x.Width))), width),
        _ => null,
    };

    /// <summary>A rotation, a choice for each bit of the count.</summary>
    public static Node Rotate(Graph graph, Node x, Node count, bool left)
    {
        for (int k = 0; 1 << k < x.Width; k++)
        {
            int low = left ? x.Width - (1 << k) : 1 << k;
            var turned = graph.Concat(graph.Slice(x, 0, low), graph.Slice(x, low, x.Width - low));
            x = graph.Mux(graph.Slice(count, k, 1), turned, x);
        }
        return x;
    }

    private static Node Ones(Graph graph, Node x)
    {
        List<Node> sums = [.. Enumerable.Range(0, x.Width).Select(i => graph.Slice(x, i, 1))];
        for (int width = 2; sums.Count > 1; width++)
            sums = [.. sums.Chunk(2).Select(p => graph.Make(Op.Add, width,
                graph.ZeroExtend(p[0], width), graph.ZeroExtend(p[1], width)))];
        return sums[0];
    }

    /// <summary>Zeros at one end. The top bit of a count says that all are zero; then the count of
    /// the other half follows.</summary>
    private static Node Zeros(Graph graph, Node x, bool leading)
    {
        if (x.Width == 1) return graph.Not(x);
        int half = x.Width / 2, bits = BitOperations.Log2((uint)half);
        Node Part(bool high) => Zeros(graph, graph.Slice(x, high ? half : 0, half), leading);
        var (first, then) = (Part(leading), Part(!leading));
        Node None(Node count) => graph.Slice(count, bits, 1);
        var top = graph.Concat(graph.And(None(first), None(then)),
            graph.And(None(first), graph.Not(None(then))));
        return bits == 0 ? top : graph.Concat(top, graph.Mux(None(first),
            graph.Slice(then, 0, bits), graph.Slice(first, 0, bits)));
    }
}
