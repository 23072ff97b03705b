using System.Text;
using SmartNic.Hls.Ir;

namespace SmartNic.Hls.Emit;

/// <summary>
/// The specification of the proof as one combinational module, one wire per operation. Operations
/// of fixed latency are cut: arguments and path condition are outputs <c>cutN_argM</c>,
/// <c>cutN_on</c>, the result is an input <c>cutN_result</c>; <c>dutyN</c> has to be one.
/// </summary>
internal static class RawEmitter
{
    public static string Emit(Design design, string module)
    {
        var calls = design.Calls;
        var seen = new HashSet<Node>();
        Node[] duties = [.. design.Duties.Select(d => design.Graph.Or(
            design.Graph.Not(d.Reached), d.Holds))];
        var work = new Stack<Node>(design.Roots.Concat(duties).Concat(calls.SelectMany(c =>
            c.Call.Args.Append(c.Condition).Append(c.Call))));
        while (work.TryPop(out var node))
            if (seen.Add(node))
                foreach (var arg in node.Args) work.Push(arg);
        var names = new Dictionary<Node, string>();
        foreach (var input in design.Inputs) names[input.Node] = input.Name;
        for (int i = 0; i < calls.Count; i++) names[calls[i].Call] = $"cut{i}_result";
        string Name(Node n) => n.IsConstant ? VerilogText.Literal(n.Value, n.Width)
            : names.TryGetValue(n, out var name) ? name : names[n] = $"raw_{n.Id}";
        var text = new StringBuilder($"`default_nettype none\nmodule {module} (\n");
        text.AppendJoin(",\n", Ports(design).Select(p =>
            $"  {(p.Input ? "input " : "output")} wire {VerilogText.Range(p.Width)}{p.Name}"));
        text.Append("\n);\n");
        foreach (var n in seen.Where(n => n.Op is not (Op.Input or Op.Constant or Op.Call))
            .OrderBy(n => n.Id))
            text.Append($"  wire {VerilogText.Range(n.Width)}{Name(n)} = {Value(n, Name)};\n");
        foreach (var output in design.Outputs)
            text.Append($"  assign {output.Name} = {Name(output.Node)};\n");
        for (int i = 0; i < calls.Count; i++)
        {
            text.Append($"  assign cut{i}_on = {Name(calls[i].Condition)};\n");
            for (int k = 0; k < calls[i].Call.Args.Count; k++)
                text.Append($"  assign cut{i}_arg{k} = {Name(calls[i].Call.Args[k])};\n");
        }
        for (int i = 0; i < duties.Length; i++)
            text.Append($"  assign duty{i} = {Name(duties[i])};\n");
        return text.Append("endmodule\n`default_nettype wire\n").ToString();
    }

    /// <summary>Ports of the raw module.</summary>
    public static IEnumerable<(string Name, bool Input, int Width)> Ports(Design design)
    {
        foreach (var p in design.Inputs) yield return (p.Name, true, p.Node.Width);
        foreach (var p in design.Outputs) yield return (p.Name, false, p.Node.Width);
        for (int i = 0; i < design.Duties.Count; i++) yield return ($"duty{i}", false, 1);
        for (int i = 0; i < design.Calls.Count; i++)
        {
            var call = design.Calls[i].Call;
            yield return ($"cut{i}_result", true, call.Width);
            yield return ($"cut{i}_on", false, 1);
            for (int k = 0; k < call.Args.Count; k++)
                yield return ($"cut{i}_arg{k}", false, call.Args[k].Width);
        }
    }

    private static string Value(Node n, Func<Node, string> name)
    {
        string A(int i) => name(n.Args[i]);
        int own = n.Args[0].Width, more = n.Width - own;
        return n.Op switch
        {
            Op.Slice => VerilogText.Bits(A(0), own, n.Low, n.Width),
            Op.Concat => $"{{{A(0)}, {A(1)}}}",
            Op.ZeroExtend => $"{{{more}'d0, {A(0)}}}",
            Op.SignExtend => $"{{{{{more}{{{VerilogText.Bits(A(0), own, own - 1, 1)}}}}}, {A(0)}}}",
            Op.Multiply => Prove.ProductLemma.Sum(n, A(0), A(1)),
            _ => Operation(n, name),
        };
    }

    /// <summary>The same text as the optimised emitter's, on whole values.</summary>
    private static string Operation(Node n, Func<Node, string> name)
    {
        string A(int i) => name(n.Args[i]);
        return n.Op switch
        {
            Op.Add => $"{A(0)} + {A(1)}",
            Op.Subtract => $"{A(0)} - {A(1)}",
            Op.And => $"{A(0)} & {A(1)}",
            Op.Or => $"{A(0)} | {A(1)}",
            Op.Xor => $"{A(0)} ^ {A(1)}",
            Op.Not => $"~{A(0)}",
            Op.ShiftLeft => $"{A(0)} << {A(1)}",
            Op.ShiftRight => $"{A(0)} >> {A(1)}",
            Op.ShiftRightSigned => $"$unsigned($signed({A(0)}) >>> {A(1)})",
            Op.Equal => $"{A(0)} == {A(1)}",
            Op.Less => $"{A(0)} < {A(1)}",
            Op.LessSigned => $"$signed({A(0)}) < $signed({A(1)})",
            _ => $"{A(0)} ? {A(1)} : {A(2)}",
        };
    }
}
