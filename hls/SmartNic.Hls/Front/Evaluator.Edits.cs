using Microsoft.CodeAnalysis;
using SmartNic.Hls.Ir;
using SmartNic.Hls.Language;

namespace SmartNic.Hls.Front;

/// <summary>
/// The window that may be written. Its bytes are a variable of every scope, so that all windows
/// onto them see one write, as natively. Raw: one vector that is shifted; optimised: bytes, each
/// with a choice per position that reaches it.
/// </summary>
internal sealed partial class Evaluator
{
    private const int BufferBytes = EditWindow.HeadroomBytes + Window.LengthBytes;
    private const int PositionBits = 9;
    private ISymbol? _buffer;
    private BufferValue? _bytes;

    /// <summary>Headroom and window over the words of the ports.</summary>
    public EditValue MakeEdit(ITypeSymbol type, Node[] words)
    {
        _buffer = type;
        Node Byte(int b) => b < 0 ? graph.Constant(0, 8)
            : graph.Slice(words[b / 8], 56 - b % 8 * 8, 8);
        var room = graph.Constant(0, EditWindow.HeadroomBytes * 8);
        _bytes = graph.Optimises
            ? new([.. Enumerable.Range(-EditWindow.HeadroomBytes, BufferBytes).Select(Byte)])
            : new([graph.Concat(room, Joined(words))]);
        return new(graph.Constant(EditWindow.HeadroomBytes, 32));
    }

    /// <summary>The bytes as a window that is read only.</summary>
    private WindowValue View(EditValue window) => new(
        [.. Buffer.Bytes.Chunk(8).Select(Joined)], window.Offset, BufferBytes);

    /// <summary>The bytes from the last position on, as words.</summary>
    public IEnumerable<Node> Leaving(EditValue window, Location where)
    {
        int words = Window.LengthBytes / 8;
        if (!graph.Optimises)
        {
            var all = Shifted(Op.ShiftLeft, _bytes!.Bytes[0], window.Offset);
            return Enumerable.Range(1, words).Select(i =>
                graph.Slice(all, all.Width - 64 * i, 64));
        }
        bool Good(SortedSet<long>? p) =>
            p is { Count: > 0 and <= MostPositions } && p.Max <= BufferBytes;
        var positions = ValueSets.Of(window.Offset, PathFacts.None);
        if (!Good(positions)) positions = Decided(window.Offset, PathFacts.None);
        if (!Good(positions)) throw Diagnostics.LastPosition(where);
        return Enumerable.Range(0, words).Select(i => Pick(window.Offset, [.. positions!],
            p => Joined(Enumerable.Range((int)p + 8 * i, 8).Select(b => b < BufferBytes
                ? _bytes!.Bytes[b] : graph.Constant(0, 8)))));
    }

    private BufferValue Buffer
    {
        get => (BufferValue)_scope.Variables[_buffer!];
        set => _scope.Variables[_buffer!] = value;
    }

    /// <summary>A called method sees the bytes, and its caller what it made of them.</summary>
    private void EnterBuffer(Scope? outer)
    {
        if (_buffer == null) return;
        Buffer = outer == null ? _bytes! : (BufferValue)outer.Variables[_buffer];
        _scope.Escaping.Add(_buffer);
    }

    private void LeaveBuffer(Scope inner, Scope? outer)
    {
        if (_buffer == null) return;
        var bytes = inner.Variables[_buffer];
        if (outer == null) _bytes = (BufferValue)bytes;
        else outer.Variables[_buffer] = bytes;
    }

    /// <summary>A vector of bytes shifted by a position; no position is 512 or more.</summary>
    private Node Shifted(Op op, Node vector, Node position) => graph.Make(op, vector.Width, vector,
        graph.Concat(graph.Slice(position, 0, PositionBits), graph.Constant(0, 3)));

    private Node At(EditValue window, int offset) =>
        graph.Make(Op.Add, 32, window.Offset, graph.Constant(offset, 32));

    private Node Read(EditValue window, int offset, int bytes, IOperation call)
    {
        if (!graph.Optimises)
        {
            var all = Shifted(Op.ShiftLeft, Buffer.Bytes[0], At(window, offset));
            return graph.Slice(all, all.Width - bytes * 8, bytes * 8);
        }
        var positions = Positions(window.Offset, offset, bytes, BufferBytes, call);
        return Pick(window.Offset, positions, p => Joined(Enumerable.Range(0, bytes).Select(k =>
            p + offset + k < BufferBytes ? Buffer.Bytes[p + offset + k] : graph.Constant(0, 8))));
    }

    private void Write(EditValue window, int offset, Node value, IOperation call)
    {
        int bytes = value.Width / 8;
        if (!graph.Optimises)
        {
            var old = Buffer.Bytes[0];
            Node Top(Node x) => Shifted(Op.ShiftRight,
                graph.Concat(x, graph.Constant(0, old.Width - x.Width)), At(window, offset));
            var kept = graph.And(old, graph.Not(Top(graph.Constant(-1, value.Width))));
            Buffer = new([graph.Or(kept, Top(value))]);
            return;
        }
        var positions = Positions(window.Offset, offset, bytes, BufferBytes, call);
        var next = (Node[])Buffer.Bytes.Clone();
        foreach (long p in positions)
        {
            var here = positions.Length == 1 ? graph.Bit(true)
                : graph.Make(Op.Equal, 1, window.Offset, graph.Constant(p, 32));
            for (int k = 0; k < bytes && p + offset + k < BufferBytes; k++)
                next[p + offset + k] = graph.Mux(here,
                    graph.Slice(value, (bytes - 1 - k) * 8, 8), next[p + offset + k]);
        }
        Buffer = new(next);
    }

    private EditValue Push(EditValue window, Node bytes, IOperation call)
    {
        var to = graph.Make(Op.Subtract, 32, window.Offset, bytes);
        if (!graph.Optimises)
        {
            var ones = graph.Constant(-1, BufferBytes * 8);
            var fresh = graph.And(Shifted(Op.ShiftRight, ones, to),
                graph.Not(Shifted(Op.ShiftRight, ones, window.Offset)));
            Buffer = new([graph.And(Buffer.Bytes[0], graph.Not(fresh))]);
            return new(to);
        }
        if (ValueSets.Of(to, _scope.Facts) is { Count: > 0 } reached && reached.Max > BufferBytes
            && Decided(to, _scope.Facts) is { Count: > 0 } left && left.Max > BufferBytes)
            throw Diagnostics.BeyondHeadroom(call);
        long first = Positions(to, 0, 0, BufferBytes, call).Min();
        long last = Positions(window.Offset, 0, 0, BufferBytes, call).Max();
        var next = (Node[])Buffer.Bytes.Clone();
        for (long b = first; b < Math.Min(last, BufferBytes); b++)
        {
            var at = graph.Constant(b, 32);
            var cleared = graph.And(graph.Not(graph.Make(Op.Less, 1, at, to)),
                graph.Make(Op.Less, 1, at, window.Offset));
            next[b] = graph.Mux(cleared, graph.Constant(0, 8), next[b]);
        }
        Buffer = new(next);
        return new(to);
    }
}
