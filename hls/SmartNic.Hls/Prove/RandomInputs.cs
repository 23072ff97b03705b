namespace SmartNic.Hls.Prove;

/// <summary>
/// Values of all gates of a graph for random inputs. Most errors show at once in these, where a
/// sweep first merges all that is right.
/// </summary>
internal sealed class RandomInputs
{
    /// <summary>Words of 64 patterns each.</summary>
    private const int Words = 32;

    private readonly ulong[][] _words = new ulong[Words][];
    private readonly int _holds;

    /// <summary>Simulates; the same inputs each time.</summary>
    /// <param name="under">Graph and assumption.</param>
    public RandomInputs(Assumption under)
    {
        var random = new Random(1);
        _holds = under.Holds;
        for (int i = 0; i < Words; i++) _words[i] = Simulate(under.Graph, random);
    }

    /// <summary>Whether two literals differ for inputs under which the assumption holds. False says
    /// nothing.</summary>
    public bool Differ(int left, int right) => _words.Any(
        w => ((Literal(w, left) ^ Literal(w, right)) & Literal(w, _holds)) != 0);

    private static ulong[] Simulate(Aig graph, Random random)
    {
        var word = new ulong[graph.Variables];
        for (int v = 1; v < word.Length; v++)
        {
            if (!graph.IsGate(v))
            {
                word[v] = (ulong)random.NextInt64() << 1 ^ (ulong)random.NextInt64();
                continue;
            }
            var (left, right) = graph.Gate(v);
            word[v] = Literal(word, left) & Literal(word, right);
        }
        return word;
    }

    private static ulong Literal(ulong[] word, int literal) =>
        word[literal >> 1] ^ ((literal & 1) == 0 ? 0 : ulong.MaxValue);
}
