using SmartNic.Hls.Ir;

namespace SmartNic.Hls.Front;

/// <summary>The finite set of values that a node can take on a path, if it is small.</summary>
internal static class ValueSets
{
    private const int Limit = 4096;
    private const int EnumeratedWidth = 8;
    private const int MostBound = 255;

    public static SortedSet<long>? Of(Node n, PathFacts facts)
    {
        var set = Structural(n, facts);
        if (set == null && n.Width <= EnumeratedWidth)
            set = [.. Enumerable.Range(0, 1 << n.Width).Select(i => (long)i)];
        if (set == null && n.Unsigned.Max - n.Unsigned.Min < 64)
            set = [.. Enumerable.Range(0, (int)(n.Unsigned.Max - n.Unsigned.Min) + 1)
                .Select(i => (long)n.Unsigned.Min + i)];
        if (set == null && Bound(n, facts) is { } most)
            set = [.. Enumerable.Range(0, most + 1).Select(i => (long)i)];
        if (set == null) return null;
        set.RemoveWhere(v => v < n.Unsigned.Min || v > n.Unsigned.Max);
        foreach (var (condition, value) in facts.Known) Restrict(set, n, condition, value);
        return set;
    }

    /// <summary>The largest value that a test against a constant leaves, if that is
    /// small.</summary>
    private static int? Bound(Node n, PathFacts facts)
    {
        int? most = null;
        foreach (var (condition, value) in facts.Known)
        {
            if (condition.Op != Op.Less) continue;
            var (x, y) = (condition.Args[0], condition.Args[1]);
            var (tested, bound) = value ? (x, y.IsConstant ? y.Value - 1 : -1)
                : (y, x.IsConstant ? x.Value : -1);
            if (bound < 0 || bound > (most ?? MostBound) || !Selects(tested, n, out int low)
                || low != 0 || n.Unsigned.Max > Bits.Mask(tested.Width)) continue;
            most = (int)bound;
        }
        return most;
    }

    private static SortedSet<long>? Structural(Node n, PathFacts facts)
    {
        switch (n.Op)
        {
            case Op.Constant:
                return n.Value < long.MaxValue ? [(long)n.Value] : null;
            case Op.ZeroExtend or Op.Leave:
                return Of(n.Args[0], facts);
            case Op.Slice:
                return Of(n.Args[0], facts) is { } whole
                    ? [.. whole.Select(v => Part(v, n.Low, n.Width))] : null;
            case Op.Mux when facts.Decide(n.Args[0]) is { } known:
                return Of(n.Args[known ? 1 : 2], facts);
            case Op.Mux:
                var set = Of(n.Args[1], facts.And(n.Args[0], true));
                var other = Of(n.Args[2], facts.And(n.Args[0], false));
                if (set == null || other == null) return null;
                set.UnionWith(other);
                return set;
            case Op.Add when n.Width < 63:
                long mask = (1L << n.Width) - 1;
                return Cross(n, facts, (a, b) => (a + b) & mask);
            case Op.Subtract when n.Width < 63:
                long wrap = (1L << n.Width) - 1;
                return Cross(n, facts, (a, b) => (a - b) & wrap);
            case Op.Concat when n.Width < 63:
                return Cross(n, facts, (a, b) => a << n.Args[1].Width | b);
            default:
                return null;
        }
    }

    private static SortedSet<long>? Cross(Node n, PathFacts facts, Func<long, long, long> join)
    {
        var left = Of(n.Args[0], facts);
        var right = left == null ? null : Of(n.Args[1], facts);
        if (right == null || left!.Count * right.Count > Limit) return null;
        var set = new SortedSet<long>();
        foreach (long a in left)
            foreach (long b in right) set.Add(join(a, b));
        return set;
    }

    private static void Restrict(SortedSet<long> set, Node n, Node condition, bool value)
    {
        if (condition.Op is not (Op.Less or Op.Equal)) return;
        var (x, y) = (condition.Args[0], condition.Args[1]);
        // Conditions look at the bits that matter: x[5:2] < 5 restricts x too.
        if (y.IsConstant && Selects(x, n, out int low))
            set.RemoveWhere(v => Part(v, low, x.Width) is var p && value
                != (condition.Op == Op.Less ? p < y.Value : p == y.Value));
        else if (x.IsConstant && condition.Op == Op.Less && Selects(y, n, out low))
            set.RemoveWhere(v => value != (x.Value < Part(v, low, y.Width)));
    }

    /// <summary>True when the first node is some bits of the second.</summary>
    private static bool Selects(Node part, Node whole, out int low)
    {
        low = 0;
        if (part == whole) return true;
        if (part.Op != Op.Slice) return false;
        low = part.Low;
        if (part.Args[0] == whole) return true;
        low = part.Low - whole.Low;
        return whole.Op == Op.Slice && part.Args[0] == whole.Args[0] && low >= 0
            && low + part.Width <= whole.Width;
    }

    private static long Part(long value, int low, int width) =>
        value >> low & (width >= 63 ? long.MaxValue : (1L << width) - 1);
}
