using System.Numerics;

namespace SmartNic.Hls.Passes;

/// <summary>
/// Sums over GF(2) as a network of gates of up to six inputs. Pairs of terms that many sums have in
/// common become a term of their own first (Paar 1997: greedy common subexpressions); then each
/// sum is a tree that joins its earliest terms first.
/// </summary>
internal sealed class XorNetwork
{
    private const int LutInputs = 6;

    /// <summary>A pair saves a fifth of a LUT a sum, and costs one.</summary>
    private const int WorthSharing = 6;

    /// <summary>Each round may make a sum one level deeper.</summary>
    private const int Rounds = 2;

    private readonly List<ulong[]> _columns = [];
    private readonly List<int> _levels = [];

    /// <summary>The gates, in topological order: the terms that each adds.</summary>
    public List<int[]> Gates { get; } = [];

    /// <summary>The term that is each sum; -1 where it is empty.</summary>
    public int[] Sums { get; }

    /// <summary>Terms from 0 on are what comes in; gates follow.</summary>
    /// <param name="sums">The terms of each sum.</param>
    /// <param name="levels">When each term is there, in LUT levels.</param>
    public XorNetwork(IReadOnlyList<int[]> sums, IReadOnlyList<int> levels)
    {
        int words = (sums.Count + 63) / 64;
        _levels.AddRange(levels);
        _columns.AddRange(levels.Select(_ => new ulong[words]));
        for (int s = 0; s < sums.Count; s++)
            foreach (int term in sums[s]) _columns[term][s / 64] |= 1ul << (s % 64);
        for (int round = 0; round < Rounds && Share(); round++)
        {
        }
        Sums = [.. Enumerable.Range(0, sums.Count).Select(Tree)];
    }

    private int Gate(int[] terms)
    {
        Gates.Add(terms);
        _levels.Add(terms.Max(t => _levels[t]) + 1);
        return _levels.Count - 1;
    }

    /// <summary>One round: each term joins at most one pair.</summary>
    private bool Share()
    {
        int count = _columns.Count;
        var pairs = new List<(int Common, int A, int B)>();
        for (int a = 0; a < count; a++)
            for (int b = a + 1; b < count; b++)
                if (_levels[a] == _levels[b] && Common(a, b) is var n and >= WorthSharing)
                    pairs.Add((n, a, b));
        var taken = new HashSet<int>();
        foreach (var (_, a, b) in pairs.OrderByDescending(p => p.Common))
        {
            if (taken.Contains(a) || taken.Contains(b)) continue;
            taken.Add(a);
            taken.Add(b);
            ulong[] both = [.. _columns[a].Zip(_columns[b], (x, y) => x & y)];
            for (int w = 0; w < both.Length; w++)
            {
                _columns[a][w] &= ~both[w];
                _columns[b][w] &= ~both[w];
            }
            _columns.Add(both);
            Gate([a, b]);
        }
        return taken.Count > 0;
    }

    private int Common(int a, int b)
    {
        int sum = 0;
        for (int w = 0; w < _columns[a].Length; w++)
            sum += BitOperations.PopCount(_columns[a][w] & _columns[b][w]);
        return sum;
    }

    private int Tree(int sum)
    {
        var queue = new PriorityQueue<int, (int, int)>();
        for (int t = 0; t < _columns.Count; t++)
            if ((_columns[t][sum / 64] >> (sum % 64) & 1) != 0) queue.Enqueue(t, (_levels[t], t));
        if (queue.Count == 0) return -1;
        // The first gate takes what makes all later ones full.
        int take = queue.Count <= LutInputs ? queue.Count : (queue.Count - 2) % (LutInputs - 1) + 2;
        while (queue.Count > 1)
        {
            var terms = new int[Math.Min(take, queue.Count)];
            for (int i = 0; i < terms.Length; i++) terms[i] = queue.Dequeue();
            int gate = Gate(terms);
            queue.Enqueue(gate, (_levels[gate], gate));
            take = LutInputs;
        }
        return queue.Dequeue();
    }
}
