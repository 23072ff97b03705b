namespace SmartNic.Hls.Ir;

/// <summary>
/// Rewrites every node at its birth: natural widths from intervals, wiring through slices and
/// concatenations, Boolean absorption. The result of a rule is again built by this class, so rules
/// stay one step each; every rule makes its node narrower or smaller, so they end.
/// </summary>
public sealed partial class OptimisingGraph : Graph
{
    /// <inheritdoc/>
    public override bool Optimises => true;

    /// <inheritdoc/>
    protected override Node Rewrite(Op op, int width, int low, Node[] args)
    {
        if (IsCommutative(op) && Precedes(args[1], args[0])) args = [args[1], args[0]];
        var x = args[0];
        var y = args.Length > 1 ? args[1] : x;
        var better = op switch
        {
            Op.Add => Sum(width, x, y),
            Op.Subtract => Difference(width, x, y),
            Op.Multiply => Product(width, x, y),
            Op.And or Op.Or or Op.Xor => Logic(op, width, x, y),
            Op.Not => Complement(x),
            Op.ShiftLeft or Op.ShiftRight or Op.ShiftRightSigned => Shift(op, width, x, y),
            Op.Equal => Equality(x, y),
            Op.Less or Op.LessSigned => Order(op, x, y),
            Op.Mux => Choice(x, y, args[2]),
            Op.Slice => Part(x, low, width),
            Op.Concat => Join(x, y),
            Op.ZeroExtend => x.Op == Op.ZeroExtend ? ZeroExtend(x.Args[0], width) : null,
            Op.SignExtend => Widen(x, width),
            _ => null,
        };
        return better ?? Intern(op, width, low, args, 0, null);
    }

    private static bool IsCommutative(Op op) =>
        op is Op.Add or Op.Multiply or Op.And or Op.Or or Op.Xor or Op.Equal;

    /// <summary>Constants go last, else creation order.</summary>
    private static bool Precedes(Node a, Node b) =>
        a.IsConstant == b.IsConstant ? a.Id < b.Id : b.IsConstant;

    private static int TrailingZeros(Node x) => x.TrailingZeros;

    private Node High(Node x, int from) => Slice(x, from, x.Width - from);
}
