using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SmartNic.Hls.Ir;
using SmartNic.Hls.Language;

namespace SmartNic.Hls.Front;

internal sealed partial class Evaluator
{
    private const int MaxPositions = 64;
    private const int MostPositions = 128;

    /// <summary>A fresh window over the words of the ports.</summary>
    public WindowValue MakeWindow(Node[] words) => graph.Optimises
        ? new(words, graph.Constant(0, 32), Window.LengthBytes)
        : new([Joined(words)], graph.Constant(0, 32), Window.LengthBytes);

    private Node Joined(IEnumerable<Node> parts) => parts.Aggregate(graph.Concat);

    private Value? WindowCall(IInvocationOperation call)
    {
        var window = Evaluate(call.Instance!);
        var given = Ordered(call);
        if (given.Length == 0 || given[0] is not Scalar argument)
            throw Diagnostics.ExpressionNotSupported(call);
        string name = call.TargetMethod.Name;
        if (name == "Push") return Push((EditValue)window, argument.Node, call);
        if (name == "Skip")
        {
            bool peel = given.Length > 1 && ((Scalar)given[1]).Node.IsOne;
            return window is EditValue e ? new EditValue(
                graph.Make(Op.Add, 32, e.Offset, argument.Node))
                : Skip((WindowValue)window, argument.Node, peel, call);
        }
        if (!argument.Node.IsConstant) throw Diagnostics.OffsetNotConstant(call);
        int offset = (int)Bits.ToSigned(argument.Node.Value, 32);
        bool write = name.StartsWith("Set", StringComparison.Ordinal);
        int bytes = int.Parse(name.AsSpan(write ? 4 : 1)) / 8;
        if (offset < 0 || offset + bytes > Window.LengthBytes)
            throw Diagnostics.OutsideWindow(offset, bytes, call);
        if (write)
        {
            var value = (Scalar)given[1];
            Write((EditValue)window, offset, graph.Slice(value.Node, 0, bytes * 8), call);
            return null;
        }
        var node = window is EditValue edit ? Read(edit, offset, bytes, call)
            : Read((WindowValue)window, offset, bytes, call);
        return new Scalar(node, Close(call.Type));
    }

    private Node Read(WindowValue window, int offset, int bytes, IInvocationOperation call)
    {
        if (!graph.Optimises)
            return graph.Slice(
                window.Words[0], (Window.LengthBytes - offset - bytes) * 8, bytes * 8);
        var positions = Positions(window.Offset, offset, bytes, window.LengthBytes, call);
        return Pick(window.Offset, positions, p => Span(window.Words, (int)p + offset, bytes));
    }

    /// <summary>The finite set of positions of an access, checked against the end.</summary>
    private long[] Positions(Node at, int offset, int bytes, int end, IOperation call)
    {
        bool Within(long p) => p + offset + bytes <= end;
        var positions = ValueSets.Of(at, _scope.Facts);
        if (positions is { Count: > 0 and <= MostPositions } && positions.All(Within))
        {
            // Positions that the path excludes stay in, if they are few: then the value is the
            // same function as in the plain lowering on every path, and the proof stays local.
            var all = ValueSets.Of(at, PathFacts.None);
            return [.. all is { Count: <= MaxPositions } ? all : positions];
        }
        positions = Decided(at, _scope.Facts) ?? throw Diagnostics.SkipNotFinite(call);
        if (!positions.All(Within))
        {
            long first = positions.First(p => !Within(p));
            throw Diagnostics.BeyondWindow((int)first + offset, bytes, call);
        }
        // No position is left where the path never runs.
        return positions.Count == 0 ? [0] : [.. positions];
    }

    /// <summary>The positions that the solver leaves of a path; null when they are
    /// many.</summary>
    private SortedSet<long>? Decided(Node at, PathFacts facts)
    {
        if (!_decided.TryGetValue((at, facts), out var values))
            _decided[(at, facts)] = values = PathSolver.Values(at, facts, MostPositions);
        return values;
    }

    private readonly Dictionary<(Node, PathFacts), SortedSet<long>?> _decided = [];

    /// <summary>Raw: the whole window is shifted. Optimised: only the position moves, or all
    /// bytes do (peel).</summary>
    private WindowValue Skip(WindowValue w, Node bytes, bool peel, IInvocationOperation call)
    {
        if (!graph.Optimises)
        {
            var bits = graph.Concat(bytes, graph.Constant(0, 3));
            return w with
            {
                Words = [graph.Make(Op.ShiftLeft, w.Words[0].Width, w.Words[0], bits)],
            };
        }
        var offset = graph.Make(Op.Add, 32, w.Offset, bytes);
        return peel ? Peel(w with { Offset = offset }, call) : w with { Offset = offset };
    }

    /// <summary>All bytes moved to where the window stands.</summary>
    private WindowValue Peel(WindowValue w, IOperation at)
    {
        if (w.Offset.IsZero) return w;
        var positions = Positions(w.Offset, 0, 0, w.LengthBytes, at);
        int left = w.LengthBytes - (int)positions.Where(p => p <= w.LengthBytes).Max();
        return new(
            [.. Enumerable.Range(0, Window.LengthBytes / 8).Select(i =>
                Pick(w.Offset, positions, p => Span(w.Words, (int)p + 8 * i, 8)))],
            graph.Constant(0, 32), Math.Min(left, Window.LengthBytes));
    }

    private Node Span(Node[] words, int first, int bytes) =>
        Joined(Enumerable.Range(first, bytes).Select(b => b >= 8 * words.Length
            ? graph.Constant(0, 8) : graph.Slice(words[b / 8], 56 - b % 8 * 8, 8)));

    /// <summary>A mux tree on the few bits of the position that tell its values apart.</summary>
    private Node Pick(Node position, long[] values, Func<long, Node> at)
    {
        var bits = Enumerable.Range(0, 32).Where(b =>
            values.Any(v => (v >> b & 1) != (values[0] >> b & 1))).ToList();
        bool Separates(IEnumerable<int> chosen) => values.Select(v =>
            chosen.Aggregate(0L, (key, b) => key << 1 | v >> b & 1)).Distinct()
                .Count() == values.Length;
        foreach (int bit in bits.OrderByDescending(b => b).ToList())
            if (Separates(bits.Where(b => b != bit))) bits.Remove(bit);
        Node Tree(long[] left, int depth)
        {
            if (left.Length == 1) return at(left[0]);
            int bit = bits[depth];
            var ones = left.Where(v => (v >> bit & 1) != 0).ToArray();
            var zeros = left.Where(v => (v >> bit & 1) == 0).ToArray();
            if (ones.Length == 0 || zeros.Length == 0) return Tree(left, depth + 1);
            return graph.Mux(graph.Slice(position, bit, 1),
                Tree(ones, depth + 1), Tree(zeros, depth + 1));
        }
        return Tree(values, 0);
    }
}
