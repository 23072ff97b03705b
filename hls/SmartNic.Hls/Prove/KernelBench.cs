using SmartNic.Hls.Emit;

namespace SmartNic.Hls.Prove;

/// <summary>A kernel without stages against its specification: ports by name.</summary>
internal sealed class KernelBench(string module, IReadOnlyList<ProductInstance> products)
    : ProofBench(module, products)
{
    protected override void Ports(Design raw)
    {
        Pins.AddRange([".clk(1'b0)", ".rst(rst)", ".in_valid(in_valid)"]);
        Input("rst", 1);
        Input("in_valid", 1);
        Pins.Add($".out_valid({Wire("k_out_valid", 1)})");
        Compare(Valid, "k_out_valid", 1, -1, "out_valid");
        foreach (var p in raw.Inputs)
        {
            // With a prefix: a parameter may have the name of something of this bench.
            string wire = Input("p_" + p.Name, p.Node.Width);
            RawPins.Add($".{p.Name}({wire})");
            Pins.Add($".{p.Name}({wire})");
        }
        foreach (var p in raw.Outputs)
        {
            RawPins.Add($".{p.Name}({Wire("r_" + p.Name, p.Node.Width)})");
            Pins.Add($".{p.Name}({Wire("k_" + p.Name, p.Node.Width)})");
            Compare("r_" + p.Name, "k_" + p.Name, p.Node.Width, -1, p.Name);
        }
    }
}
