using System.Globalization;
using System.Numerics;
using System.Text;
using SmartNic.Hls.Ir;
using SmartNic.Hls.Schedule;

namespace SmartNic.Hls.Emit;

/// <summary>What a kernel's own module and those of its stages have in common: values clock by
/// clock, and the registers between the clocks.</summary>
internal abstract class ModuleEmitter
{
    private readonly ILookup<int, Node> _begin;
    private readonly ILookup<int, Node> _issued;
    private readonly List<Node> _nodes;
    private readonly int _first;
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

    /// <summary>The values of a clock of the kernel, what it asks memories, and its registers.
    /// </summary>
    protected void Clock(int clock)
    {
        var begin = _begin[clock].ToList();
        var here = begin.Where(n => n.Op is not (Op.Input or Op.Leave)).ToList();
        var issued = _issued[clock].ToList();
        _kept = [.. _kept.Concat(begin).Where(n => Usage.Last(n) > clock).OrderBy(n => n.Id)];
        if (IsStage && here.Count + issued.Count + _kept.Count == 0) return;
        double worst = begin.Select(n => Pipeline.Arrival[n]).DefaultIfEmpty(0).Max();
        string ns = (Design.Delays.Register + worst).ToString("0.00", CultureInfo.InvariantCulture);
        Text.Append($"\n  // ---- clock {clock - _first}: {here.Count} values, "
            + $"estimated {ns} ns\n");
        foreach (var node in here.Where(n => n.Op != Op.Call))
            Line($"wire {VerilogText.Range(node.Width)}{Names[node]} = "
                + $"{Expression.Of(node, Reader(clock), IsStage)};");
        foreach (var call in issued) Issue(call, clock);
        if (_kept.Count == 0) return;
        foreach (var node in _kept)
        {
            var (low, width) = Usage.Range(node, clock + 1);
            string range = low == 0 ? VerilogText.Range(width) : $"[{low + width - 1}:{low}] ";
            Line($"reg {range}{Name(node, clock + 1)};");
        }
        Text.Append("  always @(posedge clk) begin\n");
        foreach (var node in _kept)
        {
            var (low, width) = Usage.Range(node, clock + 1);
            Line($"  {Name(node, clock + 1)} <= {Part(node, clock, low, width)};");
        }
        Text.Append("  end\n");
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

    protected string Part(Node n, int clock, int low, int width)
    {
        if (Foreign(n, clock, low, width) is { } other) return other;
        string name = Name(n, clock);
        if (clock == Pipeline.Clock[n]) return VerilogText.Bits(name, n.Width, low, width);
        var (from, kept) = Usage.Range(n, clock);
        return low == from && width == kept ? name : width == 1
            ? $"{name}[{low}]" : $"{name}[{low + width - 1}:{low}]";
    }

    private string Name(Node n, int clock)
    {
        int later = clock == Pipeline.Clock[n] ? 0 : clock - _first;
        return IsMemory(n)
            ? n.Site!.Name + (n.Site.Kind == CallKind.Read ? "_rd_data" : "_result")
                + SignalNames.Suffix(later)
            : Names[n] + SignalNames.Suffix(later);
    }

    /// <summary>One sink for bits that nobody reads, so that lint stays clean without
    /// waivers.</summary>
    /// <param name="also">Others that nobody reads.</param>
    protected void Unused(IEnumerable<string> also)
    {
        var parts = new List<string>();
        foreach (var node in _nodes)
            for (int s = Pipeline.Clock[node]; s <= Usage.Last(node); s++)
            {
                var (low, width) = s == Pipeline.Clock[node] ? (0, node.Width)
                    : Usage.Range(node, s);
                var used = Usage.In(node, s);
                if (Usage.Last(node) > s)
                {
                    var (nextLow, nextWidth) = Usage.Range(node, s + 1);
                    used |= Ir.Bits.Mask(nextWidth) << nextLow;
                }
                var idle = (Ir.Bits.Mask(width) << low) & ~used;
                foreach (var (l, w) in Runs(idle)) parts.Add(Part(node, s, l, w));
            }
        parts.AddRange(also);
        if (parts.Count == 0) return;
        Text.Append("\n  // Bits that nothing reads.\n");
        Line($"wire unused_ok = &{{1'b0, {string.Join(", ", parts)}}};");
    }

    /// <summary>The runs of ones of a mask, lowest first.</summary>
    public static IEnumerable<(int Low, int Width)> Runs(BigInteger mask)
    {
        int low = 0;
        while (!mask.IsZero)
        {
            int skip = (int)BigInteger.TrailingZeroCount(mask);
            mask >>= skip;
            int run = (int)BigInteger.TrailingZeroCount(mask + 1);
            yield return (low + skip, run);
            mask >>= run;
            low += skip + run;
        }
    }

    protected void Line(string line) => VerilogText.Line(Text, "  ", line);
}
