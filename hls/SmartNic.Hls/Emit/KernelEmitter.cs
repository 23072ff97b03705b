using System.Globalization;
using SmartNic.Hls.Front;
using SmartNic.Hls.Ir;
using SmartNic.Hls.Schedule;

namespace SmartNic.Hls.Emit;

/// <summary>A product in the text of a kernel.</summary>
/// <param name="Key">Its place in the source.</param>
/// <param name="Module">Its own module.</param>
/// <param name="Name">The instance.</param>
/// <param name="WidthA">Bits of a factor.</param>
/// <param name="WidthB">Bits of the other.</param>
/// <param name="WidthP">Bits of the product that are kept.</param>
/// <param name="Owner">The module that it stands in.</param>
internal sealed record ProductInstance(string Key, string Module, string Name, int WidthA,
    int WidthB, int WidthP, string Owner);

/// <summary>What is emitted of a scheduled kernel.</summary>
/// <param name="Modules">The kernel's own module, then those of its stages: name and text.</param>
/// <param name="Products">The products in them.</param>
/// <param name="Lines">Where values come from, a line each: module, name and place in the source.
/// A file of its own, so that a line more in the source changes nothing in the texts.</param>
internal sealed record KernelText(
    IReadOnlyList<(string Name, string Text)> Modules, IReadOnlyList<ProductInstance> Products,
    string Lines);

/// <summary>A scheduled kernel as a Verilog-2001 module, and each of its stages as one.</summary>
internal sealed class KernelEmitter : ModuleEmitter
{
    private readonly IReadOnlyList<StagePorts> _stages;

    private KernelEmitter(Pipeline pipeline, Usage usage, Partition partition,
        IReadOnlyList<StagePorts> stages)
        : base(pipeline, usage, pipeline.Nodes.Where(
            n => n.Op == Op.Leave || partition[n] == Partition.Kernel), 0,
            PortsOf(pipeline.Design).Select(p => p.Name).Append("valid")
                .Concat(stages.Select(Instance)))
    {
        _stages = stages;
    }

    /// <summary>All modules of a kernel but those of its products.</summary>
    public static KernelText Emit(Pipeline pipeline)
    {
        var partition = new Partition(pipeline);
        var stages = StagesOf(pipeline, partition);
        var usage = new Usage(pipeline);
        var emitter = new KernelEmitter(pipeline, usage, partition, stages);
        string name = pipeline.Design.Name, own = emitter.Run();
        var others = stages.Select(s => (Module: s.Module(name), Emitted: StageEmitter.Emit(
            pipeline, usage, s))).ToList();
        return new([(name, own), .. others.Select(o => (o.Module, o.Emitted.Text))],
            [.. emitter.Products(name), .. others.SelectMany(o => o.Emitted.Products)],
            emitter.Map(name) + string.Concat(others.Select(o => o.Emitted.Lines)));
    }

    /// <summary>The contracts of the stages that do something.</summary>
    public static IReadOnlyList<StagePorts> StagesOf(Pipeline pipeline, Partition partition) =>
        [.. pipeline.Design.Stages.Select(s => new StagePorts(pipeline, partition, s))
            .Where(s => !s.IsEmpty)];

    /// <summary>Name, direction and width of every port but clk and rst.</summary>
    public static IEnumerable<(string Name, bool Input, int Width)> PortsOf(Design design)
    {
        foreach (var p in design.Inputs) yield return (p.Name, true, p.Node.Width);
        foreach (var p in design.Outputs) yield return (p.Name, false, p.Node.Width);
        foreach (var m in design.Memories)
            foreach (var port in StageEmitter.MemoryPorts(
                design.Calls.First(c => c.Call.Site!.Key == m.Name).Call)) yield return port;
    }

    /// <summary>Submodule of a product.</summary>
    public static string ProductModule(Design design, Node product) =>
        $"{design.Name}_mul_{product.Args[0].Width}x{product.Args[1].Width}_{product.Width}"
        + (product.Site!.Latency == ProductEmitter.Least ? "" : $"_l{product.Site.Latency}");

    protected override string Valid(int clock) => clock == 0 ? "in_valid"
        : Pipeline.Latency == 1 ? "valid" : $"valid[{clock - 1}]";

    private static string Instance(StagePorts stage) => $"u_{stage.Stage.Name}";

    private string Run()
    {
        Header();
        int last = Pipeline.Latency - 1;
        Text.Append($"  reg {VerilogText.Range(last + 1)}valid;\n");
        string earlier = last == 1 ? "valid[0]" : $"valid[{last - 1}:0]";
        string next = last == 0 ? "in_valid" : $"{{{earlier}, in_valid}}";
        Text.Append($"  always @(posedge clk) valid <= rst ? {last + 1}'d0 : {next};\n");
        Text.Append(last == 0 ? "  assign out_valid = valid;\n"
            : $"  assign out_valid = valid[{last}];\n");
        HandedOn();
        for (int clock = 0; clock <= last; clock++) Clock(clock);
        foreach (var stage in _stages) Stage(stage);
        Text.Append("\n  // outputs\n");
        foreach (var output in Design.Outputs)
            Line($"assign {output.Name} = {Argument(output.Node, Pipeline.Latency)};");
        var live = Pipeline.Nodes.ToHashSet();
        Unused(Design.Inputs.Where(i => !live.Contains(i.Node)).Select(i => i.Name));
        Text.Append("endmodule\n`default_nettype wire\n");
        return Text.ToString();
    }

    private void Header()
    {
        string F(double x) => x.ToString("0.##", CultureInfo.InvariantCulture);
        Text.Append($"// Generated by snic-hls from {Design.Source}; do not edit.\n");
        Text.Append($"// Latency {Pipeline.Latency} clocks, one packet per clock, "
            + $"{F(Design.ClockNs)} ns clock with {F(Design.MarginPercent)} % margin,\n");
        Text.Append($"// {Usage.RegisterBits()} register bits, {Usage.LineBits()} in delay "
            + $"lines. Estimated worst clock {F(Pipeline.WorstNs())} ns.\n");
        Text.Append("// Valid-only pipeline: no stall; data registers have no reset.\n");
        Text.Append($"`default_nettype none\nmodule {Design.Name} (\n");
        Text.Append("  input  wire clk,\n  input  wire rst,\n  input  wire in_valid,\n");
        Text.Append("  output wire out_valid");
        foreach (var (name, input, width) in PortsOf(Design))
        {
            string direction = input ? "input " : "output";
            Text.Append($",\n  {direction} wire {VerilogText.Range(width)}{name}");
        }
        Text.Append("\n);\n");
    }

    /// <summary>What the stages hand on, each in the clock in which it is computed.</summary>
    private void HandedOn()
    {
        foreach (var stage in _stages)
        {
            Text.Append($"\n  // handed on by {stage.Stage.Name}\n");
            foreach (var output in stage.Outputs)
                Line($"wire {VerilogText.Range(output.Width)}{Names[output]};");
        }
    }

    private void Stage(StagePorts stage)
    {
        var pins = new List<(string Port, string Signal)>();
        pins.AddRange(stage.Updates.Select(clock => (stage.Valid(clock), Valid(clock))));
        pins.AddRange(stage.Inputs.Select(i => (stage.Port(i), Expression.Part(
            i.Value.Args[0], i.Low, i.Width, Reader(i.Clock)))));
        pins.AddRange(stage.Outputs.Select(o => (StagePorts.Port(o), Names[o])));
        foreach (var call in stage.Nodes.Where(IsMemory))
            pins.AddRange(StageEmitter.MemoryPorts(call).Select(p => (p.Name, p.Name)));
        if (stage.Updates.Count > 0) pins.Insert(0, ("rst", "rst"));
        if (stage.IsClocked(Usage)) pins.Insert(0, ("clk", "clk"));
        Text.Append($"\n  // clocks {stage.First} to {stage.Last}\n");
        Text.Append($"  {stage.Module(Design.Name)} {Instance(stage)} (\n");
        for (int i = 0; i < pins.Count; i++)
            VerilogText.Line(Text, "    ",
                $".{pins[i].Port}({pins[i].Signal}){(i < pins.Count - 1 ? "," : ");")}");
    }
}
