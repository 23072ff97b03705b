using SmartNic.Hls.Emit;
using SmartNic.Hls.Front;
using SmartNic.Hls.Ir;

namespace SmartNic.Hls.Prove;

/// <summary>
/// The kernel's own module, its stages if any cut out, against its specification: the outputs are
/// what the C# returns, and every port of every stage gets what the C# hands to it. What a stage
/// hands on is any value that its contract allows.
/// </summary>
/// <param name="module">The kernel's module.</param>
/// <param name="products">The products in it.</param>
/// <param name="stages">The contracts of the stages that do something.</param>
internal sealed class KernelBench(string module, IReadOnlyList<ProductInstance> products,
    IReadOnlyList<StagePorts> stages) : ProofBench(module, products)
{
    protected override void Ports(Design raw)
    {
        Input("rst", 1);
        Input("in_valid", 1);
        Pins.AddRange([".clk(1'b0)", ".rst(rst)", ".in_valid(in_valid)",
            $".out_valid({Wire("k_out_valid", 1)})"]);
        Compare(Valid, "k_out_valid", 1, -1, "out_valid");
        var handed = raw.Stages.SelectMany(s => s.Handed.Select(f =>
            (Name: PipelineCut.Handed(s, f), Field: f))).ToDictionary(h => h.Name, h => h.Field);
        foreach (var p in raw.Inputs)
        {
            // With a prefix: a parameter may have the name of something of this bench.
            bool own = !handed.TryGetValue(p.Name, out var field);
            string wire = field?.Values is { } values ? OneOf("p_" + p.Name, p.Node.Width, values)
                : Input("p_" + p.Name, p.Node.Width);
            RawPins.Add($".{p.Name}({wire})");
            if (own) Pins.Add($".{p.Name}({wire})");
        }
        var given = raw.Stages.SelectMany(s => s.Given.Select(f => PipelineCut.Given(s, f)))
            .ToHashSet();
        foreach (var p in raw.Outputs)
        {
            RawPins.Add($".{p.Name}({Wire("r_" + p.Name, p.Node.Width)})");
            if (given.Contains(p.Name)) continue;
            Pins.Add($".{p.Name}({Wire("k_" + p.Name, p.Node.Width)})");
            Compare("r_" + p.Name, "k_" + p.Name, p.Node.Width, -1, p.Name);
        }
        foreach (var stage in raw.Stages) Contract(stage);
        foreach (var stage in stages) Stage(stage);
    }

    /// <summary>A signal that has one of some values, whichever.</summary>
    private string OneOf(string name, int width, IReadOnlyList<long> values)
    {
        string which = Input(name + "_which", Bits.Length(values.Count));
        string text = VerilogText.Literal(values[^1], width);
        for (int i = values.Count - 1; i-- > 0;)
            text = $"{which} == {i} ? {VerilogText.Literal(values[i], width)} : {text}";
        return Wire(name, width, text);
    }

    /// <summary>What a stage takes for granted of what it is given.</summary>
    private void Contract(StageCall stage)
    {
        foreach (var field in stage.Given)
        {
            string name = "r_" + PipelineCut.Given(stage, field);
            string shown = $"{stage.Name}.{field.Name} as its contract says";
            if (field.Constant is { } value)
                Compare(name, VerilogText.Literal(value, field.Width), field.Width, -1, shown);
            else if (field.Bits < field.Width)
                Compare($"{name}[{field.Width - 1}:{field.Bits}]", $"{field.Width - field.Bits}'d0",
                    field.Width - field.Bits, -1, shown);
        }
    }

    private void Stage(StagePorts stage)
    {
        foreach (int clock in stage.Updates)
        {
            string own = Wire($"k_{StageCut.Pin(stage, stage.Valid(clock))}", 1);
            Pins.Add($".{StageCut.Pin(stage, stage.Valid(clock))}({own})");
            Compare(Valid, $"({own} & !rst)", 1, -1,
                $"{stage.Stage.Name}.{stage.Valid(clock)}");
        }
        foreach (var input in stage.Inputs)
        {
            string pin = StageCut.Pin(stage, stage.Port(input));
            string own = Wire("k_" + pin, input.Width);
            Pins.Add($".{pin}({own})");
            var field = stage.Stage.Given.First(f => f.Name == input.Value.Site!.Name);
            string spec = VerilogText.Bits("r_" + PipelineCut.Given(stage.Stage, field),
                field.Width, input.Low, input.Width);
            var read = (Bits.Mask(input.Width) << input.Low & ~input.Idle) >> input.Low;
            string mask = VerilogText.Literal(read, input.Width);
            Compare($"({spec} & {mask})", $"({own} & {mask})", input.Width, -1,
                $"{stage.Stage.Name}.{stage.Port(input)}");
        }
        foreach (var output in stage.Outputs)
        {
            var field = stage.Stage.Handed.First(f => f.Name == output.Site!.Name);
            Pins.Add($".{StageCut.Pin(stage, StagePorts.Port(output))}"
                + $"({"p_" + PipelineCut.Handed(stage.Stage, field)})");
        }
    }
}
