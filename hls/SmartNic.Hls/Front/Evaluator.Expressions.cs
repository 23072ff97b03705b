using System.Globalization;
using System.Numerics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SmartNic.Hls.Ir;

namespace SmartNic.Hls.Front;

internal sealed partial class Evaluator
{
    private Value Default(ITypeSymbol type, IOperation at) =>
        TypeLayout.Build(type, "", (_, width) => graph.Constant(0, width), at);

    private Value Evaluate(IOperation operation, bool discard = false)
    {
        Visit(operation);
        var result = Constant(operation) ?? Compute(operation);
        if (result == null && !discard) throw Diagnostics.ExpressionNotSupported(operation);
        Visit(operation);
        return result!;
    }

    /// <summary>What C# folds is taken first, always.</summary>
    private Scalar? Constant(IOperation operation)
    {
        if (operation.ConstantValue is not { HasValue: true, Value: { } value }) return null;
        if (operation.Type == null || TypeLayout.ScalarWidth(operation.Type) is not { } width)
            throw Diagnostics.TypeNotSupported(operation.Type!, operation);
        return new(graph.Constant(Number(value), width), operation.Type);
    }

    private static BigInteger Number(object value) => value switch
    {
        bool b => b ? 1 : 0,
        char c => c,
        _ => BigInteger.Parse(System.Convert.ToString(value, CultureInfo.InvariantCulture)!,
            CultureInfo.InvariantCulture),
    };

    private Value? Compute(IOperation operation)
    {
        switch (operation)
        {
            case IParenthesizedOperation p:
                return Evaluate(p.Operand);
            case ILocalReferenceOperation or IParameterReferenceOperation
                or IInstanceReferenceOperation or IFieldReferenceOperation { Instance: not null }
                or IInlineArrayAccessOperation:
                return Load(operation);
            case IFieldReferenceOperation field:
                return Static(field);
            case IPropertyReferenceOperation property:
                return Property(property);
            case IDefaultValueOperation:
                return Default(Close(operation.Type), operation);
            case IConversionOperation conversion:
                return Conversion(conversion);
            case IUnaryOperation unary:
                return Unary(unary);
            case IBinaryOperation binary:
                return BinaryOperation(binary);
            case ITupleBinaryOperation pair:
                var same = Same(Evaluate(pair.LeftOperand), Evaluate(pair.RightOperand), pair);
                return new Scalar(pair.OperatorKind == BinaryOperatorKind.Equals
                    ? same : graph.Not(same), pair.Type!);
            case IConditionalOperation { IsRef: true }:
                throw Diagnostics.RefNotSupported(operation);
            case IConditionalOperation c:
                return Either(Condition(c.Condition),
                    () => Evaluate(c.WhenTrue), () => Evaluate(c.WhenFalse!));
            case ISwitchExpressionOperation choice:
                return SwitchValue(choice);
            case IIsPatternOperation match:
                return new Scalar(Matches(Evaluate(match.Value), match.Pattern), match.Type!);
            case ITupleOperation tuple:
                return new Aggregate(Close(tuple.Type),
                    [.. tuple.Elements.Select(e => Evaluate(e))]);
            case ISimpleAssignmentOperation or ICompoundAssignmentOperation
                or IIncrementOrDecrementOperation or IDeconstructionAssignmentOperation:
                return Assign(operation);
            case IObjectCreationOperation creation:
                return Create(creation);
            case IWithOperation with:
                return Initialise(Evaluate(with.Operand), with.Initializer);
            case IInvocationOperation call:
                return Call(call);
            default:
                throw Diagnostics.ExpressionNotSupported(operation);
        }
    }

    private Value Static(IFieldReferenceOperation reference)
    {
        var field = reference.Field;
        if (!field.IsReadOnly || field.DeclaringSyntaxReferences.Length == 0)
            throw Diagnostics.WritableStatic(field, reference);
        if (!Meaning.HasPlainStatics(field.ContainingType))
            throw Diagnostics.Hidden($"{field.Name} is set when a static constructor or a generic "
                + "type runs", "give it an initialiser in a plain type", reference);
        var syntax = field.DeclaringSyntaxReferences[0].GetSyntax();
        Ordered(field, syntax, reference);
        var initializer = syntax.ChildNodes().LastOrDefault();
        var model = compilation.GetSemanticModel(syntax.SyntaxTree);
        if (initializer == null || model.GetOperation(initializer) is not
            IFieldInitializerOperation { Value: var value })
            throw Diagnostics.WritableStatic(field, reference);
        _initialising.Add(field);
        var outer = _scope;
        _scope = new(graph, outer.Method, PathFacts.None, outer.Path);
        EnterBuffer(outer);
        var result = Coerce(Evaluate(value), Close(field.Type), reference);
        _scope = outer;
        _initialising.RemoveAt(_initialising.Count - 1);
        return result;
    }

    private readonly List<IFieldSymbol> _initialising = [];

    /// <summary>C# initialises the fields of a type in the order of the text, and types when they
    /// are first used: one that is read before it has its value is rejected.</summary>
    private void Ordered(IFieldSymbol field, SyntaxNode syntax, IOperation at)
    {
        var same = SymbolEqualityComparer.Default;
        foreach (var open in _initialising)
        {
            var other = open.DeclaringSyntaxReferences[0].GetSyntax();
            bool earlier = same.Equals(open.ContainingType, field.ContainingType)
                && syntax.SyntaxTree == other.SyntaxTree && syntax.SpanStart < other.SpanStart
                && _initialising.All(f => same.Equals(f.ContainingType, field.ContainingType));
            if (earlier || _initialising.All(f =>
                !same.Equals(f.ContainingType, field.ContainingType))) continue;
            throw Diagnostics.Hidden($"{field.Name} is read before it has its value",
                "declare it first, in the same file", at);
        }
    }

    private Value Conversion(IConversionOperation c)
    {
        var to = Close(c.Type);
        if (c.IsChecked) throw Diagnostics.CheckedArithmetic(c);
        if (c.Operand is IDefaultValueOperation { Type: null or { } } d
            && (d.Type == null || c.Conversion.IsIdentity)) return Default(to, c);
        if (Meant(c) is { } own && !TypeLayout.IsBuiltIn(own))
            return Coerce(Operator(own, c, Evaluate(c.Operand)), to, c);
        var from = Evaluate(c.Operand);
        if (from is Scalar scalar && TypeLayout.ScalarWidth(to) != null) return Convert(
            scalar, to, c);
        if (from is Aggregate a && to is INamedTypeSymbol { IsTupleType: true } tuple)
            return a.Type.IsTupleType && tuple.TupleElements.Length == a.Fields.Length
                ? new Aggregate(to, [.. a.Fields.Zip(tuple.TupleElements,
                    (f, e) => Coerce(f, e.Type, c))])
                : throw Diagnostics.ConversionNotSupported(c);
        if (from is not Scalar && SymbolEqualityComparer.Default.Equals(to, TypeOf(from) ?? to))
            return from;
        throw Diagnostics.ConversionNotSupported(c);
    }

    private Value Unary(IUnaryOperation unary)
    {
        if (unary.IsChecked) throw Diagnostics.CheckedArithmetic(unary);
        if (unary.IsLifted) throw Diagnostics.ExpressionNotSupported(unary);
        var value = Evaluate(unary.Operand);
        if (Meant(unary) is { } own && !TypeLayout.IsBuiltIn(own))
            return Operator(own, unary, value);
        var x = (Scalar)value;
        return unary.OperatorKind switch
        {
            UnaryOperatorKind.Minus => Negate(x, x.Type),
            UnaryOperatorKind.Plus => x,
            UnaryOperatorKind.Not or UnaryOperatorKind.BitwiseNegation =>
                new Scalar(graph.Not(x.Node), x.Type),
            _ => throw Diagnostics.OperatorNotSupported(unary.OperatorKind.ToString(), unary),
        };
    }

    private Value BinaryOperation(IBinaryOperation b)
    {
        if (b.IsChecked) throw Diagnostics.CheckedArithmetic(b);
        var type = Close(b.Type);
        if (b.IsLifted) throw Diagnostics.ExpressionNotSupported(b);
        if (b.OperatorMethod != null && b.OperatorKind
            is BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.ConditionalOr)
            throw Diagnostics.Hidden("this calls operators true, false, & or | of the type",
                "call methods that return bool", b);
        if (b.OperatorKind is BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.ConditionalOr)
        {
            bool and = b.OperatorKind == BinaryOperatorKind.ConditionalAnd;
            var fixedSide = new Scalar(graph.Bit(!and), type);
            return Either(Condition(b.LeftOperand),
                () => and ? Evaluate(b.RightOperand) : fixedSide,
                () => and ? fixedSide : Evaluate(b.RightOperand))!;
        }
        var left = Evaluate(b.LeftOperand);
        var right = Evaluate(b.RightOperand);
        if (left is Aggregate && b.OperatorKind
            is BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals
            && b.OperatorMethod is { IsImplicitlyDeclared: true })
        {
            var same = Same(left, right, b);
            return new Scalar(b.OperatorKind == BinaryOperatorKind.Equals ? same : graph.Not(same),
                type);
        }
        if (Meant(b) is { } own && !TypeLayout.IsBuiltIn(own))
            return Operator(own, b, left, right);
        return left is Scalar l && right is Scalar r
            ? Binary(b.OperatorKind, l, r, type, b) : throw Diagnostics.ExpressionNotSupported(b);
    }
}
