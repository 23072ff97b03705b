using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SmartNic.Hls.Ir;
using SmartNic.Hls.Language;

namespace SmartNic.Hls.Front;

internal sealed partial class Evaluator
{
    private const int MaxPositions = 64;

    private Value MemoryCall(IInvocationOperation call)
    {
        if (Combinational) throw Diagnostics.MemoryInStep(call);
        if (PlaceOf(call.Instance!) is not { } place || Read(place, call)
            is not MemoryValue { Memory: var m }
            || call.TargetMethod.Name != m.Shape.Method)
            throw Diagnostics.MemoryUse(call);
        Value Given(int i) => Evaluate(call.Arguments.First(a => a.Parameter!.Ordinal == i).Value);
        var address = m.Shape.Indexed
            ? graph.Slice(((Scalar)Given(0)).Node, 0, m.AddressWidth) : graph.Constant(0, 1);
        var condition = _scope.Facts.Condition(graph);
        var site = new CallSite(m.Kind, m.Name, m.Name, m.Latency);
        Node access;
        if (m.Kind == CallKind.Read)
        {
            access = graph.Call(site, TypeLayout.BitWidth(m.Data), address);
        }
        else
        {
            var argument = Given(m.Shape.Indexed ? 1 : 0);
            access = graph.Call(site, TypeLayout.BitWidth(m.Data),
                condition, address, TypeLayout.Pack(graph, argument));
        }
        if (m.Access != null) throw Diagnostics.SecondAccess(m.Name, call);
        m.Access = access;
        Calls.Add((access, condition));
        return TypeLayout.Unpack(graph, access, m.Data);
    }

    /// <summary>A fresh window over the words of the ports.</summary>
    public WindowValue MakeWindow(Node[] words)
    {
        if (graph.Optimises) return new(words, graph.Constant(0, 32));
        var all = words[0];
        foreach (var word in words.Skip(1)) all = graph.Concat(all, word);
        return new([all], graph.Constant(0, 32));
    }

    private Value WindowCall(IInvocationOperation call)
    {
        var window = (WindowValue)Evaluate(call.Instance!);
        var argument = (Scalar)Evaluate(call.Arguments[0].Value);
        string name = call.TargetMethod.Name;
        if (name == "Skip") return Skip(window, argument.Node);
        if (!argument.Node.IsConstant) throw Diagnostics.OffsetNotConstant(call);
        int offset = (int)Bits.ToSigned(argument.Node.Value, 32);
        int bytes = int.Parse(name.AsSpan(1)) / 8;
        if (offset < 0) throw Diagnostics.BeyondWindow(offset, bytes, call);
        if (offset + bytes > Window.LengthBytes) throw Diagnostics.BeyondWindow(
            offset, bytes, call);
        var type = Close(call.Type);
        if (!graph.Optimises)
        {
            int low = (Window.LengthBytes - offset - bytes) * 8;
            return new Scalar(graph.Slice(window.Words[0], low, bytes * 8), type);
        }
        var positions = ValueSets.Of(window.Offset, _scope.Facts);
        if (positions == null || positions.Count is 0 or > 128) throw Diagnostics.SkipNotFinite(
            call);
        if (positions.Max + offset + bytes > Window.LengthBytes)
            throw Diagnostics.BeyondWindow(positions.Max + offset, bytes, call);
        // Positions that the path excludes stay in, if they are few: then the value is the same
        // function as in the plain lowering on every path, and the proof stays local.
        var all = ValueSets.Of(window.Offset, PathFacts.None);
        if (all is { Count: <= MaxPositions }) positions = all;
        var node = Pick(window.Offset, [.. positions],
            p => Span(window.Words, (int)p + offset, bytes));
        return new Scalar(node, type);
    }

    /// <summary>Raw: the whole window is shifted. Optimised: only the position moves.</summary>
    private WindowValue Skip(WindowValue window, Node bytes)
    {
        if (graph.Optimises)
            return window with { Offset = graph.Make(Op.Add, 32, window.Offset, bytes) };
        var bits = graph.Concat(bytes, graph.Constant(0, 3));
        return new([graph.Make(Op.ShiftLeft, window.Words[0].Width, window.Words[0], bits)],
            window.Offset);
    }

    private Node Span(Node[] words, int first, int bytes)
    {
        Node? all = null;
        for (int b = first; b < first + bytes; b++)
        {
            var part = b >= Window.LengthBytes ? graph.Constant(0, 8)
                : graph.Slice(words[b / 8], 56 - b % 8 * 8, 8);
            all = all == null ? part : graph.Concat(all, part);
        }
        return all!;
    }

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
