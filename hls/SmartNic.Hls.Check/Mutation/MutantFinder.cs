using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace SmartNic.Hls.Check.Mutation;

/// <summary>
/// Every place of a source file where an error can be planted: operators swapped, constants off by
/// one, conditions negated, statements dropped, functions and node kinds mistaken for each other,
/// operators in the emitted text.
/// </summary>
internal static class MutantFinder
{
    private static readonly Dictionary<SyntaxKind, string> Operators = new()
    {
        [SyntaxKind.PlusToken] = "-",
        [SyntaxKind.MinusToken] = "+",
        [SyntaxKind.AsteriskToken] = "+",
        [SyntaxKind.AmpersandAmpersandToken] = "||",
        [SyntaxKind.BarBarToken] = "&&",
        [SyntaxKind.LessThanToken] = "<=",
        [SyntaxKind.LessThanEqualsToken] = "<",
        [SyntaxKind.GreaterThanToken] = ">=",
        [SyntaxKind.GreaterThanEqualsToken] = ">",
        [SyntaxKind.EqualsEqualsToken] = "!=",
        [SyntaxKind.ExclamationEqualsToken] = "==",
        [SyntaxKind.AmpersandToken] = "|",
        [SyntaxKind.BarToken] = "&",
        [SyntaxKind.LessThanLessThanToken] = ">>",
        [SyntaxKind.GreaterThanGreaterThanToken] = "<<",
    };

    /// <summary>Names that are mistaken for each other.</summary>
    private static readonly Dictionary<string, string> Names = new()
    {
        ["Max"] = "Min", ["Min"] = "Max", ["ZeroExtend"] = "SignExtend", ["Any"] = "All",
        ["SignExtend"] = "ZeroExtend", ["Unsigned"] = "Signed", ["Signed"] = "Unsigned",
        ["Add"] = "Subtract", ["Subtract"] = "Add", ["And"] = "Or", ["Or"] = "And",
        ["Xor"] = "Or", ["ShiftLeft"] = "ShiftRight", ["ShiftRight"] = "ShiftLeft",
        ["IsOne"] = "IsZero", ["IsZero"] = "IsOne", ["Less"] = "LessSigned",
        ["LessSigned"] = "Less", ["IsAllOnes"] = "IsOne", ["Dequeue"] = "Peek",
    };

    /// <summary>Text of Verilog that the emitter writes.</summary>
    private static readonly (string, string)[] Verilog =
    [
        (" + ", " - "), (" - ", " + "), (" * ", " + "), (" & ", " | "), (" | ", " & "),
        (" ^ ", " | "), (" << ", " >> "), (" >> ", " << "), (" >>> ", " >> "), (" == ", " != "),
        (" < ", " <= "), (" ? ", " != 0 ? !"), ("~", ""), ("$signed(", "("), ("'d0", "'d1"),
        ("posedge", "negedge"), ("!rst", "rst"), (", ", ", 1'b0, "),
    ];

    /// <summary>All places of a file, in order.</summary>
    /// <param name="file">Its name.</param>
    /// <param name="text">Its text.</param>
    /// <param name="emits">True when its strings are Verilog, not words for people.</param>
    public static IEnumerable<Mutant> Find(string file, string text, bool emits = true)
    {
        var root = CSharpSyntaxTree.ParseText(text).GetRoot();
        var lines = root.GetText().Lines;
        foreach (var (span, after) in root.DescendantNodesAndTokens().SelectMany(
            i => Changes(i, emits)))
        {
            var at = lines.GetLinePosition(span.Start);
            yield return new(file, at.Line + 1, at.Character + 1, span,
                text[span.Start..span.End], after);
        }
    }

    private static IEnumerable<(TextSpan, string)> Changes(SyntaxNodeOrToken item, bool emits)
    {
        if (item.AsToken() is { RawKind: not 0 } token) return OfToken(token, emits);
        return item.AsNode() is { } node ? OfNode(node) : [];
    }

    private static IEnumerable<(TextSpan, string)> OfToken(SyntaxToken token, bool emits)
    {
        bool binary = token.Parent is BinaryExpressionSyntax or RelationalPatternSyntax;
        if (binary && Operators.TryGetValue(token.Kind(), out string? other))
            yield return (token.Span, other);
        if (token is { RawKind: (int)SyntaxKind.NumericLiteralToken, Value: int number })
        {
            yield return (token.Span, $"{number + 1}");
            if (number > 0) yield return (token.Span, $"{number - 1}");
        }
        if (token.IsKind(SyntaxKind.IdentifierToken)
            && token.Parent is IdentifierNameSyntax { Parent: MemberAccessExpressionSyntax
                or InvocationExpressionSyntax }
            && Names.TryGetValue(token.Text, out string? name))
            yield return (token.Span, name);
        if (!emits || !token.IsKind(SyntaxKind.InterpolatedStringTextToken)) yield break;
        foreach (var (before, after) in Verilog)
        {
            int at = token.Text.IndexOf(before, StringComparison.Ordinal);
            if (at >= 0) yield return (new(token.SpanStart + at, before.Length), after);
        }
    }

    private static IEnumerable<(TextSpan, string)> OfNode(SyntaxNode node)
    {
        switch (node)
        {
            case IfStatementSyntax choice:
                yield return (choice.Condition.Span, Negated(choice.Condition));
                break;
            case ConditionalExpressionSyntax choice:
                yield return (choice.Condition.Span, Negated(choice.Condition));
                break;
            case WhenClauseSyntax guard:
                yield return (guard.Condition.Span, Negated(guard.Condition));
                break;
            case ExpressionStatementSyntax statement:
                yield return (statement.Span, ";");
                break;
        }
    }

    private static string Negated(ExpressionSyntax condition) => $"!({condition})";
}
