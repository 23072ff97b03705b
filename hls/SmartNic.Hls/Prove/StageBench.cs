using SmartNic.Hls.Emit;
using SmartNic.Hls.Front;
using SmartNic.Hls.Ir;

namespace SmartNic.Hls.Prove;

/// <summary>
/// A stage against its specification, from whatever its contract says that it is given. What the
/// packet means only while it is open is compared only then: every stage returns at once for one
/// that is not, so nobody can tell.
/// </summary>
/// <param name="module">The module.</param>
/// <param name="products">The products in it.</param>
/// <param name="ports">Its contract.</param>
/// <param name="usage">What is read of what it hands on.</param>
internal sealed class StageBench(string? module, IReadOnlyList<ProductInstance> products,
    StagePorts ports, Usage usage) : ProofBench(module, products)
{
    protected override void Ports(Design raw)
    {
        Input("rst", 1);
        Input("in_valid", 1);
        if (ports.IsClocked(usage)) Pins.Add(".clk(1'b0)");
        if (ports.Updates.Count > 0) Pins.Add(".rst(rst)");
        foreach (int clock in ports.Updates) Pins.Add($".{ports.Valid(clock)}(in_valid)");
        foreach (var p in raw.Inputs)
            RawPins.Add($".{p.Name}({Input("p_" + p.Name, p.Node.Width)})");
        foreach (var input in ports.Inputs)
            Pins.Add($".{ports.Port(input)}({VerilogText.Bits("p_" + input.Value.Site!.Name,
                input.Value.Width, input.Low, input.Width)})");
        foreach (var p in raw.Outputs)
            RawPins.Add($".{p.Name}({Wire("r_" + p.Name, p.Node.Width)})");
        var kept = ports.Stage.KeptScalars.ToList();
        for (int i = 0; i < ports.Stage.Handed.Count; i++)
            Handed(ports.Stage.Handed[i], kept[i]);
    }

    /// <summary>A closed packet passes as it is, and nothing is updated for it.</summary>
    protected override void After(Design raw)
    {
        int closed = Case(Wire("r_closed", 1, $"!r_{StageBuilder.WasOpen}"));
        foreach (var field in ports.Stage.Handed)
            Compare("r_" + StageBuilder.Handed(field.Name), Given(field), field.Width, closed,
                $"{field.Name} of a closed packet");
        for (int i = 0; i < raw.Calls.Count; i++)
            if (raw.Calls[i].Call.Site is { Kind: CallKind.Update } site)
                Compare($"r_cut{i}_on", "1'b0", 1, closed, $"{site.Name} for a closed packet");
    }

    private void Handed(StageField field, bool kept)
    {
        string name = StageBuilder.Handed(field.Name), spec = "r_" + name;
        string on = kept ? "1'b1" : $"r_{StageBuilder.IsOpen}";
        if (field.Passes || field.Constant != null)
        {
            string same = field.Constant is { } value ? VerilogText.Literal(value, field.Width)
                : Given(field);
            Compare(Masked(on, spec, field.Width), Masked(on, same, field.Width), field.Width, -1,
                name);
            return;
        }
        if (ports.Outputs.FirstOrDefault(o => o.Site!.Name == field.Name) is not { } output)
            return;
        string own = Wire("k_" + name, output.Width);
        Pins.Add($".{StagePorts.Port(output)}({own})");
        // Bits that nobody reads may be anything.
        var read = usage.All(output) | (Bits.Mask(field.Width - field.Bits) << field.Bits);
        string mask = VerilogText.Literal(read, field.Width);
        string whole = field.Width == output.Width ? own
            : $"{{{field.Width - output.Width}'d0, {own}}}";
        Compare(Masked(on, $"({spec} & {mask})", field.Width),
            Masked(on, $"({whole} & {mask})", field.Width), field.Width, -1, name);
        if (field.Values is { } values)
            Compare("1'b1", string.Join(" | ", values.Select(v =>
                $"({own} == {VerilogText.Literal(v, output.Width)})")), 1, -1,
                $"{name} is {string.Join(" or ", values)}");
    }

    /// <summary>A scalar as the stage was given it.</summary>
    private string Given(StageField field)
    {
        var given = ports.Stage.Given.First(f => f.Name == field.Name);
        if (given.Constant is { } value) return VerilogText.Literal(value, field.Width);
        return given.Bits == field.Width ? "p_" + given.Name
            : $"{{{field.Width - given.Bits}'d0, p_{given.Name}}}";
    }
}
