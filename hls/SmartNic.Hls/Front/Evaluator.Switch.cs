using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SmartNic.Hls.Ir;

namespace SmartNic.Hls.Front;

internal sealed partial class Evaluator
{
    private void Switch(ISwitchOperation choice)
    {
        var value = Evaluate(choice.Value);
        // Default is what no label of any section takes, wherever it stands. A section that has
        // it beside other labels comes last here, so these must not matter to those behind it.
        var own = choice.Cases.FirstOrDefault(s => s.Clauses.Length > 1
            && s.Clauses.Any(c => c is IDefaultCaseClauseOperation));
        if (own != null && own != choice.Cases[^1])
            throw Diagnostics.Hidden("default shares its section with labels that are tried "
                + "before those of later sections", "put this section last", own);
        var sections = choice.Cases.OrderBy(s =>
            s.Clauses.Any(c => c is IDefaultCaseClauseOperation));
        Sections(value, [.. sections], 0);
        _scope.Broken = graph.Bit(false);
    }

    private void Sections(Value value, ISwitchCaseOperation[] sections, int i)
    {
        if (i == sections.Length) return;
        var hit = graph.Bit(false);
        foreach (var clause in sections[i].Clauses)
        {
            var before = hit;
            hit = Flag(before, () => graph.Bit(true), () => Clause(value, clause));
        }
        Branch(hit, () => Sequence(sections[i].Body, 0), () => Sections(value, sections, i + 1));
    }

    private Node Clause(Value value, ICaseClauseOperation clause)
    {
        switch (clause)
        {
            case IDefaultCaseClauseOperation:
                return graph.Bit(true);
            case ISingleValueCaseClauseOperation single:
                return Same(value, Evaluate(single.Value), clause);
            case IPatternCaseClauseOperation pattern:
                var hit = Matches(value, pattern.Pattern);
                return Guarded(hit, pattern.Guard);
            default:
                throw Diagnostics.PatternNotSupported(clause);
        }
    }

    /// <summary>A guard runs where its pattern matches, and only there.</summary>
    private Node Guarded(Node hit, IOperation? guard) => guard == null ? hit
        : Flag(hit, () => Condition(guard), () => graph.Bit(false));

    private Node Flag(Node condition, Func<Node> ifTrue, Func<Node> ifFalse)
    {
        Node? t = null, f = null;
        Branch(condition, () => t = ifTrue(), () => f = ifFalse());
        return t == null ? f! : f == null ? t : t == f ? t
            : f.IsZero ? graph.And(condition, t) : t.IsOne ? graph.Or(condition, f)
            : graph.Mux(condition, t, f);
    }

    private Value SwitchValue(ISwitchExpressionOperation choice)
    {
        if (!choice.IsExhaustive)
            throw Diagnostics.Hidden("this throws for a value that no arm takes",
                "end it with an arm for all others, _ => ...", choice);
        var value = Evaluate(choice.Value);
        return Arms(value, choice, 0)!;
    }

    private Value? Arms(Value value, ISwitchExpressionOperation choice, int i)
    {
        if (i == choice.Arms.Length) return null;
        var arm = choice.Arms[i];
        var hit = Matches(value, arm.Pattern);
        // The last arm of an exhaustive switch needs no test; a missed value would have thrown.
        if (i == choice.Arms.Length - 1) hit = graph.Bit(true);
        hit = Guarded(hit, arm.Guard);
        return Either(hit, () => Evaluate(arm.Value), () => Arms(value, choice, i + 1));
    }

    /// <summary>An expression with two sides, of which one may do something.</summary>
    private Value? Either(Node condition, Func<Value?> ifTrue, Func<Value?> ifFalse)
    {
        Value? t = null, f = null;
        Branch(condition, () => t = ifTrue(), () => f = ifFalse());
        return t == null ? f : f == null ? t : Select(condition, t, f);
    }

    private static ITypeSymbol? TypeOf(Value value) =>
        value switch { Scalar s => s.Type, Aggregate a => a.Type, _ => null };

    private Node Matches(Value value, IPatternOperation pattern)
    {
        switch (pattern)
        {
            case IDiscardPatternOperation:
                return graph.Bit(true);
            case IConstantPatternOperation constant:
                return Same(value, Evaluate(constant.Value), pattern);
            case IRelationalPatternOperation relation:
                var bound = (Scalar)Evaluate(relation.Value);
                return Compare(relation.OperatorKind, (Scalar)value,
                    (Scalar)Coerce(bound, ((Scalar)value).Type, pattern), pattern);
            case INegatedPatternOperation negated:
                return graph.Not(Matches(value, negated.Pattern));
            case IBinaryPatternOperation { OperatorKind: BinaryOperatorKind.Or } or:
                return graph.Or(Matches(value, or.LeftPattern), Matches(value, or.RightPattern));
            case IBinaryPatternOperation and:
                return graph.And(Matches(value, and.LeftPattern), Matches(value, and.RightPattern));
            case IDeclarationPatternOperation { DeclaredSymbol: ILocalSymbol local } of:
                if (of.MatchedType != null && !SymbolEqualityComparer.Default.Equals(
                    Close(of.MatchedType), TypeOf(value)))
                {
                    // Generic code: value types of different names are different.
                    _scope.Variables[local] = Default(Close(of.MatchedType), of);
                    return graph.Bit(false);
                }
                _scope.Variables[local] = value;
                return graph.Bit(true);
            case IRecursivePatternOperation { PropertySubpatterns.Length: 0,
                DeclaredSymbol: null } tuple
                when value is Aggregate { Type.IsTupleType: true } a
                    && a.Fields.Length == tuple.DeconstructionSubpatterns.Length:
                var all = graph.Bit(true);
                foreach (var (sub, field) in tuple.DeconstructionSubpatterns.Zip(a.Fields))
                    all = graph.And(all, Matches(field, sub));
                return all;
            default:
                throw Diagnostics.PatternNotSupported(pattern);
        }
    }
}
