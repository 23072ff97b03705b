using SmartNic.Hls.Ir;
using SmartNic.Hls.Schedule;

namespace SmartNic.Hls.Emit;

/// <summary>Verilog text of operations, given the text of runs of named values.</summary>
internal static class Expression
{
    public delegate string Reader(Node node, int low, int width);

    /// <summary>An argument: a name, a part of one, a literal, or a concatenation of
    /// these.</summary>
    /// <param name="n">The argument.</param>
    /// <param name="read">Text of named values.</param>
    /// <param name="within">What a stage is given is a named value.</param>
    public static string Argument(Node n, Reader read, bool within = false) =>
        Joined(Wiring.Pieces(n, within), read);

    /// <summary>Bits of an argument.</summary>
    public static string Part(Node n, int low, int width, Reader read)
    {
        var pieces = new List<Piece>();
        Wiring.Pieces(n, low, width, pieces);
        return Joined(pieces, read);
    }

    private static string Joined(List<Piece> pieces, Reader read)
    {
        if (pieces is [{ Repeat: 1 } one]) return Text(one, read);
        return "{" + string.Join(", ", pieces.Select(p => p.Repeat == 1
            ? Text(p, read) : $"{{{p.Repeat}{{{Text(p, read)}}}}}")) + "}";
    }

    private static string Text(Piece p, Reader read) => p.Node.IsConstant
        ? VerilogText.Literal((p.Node.Value >> p.Low) & Ir.Bits.Mask(p.Width), p.Width)
        : read(p.Node, p.Low, p.Width);

    /// <summary>The right-hand side of a value.</summary>
    public static string Of(Node n, Reader read, bool within = false)
    {
        string A(int i) => Argument(n.Args[i], read, within);
        return n.Op switch
        {
            Op.Add => $"{A(0)} + {A(1)}",
            Op.Subtract => $"{A(0)} - {A(1)}",
            Op.Multiply => $"{A(0)} * {A(1)}",
            Op.And => $"{A(0)} & {A(1)}",
            Op.Or => $"{A(0)} | {A(1)}",
            Op.Xor => $"{A(0)} ^ {A(1)}",
            Op.Parity => string.Join(" ^ ", n.Args.Select(a => Argument(a, read, within))),
            Op.Not => $"~{A(0)}",
            Op.Leave => A(0),
            Op.ShiftLeft => $"{A(0)} << {A(1)}",
            Op.ShiftRight => $"{A(0)} >> {A(1)}",
            Op.ShiftRightSigned => $"$unsigned($signed({A(0)}) >>> {A(1)})",
            Op.Equal => $"{A(0)} == {A(1)}",
            Op.Less => $"{A(0)} < {A(1)}",
            Op.LessSigned => $"$signed({A(0)}) < $signed({A(1)})",
            Op.Mux => $"{A(0)} ? {A(1)} : {A(2)}",
            _ => throw new InvalidOperationException($"{n.Op} has no expression"),
        };
    }
}
