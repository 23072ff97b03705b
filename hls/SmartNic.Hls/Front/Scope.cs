using Microsoft.CodeAnalysis;
using SmartNic.Hls.Ir;

namespace SmartNic.Hls.Front;

/// <summary>The state of one inlined method on one path: variables, exits, what the path
/// knows.</summary>
internal sealed class Scope(Graph graph, IMethodSymbol method, PathFacts facts, string path)
{
    public IMethodSymbol Method { get; } = method;

    /// <summary>Call path in the source, the prefix of call-site keys.</summary>
    public string Path { get; set; } = path;

    /// <summary>Variables by symbol; the struct's own value by its method.</summary>
    public Dictionary<ISymbol, Value> Variables { get; private init; } =
        new(SymbolEqualityComparer.Default);

    /// <summary>Type parameters of the method and its type.</summary>
    public Dictionary<ISymbol, ITypeSymbol> Types { get; private init; } =
        new(SymbolEqualityComparer.Default);

    /// <summary>Variables that the caller sees after a return.</summary>
    public HashSet<ISymbol> Escaping { get; private init; } = new(SymbolEqualityComparer.Default);

    public Node Returned { get; set; } = graph.Bit(false);

    public Node Broken { get; set; } = graph.Bit(false);

    public Node Continued { get; set; } = graph.Bit(false);

    public Value? Result { get; set; }

    public PathFacts Facts { get; set; } = facts;

    /// <summary>One where the rest of the statements is not run.</summary>
    public Node Stopped => graph.Or(Returned, graph.Or(Broken, Continued));

    public Scope Fork(Node condition, bool value) => new(graph, Method, Facts, Path)
    {
        Variables = new(Variables, SymbolEqualityComparer.Default),
        Types = Types,
        Escaping = Escaping,
        Returned = Returned,
        Broken = Broken,
        Continued = Continued,
        Result = Result,
        Facts = Facts.And(condition, value),
    };

    /// <summary>Becomes the meeting of two forks.</summary>
    public void Merge(Node condition, Scope ifTrue, Scope ifFalse, Func<Node, Value, Value,
        Value> select)
    {
        // Variables of a path that has returned are don't-care, or each early return costs muxes.
        bool onlyTrue = ifFalse.Returned.IsOne && !ifTrue.Returned.IsOne;
        bool onlyFalse = ifTrue.Returned.IsOne && !ifFalse.Returned.IsOne;
        foreach (var symbol in ifTrue.Variables.Keys.Concat(ifFalse.Variables.Keys).ToHashSet(
            (IEqualityComparer<ISymbol>)SymbolEqualityComparer.Default))
        {
            bool escapes = Escaping.Contains(symbol);
            ifTrue.Variables.TryGetValue(symbol, out var t);
            ifFalse.Variables.TryGetValue(symbol, out var f);
            Variables[symbol] = t == null ? f! : f == null ? t
                : onlyTrue && !escapes ? t : onlyFalse && !escapes ? f : select(condition, t, f);
        }
        Result = ifTrue.Result == null ? ifFalse.Result : ifFalse.Result == null ? ifTrue.Result
            : select(condition, ifTrue.Result, ifFalse.Result);
        Returned = graph.Mux(condition, ifTrue.Returned, ifFalse.Returned);
        Broken = graph.Mux(condition, ifTrue.Broken, ifFalse.Broken);
        Continued = graph.Mux(condition, ifTrue.Continued, ifFalse.Continued);
    }
}
