using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace SmartNic.Hls.Check.Fuzz;

/// <summary>
/// Makes a failing C# program smaller while it fails in the same way: statements and members go,
/// statements become their bodies, expressions become one of their parts or a default.
/// </summary>
internal static class Shrinker
{
    private const int MaxTries = 3000;

    /// <summary>The smallest program found.</summary>
    /// <param name="source">A program that fails.</param>
    /// <param name="fails">True when a program still fails in the same way.</param>
    public static string Shrink(string source, Func<string, bool> fails)
    {
        var root = CSharpSyntaxTree.ParseText(source).GetRoot();
        int tries = 0;
        for (bool smaller = true; smaller && tries < MaxTries;)
        {
            smaller = false;
            // Large pieces first; after a success the list is made anew from the same place.
            int at = 0;
            while (tries < MaxTries && Candidates(root).Skip(at).FirstOrDefault() is { } change)
            {
                tries++;
                var next = change();
                if (next != null && next.ToString().Length < root.ToString().Length
                    && fails(next.ToFullString()))
                {
                    root = CSharpSyntaxTree.ParseText(next.ToFullString()).GetRoot();
                    smaller = true;
                }
                else
                {
                    at++;
                }
            }
        }
        return root.NormalizeWhitespace("    ", "\n").ToFullString() + "\n";
    }

    private static IEnumerable<Func<SyntaxNode?>> Candidates(SyntaxNode root)
    {
        SyntaxNode? Without(SyntaxNode node) =>
            root.RemoveNode(node, SyntaxRemoveOptions.KeepNoTrivia);
        var nodes = root.DescendantNodes().ToList();
        foreach (var member in nodes.OfType<MemberDeclarationSyntax>())
            if (member is not BaseNamespaceDeclarationSyntax) yield return () => Without(member);
        foreach (var statement in nodes.OfType<StatementSyntax>())
        {
            if (statement.Parent is BlockSyntax or SwitchSectionSyntax)
                yield return () => Without(statement);
            foreach (var body in Bodies(statement))
                yield return () => root.ReplaceNode(statement, body);
        }
        foreach (var part in nodes.Where(n => n is ElseClauseSyntax or SwitchSectionSyntax
            or SwitchExpressionArmSyntax or ParameterSyntax))
            yield return () => Without(part);
        foreach (var expression in nodes.OfType<ExpressionSyntax>())
        {
            if (expression.Parent is AttributeArgumentSyntax or NameEqualsSyntax) continue;
            if (expression is TypeSyntax and not IdentifierNameSyntax) continue;
            // The braces of an initialiser are no expression by themselves.
            if (expression is InitializerExpressionSyntax) continue;
            foreach (var part in expression.ChildNodes().OfType<ExpressionSyntax>()
                .Where(p => p is not InitializerExpressionSyntax))
                yield return () => root.ReplaceNode(expression, part.WithoutTrivia());
            if (expression is not (LiteralExpressionSyntax or IdentifierNameSyntax))
                yield return () => root.ReplaceNode(expression, Literal0);
            if (expression is CastExpressionSyntax cast && cast.Expression != Literal0)
                yield return () => root.ReplaceNode(cast, cast.WithExpression(Literal0));
        }
    }

    private static LiteralExpressionSyntax Literal0 =>
        LiteralExpression(SyntaxKind.DefaultLiteralExpression, Token(SyntaxKind.DefaultKeyword));

    private static IEnumerable<StatementSyntax> Bodies(StatementSyntax statement) =>
        statement switch
        {
            IfStatementSyntax i => i.Else is { } other ? [i.Statement, other.Statement]
                : [i.Statement],
            ForStatementSyntax f => [f.Statement],
            SwitchStatementSyntax s => s.Sections.SelectMany(
                x => x.Statements.Where(t => t is not BreakStatementSyntax)),
            BlockSyntax { Statements.Count: 1, Parent: BlockSyntax } b => b.Statements,
            _ => [],
        };
}
