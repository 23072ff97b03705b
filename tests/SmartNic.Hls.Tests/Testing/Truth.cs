using SmartNic.Hls.Prove;

namespace SmartNic.Hls.Tests.Testing;

/// <summary>Truth tables of a graph with few inputs.</summary>
internal static class Truth
{
    /// <summary>Values of literals for all inputs: bit k of word w is input 64 w + k.</summary>
    public static ulong[][] Of(Aig graph, IEnumerable<int> literals)
    {
        int words = Math.Max(1, (1 << graph.Inputs) / 64);
        var values = new ulong[graph.Variables][];
        values[0] = new ulong[words];
        for (int v = 1; v < values.Length; v++)
        {
            var value = values[v] = new ulong[words];
            var (left, right) = graph.IsGate(v) ? graph.Gate(v) : (0, 0);
            for (int w = 0; w < words; w++)
                value[w] = graph.IsGate(v) ? Value(values, left, w) & Value(values, right, w)
                    : Input(v - 1, w);
        }
        return [.. literals.Select(l =>
            Enumerable.Range(0, words).Select(w => Value(values, l, w)).ToArray())];
    }

    /// <summary>A graph of random gates over some inputs; returns its literals too.</summary>
    public static (Aig Graph, List<int> Literals) Random(Random random, int inputs, int gates)
    {
        var graph = new Aig(inputs);
        var literals = Enumerable.Range(1, inputs).Select(v => 2 * v).ToList();
        int Any() => literals[random.Next(literals.Count)] ^ random.Next(2);
        for (int k = 0; k < gates; k++)
            literals.Add(random.Next(3) == 0 ? graph.Xor(Any(), Any()) : graph.And(Any(), Any()));
        return (graph, literals);
    }

    private static ulong Value(ulong[][] values, int literal, int word) =>
        values[literal >> 1][word] ^ ((literal & 1) == 0 ? 0 : ulong.MaxValue);

    private static ulong Input(int input, int word)
    {
        ulong value = 0;
        for (int k = 0; k < 64; k++) value |= (ulong)((64 * word) + k >> input & 1) << k;
        return value;
    }
}
