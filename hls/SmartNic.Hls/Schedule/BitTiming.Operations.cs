using SmartNic.Hls.Ir;

namespace SmartNic.Hls.Schedule;

internal sealed partial class BitTiming
{
    /// <summary>Inputs of a LUT in search of common ones.</summary>
    private const int MostLeaves = 10;

    /// <summary>Sums up to this width are LUTs, not chains.</summary>
    private const int SmallSum = 2;

    /// <summary>A bit as one LUT of given inputs, or of what these are computed from.</summary>
    private void Lut(int bit, int clock, int[] inputs)
    {
        int late = Pack(clock, inputs);
        Set(bit, late == Nothing ? 0 : At(late, clock) + delays.Lut, late, inputs);
    }

    /// <summary>The latest input of the best LUT that computes a bit from given ones, if need be
    /// through the operations in front of them.</summary>
    private int Pack(int clock, ReadOnlySpan<int> inputs)
    {
        Span<int> leaves = stackalloc int[MostLeaves], wider = stackalloc int[MostLeaves];
        int count = 0;
        foreach (int x in inputs) Join(leaves, ref count, x);
        int best = Latest(leaves[..count], clock);
        for (int late = best; At(late, clock) > 0 && _inputs[late] is { } inner
            && (bits.Readers(late) <= 1 || inner.Length == 1);)
        {
            int size = 0;
            foreach (int x in leaves[..count]) if (x != late) Join(wider, ref size, x);
            foreach (int x in inner) Join(wider, ref size, x);
            if (size == MostLeaves) break;
            wider[..size].CopyTo(leaves);
            count = size;
            late = Latest(leaves[..count], clock);
            if (count <= delays.LutInputs && At(late, clock) < At(best, clock)) best = late;
        }
        return best;
    }

    private static void Join(Span<int> set, ref int count, int x)
    {
        if (x < 0 || set[..count].Contains(x)) return;
        if (count < set.Length) set[count++] = x;
    }

    /// <summary>One carry chain; the second operand joins in the LUT of its select
    /// input.</summary>
    private void Sum(int first, int clock, int[] x, int[] y)
    {
        double carry = 0;
        int from = -1;
        for (int i = 0; i < x.Length; i++)
        {
            int late = Latest([x[i], Pack(clock, [x[i], y[i]])], clock);
            double at = At(late, clock) + delays.Carry;
            if (at > carry) (carry, from) = (at, late);
            carry += delays.AddBit;
            Set(first + i, carry, from, null);
        }
    }

    /// <summary>LUTs of whole pairs that say less and equal: joined by a LUT if there are two
    /// groups at most, else by a chain.</summary>
    private void Order(int bit, int clock, int[] x, int[] y)
    {
        int inner = First(bit);
        var groups = Groups(x, y);
        if (groups.Count == 1)
        {
            Lut(bit, clock, groups[0]);
            return;
        }
        if (groups.Count == 2)
        {
            Lut(inner, clock, groups[0]);
            Lut(inner + 1, clock, groups[0]);
            Lut(inner + 2, clock, groups[1]);
            Lut(bit, clock, [inner, inner + 1, inner + 2]);
            return;
        }
        double at = 0;
        int from = -1;
        for (int i = groups.Count; i-- > 0;)
        {
            int late = Pack(clock, groups[i]);
            double here = At(late, clock) + delays.Lut + delays.Carry;
            if (here > at) (at, from) = (here, late);
            at += delays.LutInputs / 2 * delays.CompareBit;
        }
        Set(bit, at, from, null);
    }

    /// <summary>Pairs of bits, highest first, in groups of one LUT.</summary>
    private List<int[]> Groups(int[] x, int[] y)
    {
        var groups = new List<int[]>();
        List<int> group = [];
        for (int i = x.Length; i-- > 0;)
        {
            int[] pair = [.. new[] { x[i], y[i] }.Where(b => b >= 0)];
            if (group.Count + pair.Length > delays.LutInputs)
            {
                groups.Add([.. group]);
                group = [];
            }
            group.AddRange(pair);
        }
        groups.Add([.. group]);
        return groups;
    }

    /// <summary>A bit that depends on pairs of bits: a LUT takes whole pairs, earliest first, and
    /// its output is an input of a later one.</summary>
    private void Tree(int bit, int clock, (int X, int Y)[] pairs)
    {
        int inner = First(bit);
        var queue = new PriorityQueue<(int X, int Y), (double, int)>();
        int order = 0, inputs = 0;
        foreach (var pair in pairs) Add(pair);
        while (inputs > delays.LutInputs)
        {
            queue.TryPeek(out _, out var earliest);
            var taken = new List<int>();
            int terms = 0;
            // What comes later than the output of this LUT joins it only if nothing else does.
            while (queue.TryPeek(out var pair, out var at)
                && taken.Count + Size(pair) <= delays.LutInputs
                && (terms < 2 || at.Item1 < earliest.Item1 + delays.Lut))
            {
                queue.Dequeue();
                taken.AddRange([pair.X, pair.Y]);
                taken.RemoveAll(x => x < 0);
                terms++;
                inputs -= Size(pair);
            }
            Lut(inner, clock, [.. taken]);
            Add((inner++, BitNumbers.Zero));
        }
        Lut(bit, clock, [.. queue.UnorderedItems.SelectMany(
            i => new[] { i.Element.X, i.Element.Y })]);

        void Add((int X, int Y) pair)
        {
            if (Size(pair) == 0) return;
            queue.Enqueue(pair, (Math.Max(At(pair.X, clock), At(pair.Y, clock)), order++));
            inputs += Size(pair);
        }

        static int Size((int X, int Y) p) => (p.X >= 0 ? 1 : 0) + (p.Y >= 0 ? 1 : 0);
    }

    /// <summary>The first bit inside the operation of a result.</summary>
    private int First(int bit) => bits.First(bits.Owner(bit)) + bits.Owner(bit).Width;

    /// <summary>A choice for every bit of the count, lowest first.</summary>
    private void Shift(Node n, int first, int clock, int[] value, int[] count)
    {
        int inner = first + n.Width;
        for (int k = 0; k < count.Length; k++)
        {
            bool isLast = k == count.Length - 1;
            int step = k < 30 ? Math.Min(1 << k, n.Width) : n.Width;
            int[] next = new int[n.Width];
            for (int i = 0; i < n.Width; i++)
            {
                int source = n.Op == Op.ShiftLeft ? i - step : i + step;
                int other = source >= 0 && source < n.Width ? value[source]
                    : n.Op == Op.ShiftRightSigned ? value[^1] : BitNumbers.Zero;
                next[i] = isLast ? first + i : inner++;
                Lut(next[i], clock, [count[k], value[i], other]);
            }
            value = next;
        }
    }
}
