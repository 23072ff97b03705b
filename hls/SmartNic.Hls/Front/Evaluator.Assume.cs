using Microsoft.CodeAnalysis;
using SmartNic.Hls.Ir;

namespace SmartNic.Hls.Front;

internal sealed partial class Evaluator
{
    private const int AssumeDepth = 4;

    /// <summary>
    /// On a path that decides a condition, variables that were merged by it are what they were on
    /// that path: the code behind an early return sees the value before it, not a mux.
    /// </summary>
    /// <returns>What the variables were.</returns>
    private Dictionary<ISymbol, Value> Assume(Scope scope)
    {
        _scope = scope;
        foreach (var symbol in scope.Variables.Keys.ToList())
            scope.Variables[symbol] = Assume(scope.Variables[symbol]);
        return new(scope.Variables, SymbolEqualityComparer.Default);
    }

    /// <summary>
    /// What neither path has written is what it was before both, not a choice of what each knew of
    /// it: the choice would wait for the condition.
    /// </summary>
    private static void Forget(Scope outer, (Scope Scope, Dictionary<ISymbol, Value> Known) t,
        (Scope Scope, Dictionary<ISymbol, Value> Known) f)
    {
        foreach (var (symbol, before) in outer.Variables)
            (t.Scope.Variables[symbol], f.Scope.Variables[symbol]) = Unwritten(before,
                (t.Known[symbol], t.Scope.Variables[symbol]),
                (f.Known[symbol], f.Scope.Variables[symbol]));
    }

    private static (Value, Value) Unwritten(
        Value before, (Value Known, Value Now) t, (Value Known, Value Now) f)
    {
        if (ReferenceEquals(t.Known, t.Now) && ReferenceEquals(f.Known, f.Now))
            return (before, before);
        if (before is not Aggregate whole || t.Now is not Aggregate x || f.Now is not Aggregate y)
            return (t.Now, f.Now);
        var (known, also) = ((Aggregate)t.Known, (Aggregate)f.Known);
        var fields = whole.Fields.Select((field, i) => Unwritten(field,
            (known.Fields[i], x.Fields[i]), (also.Fields[i], y.Fields[i]))).ToList();
        return (x with { Fields = [.. fields.Select(p => p.Item1)] },
            y with { Fields = [.. fields.Select(p => p.Item2)] });
    }

    private Value Assume(Value value)
    {
        switch (value)
        {
            case Scalar scalar:
                var node = Assume(scalar.Node, AssumeDepth);
                return node == scalar.Node ? scalar : scalar with { Node = node };
            case Aggregate aggregate:
                Value[]? changed = null;
                for (int i = 0; i < aggregate.Fields.Length; i++)
                {
                    var field = Assume(aggregate.Fields[i]);
                    if (ReferenceEquals(field, aggregate.Fields[i])) continue;
                    changed ??= (Value[])aggregate.Fields.Clone();
                    changed[i] = field;
                }
                return changed == null ? aggregate : aggregate with { Fields = changed };
            case WindowValue window:
                var offset = Assume(window.Offset, AssumeDepth);
                if (!graph.Optimises)
                    return window with { Words = [Assume(window.Words[0], AssumeDepth)] };
                return offset == window.Offset ? window : window with { Offset = offset };
            case EditValue edit:
                return new EditValue(Assume(edit.Offset, AssumeDepth));
            default:
                return value;
        }
    }

    private Node Assume(Node node, int depth)
    {
        // A count in a loop: what is 0 or 1 becomes a number again.
        if (node.Width == 1 && depth < AssumeDepth && _scope.Facts.Decide(node) is { } bit)
            return graph.Bit(bit);
        if (depth == 0 || node.Op is not (Op.Mux or Op.ZeroExtend or Op.SignExtend or Op.Concat))
            return node;
        if (node.Op == Op.Mux)
            return _scope.Facts.Decide(node.Args[0]) is { } known
                ? Assume(node.Args[known ? 1 : 2], depth) : node;
        var args = node.Args.Select(a => Assume(a, depth - 1)).ToArray();
        return args.SequenceEqual(node.Args) ? node : graph.Make(node.Op, node.Width, args);
    }
}
