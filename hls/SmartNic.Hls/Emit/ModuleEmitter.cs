using System.Globalization;
using System.Text;
using SmartNic.Hls.Ir;
using SmartNic.Hls.Schedule;

namespace SmartNic.Hls.Emit;

/// <summary>What a kernel's own module and those of its stages have in common: values clock by
/// clock, the registers between the clocks, and delay lines of what waits for longer.</summary>
internal abstract class ModuleEmitter
{
    private readonly ILookup<int, Node> _begin;
    private readonly ILookup<int, Node> _issued;
    private readonly List<Node> _nodes;
    private readonly int _first;
    private readonly ILookup<int, DelayLine> _lines;
    private readonly Dictionary<(Node, int), string> _parts = [];
    private List<Node> _kept = [];

    /// <param name="pipeline">The scheduled kernel.</param>
    /// <param name="usage">What is read of its values, and when.</param>
    /// <param name="nodes">The values of the module.</param>
    /// <param name="first">The clock of the kernel that is the module's first.</param>
    /// <param name="reserved">Names of ports.</param>
    protected ModuleEmitter(Pipeline pipeline, Usage usage, IEnumerable<Node> nodes, int first,
        IEnumerable<string> reserved)
    {
        (Pipeline, Usage, _first) = (pipeline, usage, first);
        _nodes = [.. nodes];
        _begin = _nodes.ToLookup(n => pipeline.Clock[n]);
        _issued = _nodes.Where(n => n.Op == Op.Call).ToLookup(n => pipeline.Issue[n]);
        _lines = DelayLine.Of(usage, _nodes).ToLookup(l => l.From);
        Names = new(reserved.Append("unused_ok"), _nodes.Where(n => !IsMemory(n)), pipeline.Design);
        foreach (var product in _nodes.Where(
            n => n.Site?.Kind == CallKind.Product && n.Op == Op.Call))
            Instances[product] = Names.Unique(Names[product] + "_mul");
    }

    protected Pipeline Pipeline { get; }

    protected Design Design => Pipeline.Design;

    protected Usage Usage { get; }

    protected SignalNames Names { get; }

    /// <summary>Names of the instances of products.</summary>
    protected Dictionary<Node, string> Instances { get; } = [];

    protected StringBuilder Text { get; } = new();

    /// <summary>The products of the module.</summary>
    protected IEnumerable<ProductInstance> Products(string module) => Instances.Select(i =>
        new ProductInstance(i.Key.Site!.Key, KernelEmitter.ProductModule(Design, i.Key), i.Value,
            i.Key.Args[0].Width, i.Key.Args[1].Width, i.Key.Width, module));

    /// <summary>Where its values come from.</summary>
    protected string Map(string module) => LineMap.Text(module, _nodes.Where(n => !IsMemory(n)
        && n.Op != Op.Leave).Select(n => (Names[n], n)));

    protected static bool IsMemory(Node n) => n.Op == Op.Call && n.Site!.Kind != CallKind.Product;

    /// <summary>The signal that says that a packet is in a clock.</summary>
    protected abstract string Valid(int clock);

    /// <summary>Bits of a value of another module in a clock; null for one of this.</summary>
    protected virtual string? Foreign(Node n, int clock, int low, int width) => null;

    /// <summary>True: what a stage is given is a value, not wiring.</summary>
    protected virtual bool IsStage => false;

    /// <summary>The values of a clock of the kernel, what it asks memories, its registers, and
    /// the delay lines that begin in it.</summary>
    protected void Clock(int clock)
    {
        var begin = _begin[clock].ToList();
        var here = begin.Where(n => n.Op is not (Op.Input or Op.Leave)).ToList();
        var issued = _issued[clock].ToList();
        _kept = [.. _kept.Concat(begin).Where(n => Usage.Last(n) > clock).OrderBy(n => n.Id)];
        var registers = _kept.SelectMany(n => Bits.Runs(Usage.Registers(n, clock + 1)).Select(
            run => (Node: n, run.Low, run.Width))).ToList();
        var lines = _lines[clock].ToList();
        if (IsStage && here.Count + issued.Count + registers.Count + lines.Count == 0) return;
        double worst = begin.Select(n => Pipeline.Arrival[n]).DefaultIfEmpty(0).Max();
        string ns = (Design.Delays.Register + worst).ToString("0.00", CultureInfo.InvariantCulture);
        Text.Append($"\n  // ---- clock {clock - _first}: {here.Count} values, "
            + $"estimated {ns} ns\n");
        foreach (var node in here.Where(n => n.Op != Op.Call))
            Line($"wire {VerilogText.Range(node.Width)}{Names[node]} = "
                + $"{Expression.Of(node, Reader(clock), IsStage)};");
        foreach (var call in issued) Issue(call, clock);
        foreach (var (node, low, width) in registers)
            Line($"reg {Range(low, width)}{Name(node, clock + 1, low)};");
        if (registers.Count > 0) Text.Append("  always @(posedge clk) begin\n");
        foreach (var (node, low, width) in registers)
            Line($"  {Name(node, clock + 1, low)} <= {Part(node, clock, low, width)};");
        if (registers.Count > 0) Text.Append("  end\n");
        foreach (var line in lines) Wait(line);
    }

    private void Wait(DelayLine line)
    {
        foreach (var wait in line.Waits)
            Line($"wire {Range(wait.Low, wait.Width)}{Name(wait.Value, line.To, wait.Low)};");
        string what = DelayCost.IsRing(line.Style) ? $"{line.From - _first}"
            : Base(line.Waits[0].Value, line.To, line.Waits[0].Low);
        string Joined(int clock)
        {
            string all = string.Join(", ", line.Waits.Select(
                w => Part(w.Value, clock, w.Low, w.Width)));
            return line.Waits.Count == 1 ? all : $"{{{all}}}";
        }
        Line($"{DelayLine.Module} #(.WIDTH({line.Width}), .DEPTH({line.Depth}), "
            + $".STYLE(\"{DelayLine.Parameter(line.Style)}\")) "
            + $"{Names.Unique($"u_wait_{what}_to{line.To - _first}")} (.clk(clk), "
            + $".d_i({Joined(line.From)}), .q_o({Joined(line.To)}));");
    }

    private void Issue(Node call, int clock)
    {
        var site = call.Site!;
        if (site.Kind == CallKind.Product)
        {
            Line($"wire {VerilogText.Range(call.Width)}{Names[call]};");
            Line($"{KernelEmitter.ProductModule(Design, call)} {Instances[call]} (.clk(clk), "
                + $".a({Argument(call.Args[0], clock)}), .b({Argument(call.Args[1], clock)}), "
                + $".p({Names[call]}));");
            return;
        }
        string[] ports = site.Kind == CallKind.Read ? ["rd_addr"] : ["valid", "addr", "arg"];
        for (int i = 0; i < ports.Length; i++)
        {
            string port = $"{site.Name}_{ports[i]}", value = Argument(call.Args[i], clock);
            if (ports[i] == "valid") value = $"!rst & {Valid(clock)} & {value}";
            Line($"reg {VerilogText.Range(call.Args[i].Width)}{port}_q;");
            Line($"always @(posedge clk) {port}_q <= {value};");
            Line($"assign {port} = {port}_q;");
        }
    }

    protected string Argument(Node n, int clock) => Expression.Argument(n, Reader(clock), IsStage);

    protected Expression.Reader Reader(int clock) => (n, low, width) => Part(n, clock, low, width);

    /// <summary>Bits of a value in a clock; 0 for what nobody reads then.</summary>
    protected string Part(Node n, int clock, int low, int width)
    {
        if (Foreign(n, clock, low, width) is { } other) return other;
        if (clock == Pipeline.Clock[n])
            return VerilogText.Bits(Base(n, clock, 0), n.Width, low, width);
        var parts = new List<string>();
        int end = low + width;
        foreach (var (from, kept) in Signals(n, clock).Reverse())
        {
            int below = Math.Max(low, from), above = Math.Min(end, from + kept);
            if (below >= above) continue;
            if (above < end) parts.Add($"{end - above}'d0");
            string name = Name(n, clock, from);
            parts.Add(above - below == kept ? name : above - below == 1
                ? $"{name}[{below}]" : $"{name}[{above - 1}:{below}]");
            end = below;
        }
        if (end > low) parts.Add($"{end - low}'d0");
        return parts is [var one] ? one : $"{{{string.Join(", ", parts)}}}";
    }

    /// <summary>The runs of bits of a value that are a signal each in a later clock, lowest
    /// first: registers, and what leaves delay lines.</summary>
    private IEnumerable<(int Low, int Width)> Signals(Node n, int clock) =>
        Bits.Runs(Usage.Registers(n, clock)).Concat(Usage.Waits(n)
            .Where(w => w.IsLine && w.To == clock).Select(w => (w.Low, w.Width))).Order();

    private string Name(Node n, int clock, int low) =>
        Base(n, clock, low) + SignalNames.Suffix(clock - _first);

    /// <summary>Name of a value, and where it is several signals in a later clock its lowest bit
    /// of one of them.</summary>
    private string Base(Node n, int clock, int low)
    {
        string name = !IsMemory(n) ? Names[n]
            : n.Site!.Name + (n.Site.Kind == CallKind.Read ? "_rd_data" : "_result");
        if (clock == Pipeline.Clock[n] || Signals(n, clock).Take(2).Count() == 1) return name;
        return _parts.TryGetValue((n, low), out string? known) ? known
            : _parts[(n, low)] = Names.Unique($"{name}_b{low}");
    }

    private static string Range(int low, int width) => low == 0
        ? VerilogText.Range(width) : $"[{low + width - 1}:{low}] ";

    /// <summary>One sink for bits that nobody reads, so that lint stays clean without
    /// waivers.</summary>
    /// <param name="also">Others that nobody reads.</param>
    protected void Unused(IEnumerable<string> also)
    {
        var parts = new List<string>();
        foreach (var node in _nodes)
            foreach (var (low, width) in Bits.Runs(Bits.Mask(node.Width) & ~Usage.All(node)))
                parts.Add(Part(node, Pipeline.Clock[node], low, width));
        parts.AddRange(also);
        if (parts.Count == 0) return;
        Text.Append("\n  // Bits that nothing reads.\n");
        Line($"wire unused_ok = &{{1'b0, {string.Join(", ", parts)}}};");
    }

    protected void Line(string line) => VerilogText.Line(Text, "  ", line);
}
