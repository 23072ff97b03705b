namespace SmartNic.Hls.Prove;

/// <summary>A word-level cell of Yosys.</summary>
/// <param name="Type">Its type, such as <c>$add</c>.</param>
/// <param name="Pin">Literals of a pin, the lowest bit first.</param>
/// <param name="Parameter">A parameter; 0 where it has none of that name.</param>
/// <param name="Width">Bits of the result.</param>
internal sealed record WordCell(
    string Type, Func<string, int[]> Pin, Func<string, int> Parameter, int Width);

/// <summary>Gates of word-level cells.</summary>
internal sealed class WordGates(Aig graph)
{
    /// <summary>Result bits of a cell, the lowest first.</summary>
    /// <exception cref="InvalidOperationException">The type is none that Yosys makes of the
    /// emitted text.</exception>
    public int[] Lower(WordCell cell)
    {
        int width = cell.Width;
        bool signed = cell.Parameter("A_SIGNED") != 0;
        int[] a = cell.Pin("A");
        int[] wide = Extend(a, width, signed);
        if (cell.Type is "$mux" or "$pmux") return Select(cell, a);
        int[]? one = cell.Type switch
        {
            "$pos" => wide,
            "$not" => [.. wide.Select(x => x ^ 1)],
            "$neg" => Add([.. wide.Select(_ => 0)], Not(wide), 1).Sum,
            "$reduce_and" => Flag(Any(Not(a)) ^ 1, width),
            "$reduce_or" or "$reduce_bool" => Flag(Any(a), width),
            "$reduce_xor" => Flag(a.Aggregate(0, graph.Xor), width),
            "$reduce_xnor" => Flag(a.Aggregate(1, graph.Xor), width),
            "$logic_not" => Flag(Any(a) ^ 1, width),
            _ => null,
        };
        if (one != null) return one;
        int[] b = cell.Pin("B");
        bool both = signed && cell.Parameter("B_SIGNED") != 0;
        return Bitwise(cell.Type, wide, Extend(b, width, both))
            ?? Shift(cell.Type, a, b, width, signed)
            ?? Compare(cell.Type, a, b, width, both)
            ?? throw new InvalidOperationException($"a cell {cell.Type} is not known here");
    }

    private int[]? Bitwise(string type, int[] a, int[] b) => type switch
    {
        "$and" => [.. a.Zip(b, graph.And)],
        "$or" => [.. a.Zip(b, graph.Or)],
        "$xor" => [.. a.Zip(b, graph.Xor)],
        "$xnor" => [.. a.Zip(b, (x, y) => graph.Xor(x, y) ^ 1)],
        "$add" => Add(a, b, 0).Sum,
        "$sub" => Add(a, Not(b), 1).Sum,
        "$mul" => Multiply(a, b),
        _ => null,
    };

    private int[]? Compare(string type, int[] a, int[] b, int width, bool signed)
    {
        int most = Math.Max(a.Length, b.Length);
        int[] x = Extend(a, most, signed), y = Extend(b, most, signed);
        int? flag = type switch
        {
            "$logic_and" => graph.And(Any(a), Any(b)),
            "$logic_or" => graph.Or(Any(a), Any(b)),
            "$eq" or "$eqx" => Any([.. x.Zip(y, graph.Xor)]) ^ 1,
            "$ne" or "$nex" => Any([.. x.Zip(y, graph.Xor)]),
            "$lt" => Less(x, y, signed),
            "$gt" => Less(y, x, signed),
            "$le" => Less(y, x, signed) ^ 1,
            "$ge" => Less(x, y, signed) ^ 1,
            _ => null,
        };
        return flag is { } f ? Flag(f, width) : null;
    }

    /// <summary>The amount is unsigned; bit by bit of it, the whole word moves.</summary>
    private int[]? Shift(string type, int[] a, int[] amount, int width, bool signed)
    {
        if (type is not ("$shl" or "$sshl" or "$shr" or "$sshr")) return null;
        bool left = type.EndsWith('l');
        int[] word = Extend(a, Math.Max(width, a.Length), signed);
        int fill = type == "$sshr" && signed ? word[^1] : 0;
        for (int k = 0; k < amount.Length; k++)
        {
            int by = k < 30 ? 1 << k : int.MaxValue;
            int[] old = word;
            word = [.. old.Select((x, i) => Mux(amount[k], x, left
                ? i >= by ? old[i - by] : 0
                : by < old.Length - i ? old[i + by] : fill))];
        }
        return word[..width];
    }

    /// <summary>Yosys' case: a later selector is never true together with an earlier
    /// one.</summary>
    private int[] Select(WordCell cell, int[] otherwise)
    {
        int[] selectors = cell.Pin("S"), b = cell.Pin("B");
        if (cell.Type == "$mux")
            return [.. otherwise.Select((x, i) => Mux(selectors[0], x, b[i]))];
        int none = Any(selectors) ^ 1;
        return [.. otherwise.Select((x, i) => selectors.Select((s, k) =>
            graph.And(s, b[(k * cell.Width) + i])).Aggregate(graph.And(none, x), graph.Or))];
    }

    private (int[] Sum, int Carry) Add(int[] a, int[] b, int carry)
    {
        var sum = new int[a.Length];
        for (int i = 0; i < a.Length; i++)
        {
            int differ = graph.Xor(a[i], b[i]);
            sum[i] = graph.Xor(differ, carry);
            carry = graph.Or(graph.And(a[i], b[i]), graph.And(differ, carry));
        }
        return (sum, carry);
    }

    /// <summary>No carry leaves x - y; signed, the top bits change places.</summary>
    private int Less(int[] x, int[] y, bool signed)
    {
        int[] Order(int[] bits) => signed ? [.. bits[..^1], bits[^1] ^ 1] : bits;
        return Add(Order(x), Not(Order(y)), 1).Carry ^ 1;
    }

    private int[] Multiply(int[] a, int[] b)
    {
        int[] sum = [.. a.Select(_ => 0)];
        for (int k = 0; k < b.Length; k++)
            sum = Add(sum, [.. a.Select((_, i) => i < k ? 0 : graph.And(a[i - k], b[k]))], 0).Sum;
        return sum;
    }

    private int Mux(int choose, int otherwise, int then) =>
        otherwise == then ? then
        : graph.Or(graph.And(choose ^ 1, otherwise), graph.And(choose, then));

    private int Any(int[] bits) => bits.Aggregate(0, graph.Or);

    private static int[] Not(int[] bits) => [.. bits.Select(x => x ^ 1)];

    private static int[] Flag(int literal, int width) =>
        [literal, .. Enumerable.Repeat(0, width - 1)];

    private static int[] Extend(int[] bits, int width, bool signed) => width <= bits.Length
        ? bits[..width]
        : [.. bits, .. Enumerable.Repeat(signed ? bits[^1] : 0, width - bits.Length)];
}
