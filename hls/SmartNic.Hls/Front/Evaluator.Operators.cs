using System.Numerics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SmartNic.Hls.Ir;

namespace SmartNic.Hls.Front;

internal sealed partial class Evaluator
{
    private Node Condition(IOperation operation) => ((Scalar)Evaluate(operation)).Node;

    private static int Width(ITypeSymbol type, IOperation at) =>
        TypeLayout.ScalarWidth(type) ?? throw Diagnostics.TypeNotSupported(type, at);

    /// <summary>A conversion between scalars: extend by the sign of the source, or cut.</summary>
    private Scalar Convert(Scalar from, ITypeSymbol to, IOperation at)
    {
        int width = Width(to, at);
        return new(TypeLayout.IsSigned(from.Type)
            ? graph.SignExtend(from.Node, width) : graph.ZeroExtend(from.Node, width), to);
    }

    private Scalar Binary(BinaryOperatorKind kind, Scalar l, Scalar r, ITypeSymbol type,
        IOperation at)
    {
        int width = Width(type, at);
        Scalar Result(Node node) => new(node, type);
        Scalar Of(Op op) => Result(graph.Make(op, width, l.Node, r.Node));
        switch (kind)
        {
            case BinaryOperatorKind.Add: return Of(Op.Add);
            case BinaryOperatorKind.Subtract: return Of(Op.Subtract);
            case BinaryOperatorKind.And: return Of(Op.And);
            case BinaryOperatorKind.Or: return Of(Op.Or);
            case BinaryOperatorKind.ExclusiveOr: return Of(Op.Xor);
            case BinaryOperatorKind.Multiply: return Result(Product(l.Node, r.Node, width, at));
            case BinaryOperatorKind.LeftShift:
                return Result(Shift(Op.ShiftLeft, l, r));
            case BinaryOperatorKind.UnsignedRightShift:
                return Result(Shift(Op.ShiftRight, l, r));
            case BinaryOperatorKind.RightShift:
                return Result(Shift(
                    TypeLayout.IsSigned(l.Type) ? Op.ShiftRightSigned : Op.ShiftRight, l, r));
            case BinaryOperatorKind.Divide or BinaryOperatorKind.Remainder
                when Quotient(kind, l, r) is { } number:
                return Result(graph.Constant(number, width));
            case BinaryOperatorKind.Divide or BinaryOperatorKind.Remainder
                when !TypeLayout.IsSigned(l.Type) && r.Node
                    is { IsConstant: true, Value.IsPowerOfTwo: true }:
                int log = (int)r.Node.Value.GetBitLength() - 1;
                return Result(kind == BinaryOperatorKind.Divide
                    ? graph.Make(Op.ShiftRight, width, l.Node, graph.Constant(log, 8))
                    : graph.And(l.Node, graph.Constant(r.Node.Value - 1, width)));
            case BinaryOperatorKind.Divide or BinaryOperatorKind.Remainder
                when new Division(graph, (x, y, back) => Product(x, y, x.Width, at,
                    back ? "/back" : "")).Of(l.Node, r.Node, TypeLayout.IsSigned(l.Type),
                    kind == BinaryOperatorKind.Divide) is { } divided:
                return Result(divided);
            default:
                return Result(Compare(kind, l, r, at));
        }
    }

    /// <summary>Quotient or remainder of constants, e.g. of loop variables; null where the
    /// method would throw.</summary>
    private static BigInteger? Quotient(BinaryOperatorKind kind, Scalar l, Scalar r)
    {
        if (!l.Node.IsConstant || !r.Node.IsConstant || r.Node.IsZero) return null;
        BigInteger Number(Scalar s) =>
            TypeLayout.IsSigned(s.Type) ? s.Node.Signed.Min : s.Node.Value;
        var (x, y) = (Number(l), Number(r));
        if (kind == BinaryOperatorKind.Remainder) return BigInteger.Remainder(x, y);
        bool throws = TypeLayout.IsSigned(l.Type) && y == -1
            && x == -(BigInteger.One << (l.Node.Width - 1));
        return throws ? null : BigInteger.Divide(x, y);
    }

    /// <summary>The count is masked by the width of the promoted type; narrow types use
    /// 64.</summary>
    private Node Shift(Op op, Scalar value, Scalar count)
    {
        int mask = TypeLayout.IsUInt128(value.Type) ? 127
            : TypeLayout.NarrowWidth(value.Type) != null ? 63 : value.Node.Width - 1;
        var masked = graph.And(count.Node, graph.Constant(mask, count.Node.Width));
        return graph.Make(op, value.Node.Width, value.Node, masked);
    }

    private Node Compare(BinaryOperatorKind kind, Scalar l, Scalar r, IOperation at)
    {
        var op = TypeLayout.IsSigned(l.Type) ? Op.LessSigned : Op.Less;
        Node Less(Scalar x, Scalar y) => graph.Make(op, 1, x.Node, y.Node);
        return kind switch
        {
            BinaryOperatorKind.Equals => graph.Make(Op.Equal, 1, l.Node, r.Node),
            BinaryOperatorKind.NotEquals => graph.Not(graph.Make(Op.Equal, 1, l.Node, r.Node)),
            BinaryOperatorKind.LessThan => Less(l, r),
            BinaryOperatorKind.GreaterThan => Less(r, l),
            BinaryOperatorKind.LessThanOrEqual => graph.Not(Less(r, l)),
            BinaryOperatorKind.GreaterThanOrEqual => graph.Not(Less(l, r)),
            _ => throw Diagnostics.OperatorNotSupported(kind.ToString(), at),
        };
    }

    private Node Same(Value l, Value r, IOperation at)
    {
        if (l is Scalar s && r is Scalar t)
        {
            if (s.Node.Width == t.Node.Width
                && TypeLayout.IsSigned(s.Type) == TypeLayout.IsSigned(t.Type))
                return graph.Make(Op.Equal, 1, s.Node, t.Node);
            // Promotion compares numbers: as many bits as hold both.
            int most = Math.Max(s.Node.Width, t.Node.Width) + 1;
            Node Wide(Scalar x) => TypeLayout.IsSigned(x.Type)
                ? graph.SignExtend(x.Node, most) : graph.ZeroExtend(x.Node, most);
            return graph.Make(Op.Equal, 1, Wide(s), Wide(t));
        }
        if (l is not Aggregate a || r is not Aggregate b || a.Fields.Length != b.Fields.Length)
            throw Diagnostics.ExpressionNotSupported(at);
        if (!a.Type.IsTupleType && (!a.Type.IsRecord || !Meaning.HasPlainEquality(a.Type)
            || !SymbolEqualityComparer.Default.Equals(a.Type, b.Type)))
            throw Diagnostics.Hidden($"== of {a.Type.Name} calls a method of the type",
                "call it, or compare field by field", at);
        var all = graph.Bit(true);
        for (int i = 0; i < a.Fields.Length; i++)
            all = graph.And(all, Same(a.Fields[i], b.Fields[i], at));
        return all;
    }

    /// <summary>
    /// A product by a constant of few digits is shifts and adds; any other is a DSP of three
    /// stages.
    /// </summary>
    private Node Product(Node x, Node y, int width, IOperation at, string part = "")
    {
        if (x.IsConstant) (x, y) = (y, x);
        if (y.IsConstant && (x.IsConstant
            || OptimisingGraph.SignedDigits(y.Value, width).Count() <= 3))
            return graph.Make(Op.Multiply, width, x, y);
        if (Combinational) throw Diagnostics.MemoryInStep(at);
        var (a, b, w) = (x, y, width);
        if (graph.Optimises)
        {
            a = graph.Slice(x, 0, Bits.Length(x.Unsigned.Max));
            b = graph.Slice(y, 0, Bits.Length(y.Unsigned.Max));
            w = Math.Min(width, a.Width + b.Width);
        }
        var site = new CallSite(CallKind.Product, $"{_scope.Path}/{Position(at)}{part}",
            "product", new Emit.ProductEmitter().Latency(a.Width, b.Width, w));
        var product = graph.Call(site, w, a, b);
        Calls.Add((product, _scope.Facts.Condition(graph)));
        return graph.ZeroExtend(product, width);
    }

    private Scalar Negate(Scalar x, ITypeSymbol type) => new(
        graph.Make(Op.Subtract, x.Node.Width, graph.Constant(BigInteger.Zero, x.Node.Width),
            x.Node),
        type);
}
