using System.Numerics;

namespace SmartNic.Hls.Ir;

/// <summary>
/// Builds hash-consed nodes. This class folds constants and cuts sums to their natural width, no
/// more, which makes it the specification that the optimised form is proved against;
/// <see cref="OptimisingGraph"/> rewrites while it builds.
/// </summary>
public class Graph
{
    private readonly Dictionary<Key, Node> _known = [];
    private int _next;

    /// <summary>The source position given to new nodes.</summary>
    public Origin Here { get; set; }

    /// <summary>True when rewriting is on.</summary>
    public virtual bool Optimises => false;

    /// <summary>A constant, taken modulo two to the width.</summary>
    public Node Constant(BigInteger value, int width) =>
        Intern(Op.Constant, width, 0, [], value & Bits.Mask(width), null);

    /// <summary>One bit.</summary>
    public Node Bit(bool value) => Constant(value ? 1 : 0, 1);

    /// <summary>A new port.</summary>
    public Node Input(string name, int width)
    {
        var site = new CallSite(CallKind.Read, name, name, 0);
        var node = Intern(Op.Input, width, 0, [], 0, site);
        node.Origin = Here with { Name = name };
        return node;
    }

    /// <summary>The result of an operation of fixed latency.</summary>
    public Node Call(CallSite site, int width, params Node[] args) =>
        Intern(Op.Call, width, 0, args, 0, site);

    /// <summary>A value as it crosses the edge of a stage. What is constant does not cross: a
    /// number that cannot reach its top bits does not have them on the other side either.</summary>
    /// <param name="op">Enter or Leave.</param>
    /// <param name="site">The stage, and what the value is called there.</param>
    /// <param name="x">The value.</param>
    public Node Cross(Op op, CallSite site, Node x)
    {
        if (x.IsConstant) return x;
        int width = Bits.Length(x.Unsigned.Max);
        return width < x.Width ? ZeroExtend(Cross(op, site, Slice(x, 0, width)), x.Width)
            : Intern(op, x.Width, 0, [x], 0, site);
    }

    /// <summary>The same crossing of a value that a pass has made another node of.</summary>
    public Node Cross(Node crossing, Node x) =>
        Intern(crossing.Op, crossing.Width, 0, [x], 0, crossing.Site);

    /// <summary>A pure operation.</summary>
    public Node Make(Op op, int width, params Node[] args) => Make(op, width, 0, args);

    /// <summary>A pure operation with a low bit.</summary>
    public Node Make(Op op, int width, int low, params Node[] args)
    {
        if (args.All(a => a.IsConstant))
        {
            var values = args.Select(a => a.Value).ToArray();
            return Constant(Evaluator.Evaluate(op, width, low, args, values), width);
        }
        return Rewrite(op, width, low, args);
    }

    /// <summary>Bits from <paramref name="low"/> on; zeros beyond the top.</summary>
    public Node Slice(Node x, int low, int width)
    {
        if (low == 0 && width == x.Width) return x;
        if (low >= x.Width) return Constant(0, width);
        return low + width > x.Width
            ? ZeroExtend(Slice(x, low, x.Width - low), width) : Make(Op.Slice, width, low, x);
    }

    /// <summary>The same number in more bits, or its low bits.</summary>
    public Node ZeroExtend(Node x, int width) => width == x.Width ? x
        : width < x.Width ? Slice(x, 0, width) : Make(Op.ZeroExtend, width, x);

    /// <summary>The same signed number in more bits, or its low bits.</summary>
    public Node SignExtend(Node x, int width) => width == x.Width ? x
        : width < x.Width ? Slice(x, 0, width) : Make(Op.SignExtend, width, x);

    /// <summary>High part, then low part.</summary>
    public Node Concat(Node high, Node low) =>
        Make(Op.Concat, high.Width + low.Width, high, low);

    /// <summary>One of two values.</summary>
    public Node Mux(Node condition, Node ifOne, Node ifZero) =>
        Make(Op.Mux, ifOne.Width, condition, ifOne, ifZero);

    /// <summary>Complement.</summary>
    public Node Not(Node x) => Make(Op.Not, x.Width, x);

    /// <summary>And of two values of one width.</summary>
    public Node And(Node x, Node y) => Make(Op.And, x.Width, x, y);

    /// <summary>Or of two values of one width.</summary>
    public Node Or(Node x, Node y) => Make(Op.Or, x.Width, x, y);

    /// <summary>What <see cref="Make(Op, int, int, Node[])"/> does when not all is
    /// constant.</summary>
    protected virtual Node Rewrite(Op op, int width, int low, Node[] args)
    {
        if (op == Op.Mux && args[0].IsConstant) return args[0].IsOne ? args[1] : args[2];
        if (op != Op.Add) return Intern(op, width, low, args, 0, null);
        // A sum that cannot reach its top bits does not have them: interval arithmetic is easy,
        // but no solver finds from bits that 15 words of 32 bits stay below 2^36.
        int k = Bits.Length(args[0].Unsigned.Max + args[1].Unsigned.Max);
        return k >= width ? Intern(op, width, low, args, 0, null) : ZeroExtend(
            Intern(op, k, low, [Slice(args[0], 0, k), Slice(args[1], 0, k)], 0, null), width);
    }

    /// <summary>The node of this meaning, made at the first request.</summary>
    protected Node Intern(
        Op op, int width, int low, Node[] args, BigInteger value, CallSite? site)
    {
        var key = new Key(op, width, low, args, value, site?.Key);
        if (_known.TryGetValue(key, out var node)) return node;
        node = new Node(_next++, op, width, low, args, value, site)
        {
            Origin = Here with { Name = null },
        };
        return _known[key] = node;
    }

    private readonly record struct Key(
        Op Op, int Width, int Low, Node[] Args, BigInteger Value, string? Site)
    {
        public bool Equals(Key other) => Op == other.Op && Width == other.Width && Low == other.Low
            && Value == other.Value && Site == other.Site && Args.AsSpan()
                .SequenceEqual(other.Args);

        public override int GetHashCode()
        {
            var hash = new HashCode();
            hash.Add(Op);
            hash.Add(Width);
            hash.Add(Low);
            hash.Add(Value);
            hash.Add(Site);
            foreach (var a in Args) hash.Add(a.Id);
            return hash.ToHashCode();
        }
    }
}
