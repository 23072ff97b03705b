using System.Text.RegularExpressions;
using SmartNic.Hls.Emit;
using SmartNic.Hls.Front;
using SmartNic.Hls.Ir;
using SmartNic.Hls.Schedule;

namespace SmartNic.Hls.Check.Mutation;

/// <summary>Every place of a pipeline's contracts and texts where an error of a kind of
/// <see cref="PipelineFault"/> can be planted.</summary>
/// <param name="project">The sources of the kernel.</param>
/// <param name="kernel">The kernel.</param>
internal sealed partial class PipelineFaults(Project project, CompiledKernel kernel)
{
    /// <summary>A value that is kept for one more clock as it is.</summary>
    [GeneratedRegex(@"(?<= )(\w+)_s(\d+) <= \1_s(\d+);")]
    private static partial Regex Kept { get; }

    /// <summary>A delay line.</summary>
    [GeneratedRegex(@"\.DEPTH\((\d+)\),\s+\.STYLE\(""(\w+)""\)\)\s+(\w+)")]
    private static partial Regex Line { get; }

    /// <summary>Errors in the module of delay lines, by a style that shows them.</summary>
    private static readonly (string Style, string Right, string Wrong)[] _ofLines =
    [
        ("reg", "g_rank[DEPTH-1]", "g_rank[0]"),
        ("srl", "g_rank[DEPTH-1]", "g_rank[DEPTH-2]"),
        ("srl", "g_rank[i-1]", "g_rank[0]"),
        ("lut", "ADDR_W'(BEHIND - 1)", "ADDR_W'(BEHIND)"),
        ("lut", "ADDR_W'(BEHIND - 1)", "ADDR_W'(BEHIND - 2)"),
        ("lut", "DEPTH - READ_CLOCKS", "DEPTH - 2"),
        ("lut", "$clog2(DEPTH)", "$clog2(DEPTH) - 2"),
        ("ram", "DEPTH - READ_CLOCKS", "DEPTH - 1"),
        ("ram", "q_o = out_q", "q_o = word_q"),
    ];

    /// <summary>Where an update is asked for: the packet's valid, then the condition.</summary>
    [GeneratedRegex(@"(\w+)_valid_q <= !rst & (valid\w*) & ([^;]+);")]
    private static partial Regex Update { get; }

    /// <summary>A value by its name.</summary>
    [GeneratedRegex(@"\n  wire (?:\[[^\]]*\] )?(\w+) =\s([^;]+);")]
    private static partial Regex Value { get; }

    /// <summary>A pin that carries a value by its name.</summary>
    [GeneratedRegex(@"\n    \.(\w+)\(([A-Za-z_]\w*)\)")]
    private static partial Regex Pin { get; }

    [GeneratedRegex(@"[A-Za-z_]\w*")]
    private static partial Regex Name { get; }

    [GeneratedRegex(@"^(.*?)(?:_s(\d+))?$")]
    private static partial Regex Clocked { get; }

    private readonly IReadOnlyList<StagePorts> _stages =
        KernelEmitter.StagesOf(kernel.Pipeline, new Partition(kernel.Pipeline));

    /// <summary>All of them, kind by kind.</summary>
    public IEnumerable<PipelineFault> All() =>
        [.. Edges(), .. Pins(), .. Delays(), .. Lines(), .. Updates(), .. Swaps()];

    /// <summary>What a stage hands on, a clock early or late in its contract.</summary>
    private IEnumerable<PipelineFault> Edges()
    {
        foreach (var stage in _stages)
            foreach (var output in stage.Outputs)
                foreach (int by in (int[])[-1, 1])
                {
                    var moved = kernel.Pipeline.Copy();
                    moved.Clock[output] += by;
                    yield return new(PipelineFault.Contract, $"{stage.Module(kernel.Name)}: "
                        + $"{StagePorts.Port(output)} in clock {moved.Clock[output]}, not "
                        + $"{moved.Clock[output] - by}", kernel.With(moved));
                }
    }

    /// <summary>Pins that are connected to a value a clock before or behind.</summary>
    private IEnumerable<PipelineFault> Pins()
    {
        string text = kernel.Files[kernel.Name + ".v"];
        foreach (var (stage, pin, signal, at) in Connections(text))
        {
            var parts = Clocked.Match(signal);
            int clock = parts.Groups[2].Success ? int.Parse(parts.Groups[2].Value) : 0;
            foreach (int other in (int[])[clock - 1, clock + 1])
            {
                string name = parts.Groups[1].Value + SignalNames.Suffix(other);
                if (other >= 0 && Regex.IsMatch(text, $@"(reg|wire) (\[[^\]]*\] )?{name};"))
                    yield return Text(PipelineFault.Contract, kernel.Name,
                        $".{pin}({signal}) of {stage} is {name}", at, signal, name);
            }
        }
    }

    private IEnumerable<PipelineFault> Delays()
    {
        foreach (string module in Modules())
        {
            string text = kernel.Files[module + ".v"];
            foreach (Match kept in Kept.Matches(text))
            {
                string name = kept.Groups[1].Value;
                int from = int.Parse(kept.Groups[3].Value);
                string before = name + SignalNames.Suffix(from - 1);
                if (!Regex.IsMatch(text, $@"(reg|wire) (\[[^\]]*\] )?{before}( =|;)")) continue;
                yield return Text(PipelineFault.Delay, module,
                    $"{name}_s{from + 1} <= {before}", kept.Index, kept.Value,
                    $"{name}_s{from + 1} <= {before};");
            }
        }
    }

    private IEnumerable<PipelineFault> Lines()
    {
        var styles = new HashSet<string>();
        foreach (string module in Modules())
            foreach (Match line in Line.Matches(kernel.Files[module + ".v"]))
            {
                var depth = line.Groups[1];
                styles.Add(line.Groups[2].Value);
                foreach (int by in (int[])[-1, 1])
                    yield return Text(PipelineFault.Delay, module, $"{line.Groups[3].Value} has "
                        + $"{int.Parse(depth.Value) + by} clocks", depth.Index, depth.Value,
                        $"{int.Parse(depth.Value) + by}");
            }
        foreach (var (style, right, wrong) in _ofLines.Where(f => styles.Contains(f.Style)))
        {
            string text = kernel.Files[DelayLine.File];
            yield return new(PipelineFault.Delay, $"{kernel.Name}: {style} of {DelayLine.Module}: "
                + $"{wrong}", kernel.WithText(DelayLine.File, Replaced(text,
                text.IndexOf(right, StringComparison.Ordinal), right, wrong)));
        }
    }

    /// <summary>Updates without the packet's valid, or without its fate.</summary>
    private IEnumerable<PipelineFault> Updates()
    {
        foreach (var stage in _stages)
        {
            string module = stage.Module(kernel.Name), text = kernel.Files[module + ".v"];
            foreach (Match update in Update.Matches(text))
            {
                string what = $"update of {update.Groups[1].Value}";
                yield return Text(PipelineFault.Enable, module, $"{what} without "
                    + update.Groups[2].Value, update.Groups[2].Index, update.Groups[2].Value,
                    "1'b1");
                foreach (var (at, name, width) in Fate(stage, text, update.Groups[3]))
                    yield return Text(PipelineFault.Fate, module,
                        $"{what} without {name}", at, name, $"{width}'d0");
            }
        }
    }

    /// <summary>Where the condition of an update, and the values that it is made of, ask whether
    /// the packet is open: of an open one all that is asked for is 0.</summary>
    private IEnumerable<(int At, string Name, int Width)> Fate(
        StagePorts stage, string text, Group condition)
    {
        var asked = Asked(stage);
        var values = Value.Matches(text).ToDictionary(v => v.Groups[1].Value, v => v.Groups[2]);
        var seen = new HashSet<string>();
        var open = new Queue<Group>([condition]);
        while (open.TryDequeue(out var expression))
            foreach (Match name in Name.Matches(expression.Value))
            {
                int at = expression.Index + name.Index;
                if (asked.Contains(Clocked.Match(name.Value).Groups[1].Value)
                    && Port(text, name.Value) is ("input", var width)
                    && text[at + name.Length] != '[')
                    yield return (at, name.Value, width);
                if (values.TryGetValue(name.Value, out var next) && seen.Add(name.Value))
                    open.Enqueue(next);
            }
    }

    /// <summary>The fields that IsOpen reads.</summary>
    private HashSet<string> Asked(StagePorts stage)
    {
        var design = StageBuilder.Build(project, kernel, stage.Stage);
        var only = design with
        {
            Outputs = [.. design.Outputs.Where(o => o.Name == StageBuilder.WasOpen)],
            Calls = [],
        };
        return [.. only.Live().Where(n => n.Op == Op.Input).Select(n => n.Site!.Name)];
    }

    private IEnumerable<PipelineFault> Swaps()
    {
        string file = kernel.Name + ".v", text = kernel.Files[file];
        foreach (var stage in Connections(text).GroupBy(c => c.Stage))
        {
            var pins = stage.ToList();
            for (int i = 0; i < pins.Count; i++)
            {
                // The next pin as wide and of the same direction that has another signal.
                int j = pins.FindIndex(i + 1, p => p.Signal != pins[i].Signal
                    && Shape(stage.Key, p.Pin) == Shape(stage.Key, pins[i].Pin));
                if (j < 0) continue;
                string changed = Replaced(text, pins[j].At, pins[j].Signal, pins[i].Signal);
                changed = Replaced(changed, pins[i].At, pins[i].Signal, pins[j].Signal);
                yield return new(PipelineFault.Swap, $"{kernel.Name}: .{pins[i].Pin} and "
                    + $".{pins[j].Pin} of {stage.Key}", kernel.WithText(file, changed));
            }
        }
    }

    private (string Direction, int Width) Shape(string stage, string pin) =>
        Port(kernel.Files[$"{kernel.Name}_{stage}.v"], pin);

    /// <summary>Direction and bits of a port of a module; an empty one of what is no port.
    /// </summary>
    private static (string Direction, int Width) Port(string text, string name)
    {
        var port = Regex.Match(text, $@"(input|output) +wire (?:\[(\d+):(\d+)\] )?{name}\b");
        return (port.Groups[1].Value, !port.Groups[2].Success ? 1
            : int.Parse(port.Groups[2].Value) - int.Parse(port.Groups[3].Value) + 1);
    }

    /// <summary>The pins of the stages' instances that carry a value by its name; those of
    /// memories apart.</summary>
    private IEnumerable<(string Stage, string Pin, string Signal, int At)> Connections(string text)
    {
        foreach (var stage in _stages)
        {
            int start = text.IndexOf($" u_{stage.Stage.Name} (\n", StringComparison.Ordinal);
            int end = text.IndexOf(");\n", start, StringComparison.Ordinal) + 1;
            string[] own = [.. stage.Updates.Select(c => stage.Valid(c)),
                .. stage.Inputs.Select(i => stage.Port(i)),
                .. stage.Outputs.Select(o => StagePorts.Port(o))];
            foreach (Match pin in Pin.Matches(text[start..end]))
                if (own.Contains(pin.Groups[1].Value))
                    yield return (stage.Stage.Name, pin.Groups[1].Value, pin.Groups[2].Value,
                        start + pin.Groups[2].Index);
        }
    }

    private IEnumerable<string> Modules() => _stages.Select(s => s.Module(kernel.Name))
        .Prepend(kernel.Name);

    private PipelineFault Text(
        string kind, string module, string what, int at, string before, string after) => new(kind,
        $"{module}: {what}", kernel.WithText(module + ".v",
            Replaced(kernel.Files[module + ".v"], at, before, after)));

    private static string Replaced(string text, int at, string before, string after) =>
        text[at..].StartsWith(before, StringComparison.Ordinal)
            ? text[..at] + after + text[(at + before.Length)..]
            : throw new InvalidOperationException($"{before} is not at {at}");
}
