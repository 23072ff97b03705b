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
    private void Assume()
    {
        foreach (var symbol in _scope.Variables.Keys.ToList())
            _scope.Variables[symbol] = Assume(_scope.Variables[symbol]);
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
