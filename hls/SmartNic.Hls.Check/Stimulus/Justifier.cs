using System.Numerics;
using SmartNic.Hls.Ir;

namespace SmartNic.Hls.Check.Stimulus;

/// <summary>
/// Walks back from a condition of the kernel to the inputs and sets them so that it may hold:
/// random packets alone would never pass a parser.
/// </summary>
internal sealed class Justifier
{
    private const int MaxSteps = 400;
    private readonly NumberSource _numbers;
    private readonly Dictionary<Node, WordPort> _ports = [];
    private readonly Node[] _conditions;
    private int _steps;

    public Justifier(Design design, WordLayout layout, NumberSource numbers)
    {
        _numbers = numbers;
        for (int i = 0; i < design.Inputs.Count; i++)
            _ports[design.Inputs[i].Node] = layout.Ports[i];
        _conditions = [.. design.Live().Where(n => n.Width == 1
            && n.Op is Op.Equal or Op.Less or Op.LessSigned or Op.And or Op.Or or Op.Mux)];
    }

    /// <summary>Bends a vector towards some random conditions.</summary>
    public void Bend(Span<ulong> vector)
    {
        if (_conditions.Length == 0) return;
        var random = _numbers.Random;
        for (int n = random.Next(1, 5); n > 0; n--)
        {
            _steps = 0;
            var node = _conditions[random.Next(_conditions.Length)];
            Force(vector, node, 0, 1, random.Next(4) == 0 ? 0 : 1);
        }
    }

    /// <summary>Bends a vector so that a condition may hold.</summary>
    public void Hold(Span<ulong> vector, Node condition)
    {
        _steps = 0;
        Force(vector, condition, 0, 1, 1);
    }

    private void Force(Span<ulong> v, Node n, int low, int width, BigInteger value)
    {
        if (width <= 0 || _steps++ > MaxSteps) return;
        var random = _numbers.Random;
        switch (n.Op)
        {
            case Op.Input:
                WordLayout.SetBits(_ports[n], v, low, width, value);
                break;
            case Op.Enter or Op.Leave:
                Force(v, n.Args[0], low, width, value);
                break;
            case Op.Slice:
                Force(v, n.Args[0], n.Low + low, width, value);
                break;
            case Op.ZeroExtend or Op.SignExtend:
                Force(v, n.Args[0], low, Math.Min(width, n.Args[0].Width - low), value);
                break;
            case Op.Concat:
                int split = n.Args[1].Width;
                Force(v, n.Args[1], low, Math.Min(width, split - low), value);
                int above = Math.Max(low - split, 0), skipped = Math.Max(split - low, 0);
                Force(v, n.Args[0], above, low + width - Math.Max(split, low), value >> skipped);
                break;
            case Op.Not:
                Force(v, n.Args[0], low, width, ~value & Bits.Mask(width));
                break;
            case Op.Mux:
                bool first = random.Next(2) == 0;
                Force(v, n.Args[0], 0, 1, first ? 1 : 0);
                Force(v, n.Args[first ? 1 : 2], low, width, value);
                break;
            case Op.And or Op.Or when n.Width == 1:
                // Both sides for the value that needs both, else one of them.
                bool both = value.IsOne == (n.Op == Op.And);
                int start = random.Next(2);
                Force(v, n.Args[start], 0, 1, value);
                if (both) Force(v, n.Args[1 - start], 0, 1, value);
                break;
            case Op.Equal:
                Equal(v, n, value.IsOne);
                break;
            case Op.Less or Op.LessSigned:
                Order(v, n, value.IsOne);
                break;
            case Op.Add or Op.Subtract when n.Args[1].IsConstant:
                var back = n.Op == Op.Add ? value - n.Args[1].Value : value + n.Args[1].Value;
                Force(v, n.Args[0], low, width, back & Bits.Mask(width));
                break;
        }
    }

    private void Equal(Span<ulong> v, Node n, bool holds)
    {
        var (x, y) = (n.Args[0], n.Args[1]);
        var number = y.IsConstant ? y.Value : _numbers.FromPool(x.Width);
        if (!holds) number = (number + 1 + _numbers.Random.Next(3)) & Bits.Mask(x.Width);
        Force(v, x, 0, x.Width, number);
        if (!y.IsConstant && holds) Force(v, y, 0, y.Width, number);
    }

    /// <summary>At the edge of the comparison, or one beside it.</summary>
    private void Order(Span<ulong> v, Node n, bool holds)
    {
        var (x, y) = (n.Args[0], n.Args[1]);
        var edge = x.IsConstant ? x.Value : y.IsConstant ? y.Value : _numbers.Next(x.Width);
        int step = _numbers.Random.Next(3);
        var mask = Bits.Mask(x.Width);
        if (!x.IsConstant) Force(v, x, 0, x.Width, (holds ? edge - 1 - step : edge + step) & mask);
        else Force(v, y, 0, y.Width, (holds ? edge + 1 + step : edge - step) & mask);
        if (!x.IsConstant && !y.IsConstant) Force(v, y, 0, y.Width, edge);
    }
}
