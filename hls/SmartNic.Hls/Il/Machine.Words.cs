using System.Numerics;
using SmartNic.Hls.Ir;

namespace SmartNic.Hls.Il;

internal sealed partial class Machine
{
    private const int MostDigits = 3;

    public IlValue Pop() => State.Stack.Pop();

    public void Push(IlValue value) => State.Stack.Push(value);

    public void Push(Node node) => Push(new Word(node));

    /// <summary>The bits of a stack slot.</summary>
    public static Node Bits(IlValue value) => value is Word w ? w.Node
        : throw new IlException($"bits of a {value.GetType().Name}");

    /// <summary>The lowest bit of a number that is 0 or 1, without the wiring around it.</summary>
    private Node Bit(Node n) => n.Width == 1 ? n : n.Op switch
    {
        Op.ZeroExtend => Bit(n.Args[0]),
        Op.Mux => graph.Mux(n.Args[0], Bit(n.Args[1]), Bit(n.Args[2])),
        Op.And or Op.Or or Op.Xor when n.Args.All(IsFlag) =>
            graph.Make(n.Op, 1, Bit(n.Args[0]), Bit(n.Args[1])),
        _ => graph.Slice(n, 0, 1),
    };

    private static bool IsFlag(Node n) => n.Unsigned.Max <= 1;

    /// <summary>What brtrue tests.</summary>
    public Node IsTrue(IlValue value) => value switch
    {
        Word { Node: var n } => IsFlag(n) ? Bit(n)
            : graph.Not(graph.Make(Op.Equal, 1, n, graph.Constant(0, n.Width))),
        Null => graph.Bit(false),
        Boxed or Opaque => graph.Bit(true),
        _ => throw new IlException($"a test of a {value.GetType().Name}"),
    };

    /// <summary>One of ceq, cgt, clt and their unsigned forms, on the two topmost slots.</summary>
    public Node Compare(string name)
    {
        var (y, x) = (Pop(), Pop());
        if (x is Null or Boxed || y is Null or Boxed)
            return name is "cgt.un" or "ceq" && (y is Null || x is Null)
                ? graph.Bit(name == "ceq" == (x is Null && y is Null))
                : throw new IlException("a comparison of objects");
        var (a, b) = Same(Bits(x), Bits(y));
        if (name == "ceq" && b.IsZero && IsFlag(a)) return graph.Not(Bit(a));
        if (name == "cgt.un" && b.IsZero) return IsTrue(new Word(a));
        var op = name == "ceq" ? Op.Equal : name.EndsWith(".un", StringComparison.Ordinal)
            ? Op.Less : Op.LessSigned;
        return name[1] == 'g' ? graph.Make(op, 1, b, a) : graph.Make(op, 1, a, b);
    }

    public void Binary(Op op)
    {
        var (y, x) = (Pop(), Pop());
        var (a, b) = Same(Bits(x), Bits(y));
        Push(graph.Make(op, a.Width, a, b));
    }

    public void Negate()
    {
        var x = Bits(Pop());
        Push(graph.Make(Op.Subtract, x.Width, graph.Constant(0, x.Width), x));
    }

    /// <summary>A count of the width or more means nothing in IL; C# masks it.</summary>
    public void Shift(Op op)
    {
        Node count = Bits(Pop()), x = Bits(Pop());
        if (count.Unsigned.Max >= x.Width) throw new IlException("a shift by the width or more");
        Push(graph.Make(op, x.Width, x, count));
    }

    public void Divide(string name)
    {
        var (y, x) = (Pop(), Pop());
        var (a, b) = Same(Bits(x), Bits(y));
        bool signed = !name.EndsWith(".un", StringComparison.Ordinal), quotient = name[0] == 'd';
        if (a.IsConstant && b.IsConstant && !b.IsZero && !(signed && b.IsAllOnes))
        {
            BigInteger n = signed ? a.Signed.Min : a.Value, d = signed ? b.Signed.Min : b.Value;
            Push(graph.Constant(quotient ? BigInteger.Divide(n, d) : BigInteger.Remainder(n, d),
                a.Width));
            return;
        }
        Push(new Division(graph, (f, g, _) => Product(f, g)).Of(a, b, signed, quotient)
            ?? throw new IlException("a division by something else than a constant"));
    }

    public void Multiply()
    {
        var (y, x) = (Pop(), Pop());
        var (a, b) = Same(Bits(x), Bits(y));
        Push(Product(a, b));
    }

    /// <summary>By a constant of few digits it is a sum, as in hardware; else a cut
    /// point.</summary>
    private Node Product(Node a, Node b)
    {
        if (a.IsConstant) (a, b) = (b, a);
        if (b.IsConstant && (a.IsConstant
            || OptimisingGraph.SignedDigits(b.Value, b.Width).Count() <= MostDigits))
            return graph.Make(Op.Multiply, a.Width, a, b);
        if (Combinational) throw new IlException("a product in a step");
        var site = new CallSite(CallKind.Product, $"product{Calls.Count}", "product", 3);
        var product = graph.Call(site, a.Width, a, b);
        Calls.Add((product, Reached));
        return product;
    }

    private static (Node, Node) Same(Node a, Node b) => a.Width == b.Width ? (a, b)
        : throw new IlException($"operands of {a.Width} and {b.Width} bits");

    /// <summary>conv: cut to the type, then extended to a stack slot by its sign.</summary>
    public void ConvertTo(Type type)
    {
        var x = Bits(Pop());
        int width = IlTypes.Width(type)!.Value;
        Push(Slot(width > x.Width ? Extend(x, width, type) : Narrow(x, width), type));
    }

    private Node Extend(Node x, int width, Type type) => IlTypes.IsSigned(type)
        ? graph.SignExtend(x, width) : graph.ZeroExtend(x, width);

    private Node Slot(Node x, Type type) => x.Width >= 32 ? x : Extend(x, 32, type);

    /// <summary>Low bits, without a slice where what is cut off was only extension.</summary>
    private Node Narrow(Node x, int width)
    {
        while (x.Op == Op.ZeroExtend && x.Width > width && x.Args[0].Width != width
            && x.Args[0].Width > width) x = x.Args[0];
        if (x.Width == width) return x;
        return x.Op is Op.ZeroExtend && x.Args[0].Width <= width
            ? graph.ZeroExtend(x.Args[0], width) : graph.Slice(x, 0, width);
    }

    /// <summary>A stack slot as it lies in a place of a type.</summary>
    private IlValue ToPlace(IlValue value, Type type)
    {
        if (IlTypes.Width(type) is not { } width) return value;
        var x = Bits(value);
        // A native integer where 32 bits lie on the stack: the JIT sign-extends.
        return new Word(x.Width < width ? graph.SignExtend(x, width) : Narrow(x, width));
    }

    /// <summary>The inverse: small integers are extended.</summary>
    private IlValue FromPlace(IlValue value, Type type) => IlTypes.Width(type) is { } width
        && value is Word w ? w.Node.Width == width ? new Word(Slot(Here(w.Node), type))
            : throw new IlException($"{w.Node.Width} bits read as {type.Name}") : value;

    /// <summary>A value on the path that runs: of a choice that the path decides only one side is
    /// left.</summary>
    private Node Here(Node n, int depth = 4)
    {
        if (State.Path == null || depth == 0
            || n.Op is not (Op.Mux or Op.ZeroExtend or Op.SignExtend or Op.Concat)) return n;
        if (n.Op == Op.Mux)
            return Decision.Decide(State.Path, n.Args[0]) is { } known
                ? Here(n.Args[known ? 1 : 2], depth) : n;
        var args = n.Args.Select(a => Here(a, depth - 1)).ToArray();
        return args.SequenceEqual(n.Args) ? n : graph.Make(n.Op, n.Width, args);
    }
}
