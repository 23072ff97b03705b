using SmartNic.Hls.Emit;
using SmartNic.Hls.Front;
using SmartNic.Hls.Ir;

namespace SmartNic.Hls.Prove;

/// <summary>
/// Turns the instances of stages in the text of a kernel into ports: what a stage is given leaves
/// the module, what it hands on enters. Clock, reset and the ports of memories go straight through,
/// which is looked at here.
/// </summary>
internal static class StageCut
{
    /// <summary>The port of the cut text that a stage's port has become.</summary>
    public static string Pin(StagePorts stage, string port) => $"cut_{stage.Stage.Name}_{port}";

    /// <exception cref="InvalidOperationException">An instance is not found in the text, or has
    /// other connections than its contract.</exception>
    public static string Apply(string text, string kernel, IReadOnlyList<StagePorts> stages,
        IReadOnlySet<string> memoryPorts)
    {
        foreach (var stage in stages)
        {
            string head = $"\n  {stage.Module(kernel)} u_{stage.Stage.Name} (\n";
            int start = text.IndexOf(head, StringComparison.Ordinal);
            int end = start < 0 ? -1 : text.IndexOf(");\n", start, StringComparison.Ordinal);
            if (end < 0) throw new InvalidOperationException($"{head.Trim()} is not in the text");
            var pins = Connections(text[(start + head.Length)..(end + 1)]);
            var (ports, body) = (new List<string>(), new List<string>());
            void Leaves(string port, int width)
            {
                ports.Add($",\n  output wire {VerilogText.Range(width)}{Pin(stage, port)}");
                body.Add($"  assign {Pin(stage, port)} = {Take(pins, port)};");
            }
            foreach (int clock in stage.Updates) Leaves(stage.Valid(clock), 1);
            foreach (var input in stage.Inputs) Leaves(stage.Port(input), input.Width);
            foreach (var output in stage.Outputs)
            {
                string port = StagePorts.Port(output);
                ports.Add($",\n  input  wire {VerilogText.Range(output.Width)}{Pin(stage, port)}");
                body.Add($"  assign {Take(pins, port)} = {Pin(stage, port)};");
            }
            foreach (var (port, signal) in pins)
                if (port != signal || port is not ("clk" or "rst") && !memoryPorts.Contains(port))
                    throw new InvalidOperationException(
                        $"{stage.Stage.Name}: .{port}({signal}) is not in its contract");
            text = text[..start] + "\n" + string.Join('\n', body) + text[(end + 2)..];
            int close = text.IndexOf("\n);", StringComparison.Ordinal);
            text = text.Insert(close, string.Concat(ports));
        }
        return text;
    }

    /// <summary>An output of the pipeline that depends on what means nothing in a closed packet;
    /// null when none does.</summary>
    public static string? Meaningless(Design specification, IReadOnlyList<StageCall> stages)
    {
        var scratch = stages.SelectMany(s => s.Handed.Zip(s.KeptScalars).Where(f => !f.Second)
            .Select(f => PipelineCut.Handed(s, f.First))).ToHashSet();
        var given = stages.SelectMany(s => s.Given.Select(f => PipelineCut.Given(s, f)))
            .ToHashSet();
        foreach (var output in specification.Outputs.Where(o => !given.Contains(o.Name)))
        {
            var cone = (specification with { Outputs = [output], Calls = [] }).Live();
            if (cone.Find(n => n.Op == Op.Input && scratch.Contains(n.Site!.Name)) is { } found)
                return $"{output.Name} depends on {found.Site!.Name}, which a closed packet does "
                    + "not have";
        }
        return null;
    }

    private static string Take(Dictionary<string, string> pins, string port) =>
        pins.Remove(port, out string? signal) ? signal
            : throw new InvalidOperationException($"port {port} of a stage is not connected");

    private static Dictionary<string, string> Connections(string text)
    {
        var pins = new Dictionary<string, string>();
        for (int at = text.IndexOf('.'); at >= 0; at = text.IndexOf('.', at))
        {
            int open = text.IndexOf('(', at), end = open + 1;
            for (int depth = 1; depth > 0; end++)
                depth += text[end] == '(' ? 1 : text[end] == ')' ? -1 : 0;
            pins.Add(text[(at + 1)..open], text[(open + 1)..(end - 1)]);
            at = end;
        }
        return pins;
    }
}
