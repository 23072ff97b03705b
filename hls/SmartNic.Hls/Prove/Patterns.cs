namespace SmartNic.Hls.Prove;

/// <summary>
/// Values of all gates of a growing graph for input patterns under which an assumption holds, 64
/// to a word. Gates that differ in one are different; the others may be equal.
/// </summary>
internal sealed class Patterns(Aig graph, int holds, int variables)
{
    private const int Words = 16, Steps = 200;

    /// <summary>How many inputs, or pairs of inputs, change in a step.</summary>
    private static readonly int[] _rates = [1, 1, 1, 1, 4, 4, 16];

    /// <summary>Steps from values that tell two gates apart: few, to stay near them.</summary>
    private const int NearSteps = 4;

    private readonly List<ulong[]> _words = [];
    private readonly Random _random = new(1);

    /// <summary>Starts from values under which the assumption holds; patterns walk from there,
    /// step by step, as far as it lets them.</summary>
    public void Start(Func<int, bool> input)
    {
        var bound = graph.Cone(holds).Where(v => !graph.IsGate(v)).ToHashSet();
        int[] walk = [.. bound];
        var word = Word(input);
        while (_words.Count < Words)
        {
            for (int k = 0; k < Steps && walk.Length > 0; k++) Step(word, walk, k);
            for (int v = 1; v <= graph.Inputs; v++)
                if (!bound.Contains(v)) word[v] = (ulong)_random.NextInt64() << 1 ^ word[v] >> 63;
            Keep((ulong[])word.Clone());
        }
    }

    /// <summary>Adds values for which the assumption holds, and others near them.</summary>
    public void Add(Func<int, bool> input)
    {
        var word = Word(input);
        int[] all = [.. Enumerable.Range(1, graph.Inputs)];
        for (int k = 0; k < NearSteps; k++) Step(word, all, k);
        for (int v = 1; v <= graph.Inputs; v++)
            word[v] = word[v] & ~1UL | (input(v) ? 1UL : 0);
        Keep(word);
    }

    /// <summary>True when two are equal in all patterns, or different in all.</summary>
    public bool Alike(int x, int y)
    {
        ulong phase = Differ(x, y) ? ulong.MaxValue : 0;
        for (int i = _words.Count; i-- > 0;)
            if ((_words[i][x] ^ _words[i][y]) != phase) return false;
        return true;
    }

    private ulong[] Word(Func<int, bool> input)
    {
        var word = new ulong[variables];
        for (int v = 1; v <= graph.Inputs; v++) word[v] = input(v) ? ulong.MaxValue : 0;
        return word;
    }

    private void Keep(ulong[] word)
    {
        Simulate(word, 1, graph.Variables);
        if (Literal(word, holds) != ulong.MaxValue)
            throw new InvalidOperationException("a pattern leaves the assumption");
        _words.Add(word);
    }

    /// <summary>Values of a gate that is the newest of the graph.</summary>
    public void Extend(int variable)
    {
        foreach (var word in _words) Simulate(word, variable, variable + 1);
    }

    /// <summary>Value in the first pattern; false before there is one.</summary>
    public bool First(int variable) => _words.Count > 0 && (_words[0][variable] & 1) != 0;

    /// <summary>True when two differ in the first pattern.</summary>
    public bool Differ(int x, int y) => First(x) != First(y);

    /// <summary>Equal for variables with the same values in the patterns of the start, or the
    /// complement in all.</summary>
    public ulong Key(int variable)
    {
        ulong phase = First(variable) ? ulong.MaxValue : 0, key = 0;
        for (int i = 0; i < Words; i++)
            key = (key ^ _words[i][variable] ^ phase) * 0x9E3779B97F4A7C15 ^ key >> 29;
        return key;
    }

    /// <summary>
    /// Flips some inputs in each pattern, where the assumption still holds then: single ones, or
    /// two that are whole 16-bit words apart, which leaves sums such as the internet checksum's
    /// as they are more often than other changes do.
    /// </summary>
    private void Step(ulong[] word, int[] inputs, int kind)
    {
        var changed = new Dictionary<int, ulong>();
        void Flip(int v, ulong bit) => changed[v] = changed.GetValueOrDefault(v) ^ bit;
        for (int slot = 0; slot < 64; slot++)
        {
            for (int k = 0; k < _rates[kind % _rates.Length]; k++)
            {
                int v = inputs[_random.Next(inputs.Length)];
                int other = v + (16 * _random.Next(-12, 13));
                Flip(v, 1UL << slot);
                if (kind % 2 == 1 && other > 0 && other <= graph.Inputs) Flip(other, 1UL << slot);
            }
        }
        foreach (var (v, bits) in changed) word[v] ^= bits;
        Simulate(word, 1, graph.Variables);
        ulong bad = ~Literal(word, holds);
        foreach (var (v, bits) in changed) word[v] ^= bits & bad;
    }

    private static ulong Literal(ulong[] word, int literal) =>
        word[literal >> 1] ^ ((literal & 1) == 0 ? 0 : ulong.MaxValue);

    private void Simulate(ulong[] word, int from, int to)
    {
        for (int v = Math.Max(from, graph.Inputs + 1); v < to; v++)
        {
            var (left, right) = graph.Gate(v);
            word[v] = Literal(word, left) & Literal(word, right);
        }
    }
}
