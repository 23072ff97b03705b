using System.Text;
using SmartNic.Hls.Emit;
using SmartNic.Hls.Ir;

namespace SmartNic.Hls.Prove;

/// <summary>
/// The two modules that are compared, <c>spec</c> and <c>impl</c>, each with one input vector and
/// one output vector. Where a path does not reach an operation, its arguments are not compared;
/// its result is any value, because what hardware reads there is garbage.
/// </summary>
internal sealed class ProofBench
{
    private readonly StringBuilder _wires = new();
    private readonly List<string> _spec = [];
    private readonly List<string> _impl = [];
    private readonly List<Comparison> _compared = [];
    private readonly List<string> _reached = [];
    private readonly List<string> _rawPorts = [];
    private readonly List<string> _kernelPorts = [".clk(1'b0)", ".rst(rst)", ".in_valid(in_valid)"];
    private IReadOnlyDictionary<Node, ProductInstance> _products = null!;
    private int _inputs;
    private int _outputs;

    /// <summary>The text of both modules.</summary>
    public string Text { get; private set; } = "";

    /// <summary>What they compare, from the top bit down; below it a bit per cut point.</summary>
    public IReadOnlyList<Comparison> Compared => _compared;

    /// <summary>Number of cut points; bit i of the outputs says that the path reaches i.</summary>
    public int Cuts => _reached.Count;

    /// <summary>Bits of the input vector.</summary>
    public int Inputs => _inputs;

    /// <summary>The bench of a kernel against its specification.</summary>
    public static ProofBench Make(CompiledKernel kernel, Design raw, string rawModule)
    {
        var bench = new ProofBench { _products = ProductPairs.Of(kernel, raw) };
        bench.Build(kernel, raw);
        bench._outputs += bench.Cuts;
        bench.Text = bench.Module("spec", rawModule, null)
            + bench.Module("impl", rawModule, kernel.Name);
        return bench;
    }

    private string Input(string name, int width)
    {
        string part = $"bench_in[{_inputs} +: {width}]";
        _wires.Append($"  wire {VerilogText.Range(width)}{name} = {part};\n");
        _inputs += width;
        return name;
    }

    private string Wire(string name, int width)
    {
        _wires.Append($"  wire {VerilogText.Range(width)}{name};\n");
        return name;
    }

    private void Compare(string spec, string impl, int width, int cut = -1)
    {
        _spec.Add(spec);
        _impl.Add(impl);
        _compared.Add(new(impl, width, cut));
        _outputs += width;
    }

    private void Build(CompiledKernel kernel, Design raw)
    {
        Input("rst", 1);
        Input("in_valid", 1);
        Wire("k_out_valid", 1);
        _kernelPorts.Add(".out_valid(k_out_valid)");
        Compare("(in_valid & !rst)", "k_out_valid", 1);
        foreach (var p in raw.Inputs)
        {
            // With a prefix: a parameter may have the name of something of this bench.
            string wire = Input("p_" + p.Name, p.Node.Width);
            _rawPorts.Add($".{p.Name}({wire})");
            _kernelPorts.Add($".{p.Name}({wire})");
        }
        foreach (var p in raw.Outputs)
        {
            _rawPorts.Add($".{p.Name}({Wire("r_" + p.Name, p.Node.Width)})");
            _kernelPorts.Add($".{p.Name}({Wire("k_" + p.Name, p.Node.Width)})");
            Compare("r_" + p.Name, "k_" + p.Name, p.Node.Width);
        }
        for (int i = 0; i < raw.Duties.Count; i++)
        {
            _rawPorts.Add($".duty{i}({Wire($"r_duty{i}", 1)})");
            _spec.Add($"r_duty{i}");
            _impl.Add("1'b1");
            _compared.Add(new(raw.Duties[i].What, 1, Comparison.Duty));
            _outputs++;
        }
        for (int i = 0; i < raw.Calls.Count; i++) Cut(raw.Calls[i].Call, i);
        foreach (var product in kernel.Products.Except(_products.Values)) Own(product);
    }

    private void Cut(Node call, int i)
    {
        string on = Wire($"r_cut{i}_on", 1);
        _reached.Add(on);
        _rawPorts.Add($".cut{i}_on({on})");
        for (int k = 0; k < call.Args.Count; k++)
            _rawPorts.Add($".cut{i}_arg{k}({Wire($"r_cut{i}_arg{k}", call.Args[k].Width)})");
        var site = call.Site!;
        if (site.Kind == CallKind.Product)
        {
            CutProduct(call, i);
            return;
        }
        string result = Input($"cut{i}_result", call.Width);
        _rawPorts.Add($".cut{i}_result({result})");
        string port = site.Name + (site.Kind == CallKind.Read ? "_rd_data" : "_result");
        _kernelPorts.Add($".{port}({result})");
        string[] ports = site.Kind == CallKind.Read ? ["rd_addr"] : ["valid", "addr", "arg"];
        for (int k = 0; k < ports.Length; k++)
        {
            int width = call.Args[k].Width;
            string own = Wire($"k_{site.Name}_{ports[k]}", width), spec = $"r_cut{i}_arg{k}";
            _kernelPorts.Add($".{site.Name}_{ports[k]}({own})");
            if (ports[k] == "valid") Compare($"({spec} & in_valid & !rst)", own, 1);
            else Compare(Masked(on, spec, width), Masked(on, own, width), width, i);
        }
    }

    private void CutProduct(Node call, int i)
    {
        if (!_products.TryGetValue(call, out var product))
        {
            // The optimised form needs no DSP here; then the specification multiplies itself.
            _wires.Append($"  wire {VerilogText.Range(call.Width)}cut{i}_result = "
                + $"r_cut{i}_arg0 * r_cut{i}_arg1;\n");
            _rawPorts.Add($".cut{i}_result(cut{i}_result)");
            return;
        }
        // All bits that the product has, even where the emitted one keeps fewer.
        int p = product.WidthP;
        int all = Math.Max(p, Math.Min(call.Width, product.WidthA + product.WidthB));
        string result = Input($"cut{i}_result", all);
        string on = $"r_cut{i}_on";
        _rawPorts.Add($".cut{i}_result({Fit(result, all, call.Width)})");
        _kernelPorts.Add($".prove_{product.Name}_p({Fit(result, all, p)})");
        string a = Wire($"k_cut{i}_a", product.WidthA), b = Wire($"k_cut{i}_b", product.WidthB);
        _kernelPorts.Add($".prove_{product.Name}_a({a})");
        _kernelPorts.Add($".prove_{product.Name}_b({b})");
        int w = call.Args[0].Width;
        string left = $"r_cut{i}_arg0", right = $"r_cut{i}_arg1";
        Compare(Masked(on, left, w), Masked(on, Fit(a, product.WidthA, w), w), w, i);
        Compare(Masked(on, right, w), Masked(on, Fit(b, product.WidthB, w), w), w, i);
    }

    /// <summary>A product of the emitted text that the specification has no partner for.</summary>
    private void Own(ProductInstance product)
    {
        string name = product.Name;
        string a = Wire($"k_{name}_a", product.WidthA), b = Wire($"k_{name}_b", product.WidthB);
        _wires.Append($"  wire {VerilogText.Range(product.WidthP)}k_{name}_p = "
            + $"{Fit(a, product.WidthA, product.WidthP)} * {Fit(b, product.WidthB, product.WidthP)}"
            + ";\n");
        foreach (string pin in new[] { "a", "b", "p" })
            _kernelPorts.Add($".prove_{name}_{pin}(k_{name}_{pin})");
    }

    private static string Masked(string on, string value, int width) =>
        $"({{{width}{{{on}}}}} & {value})";

    private static string Fit(string value, int from, int to) => from == to ? value
        : from < to ? $"{{{to - from}'d0, {value}}}" : $"{value}[{to - 1}:0]";

    private string Module(string name, string raw, string? kernel)
    {
        var text = new StringBuilder();
        text.Append($"module {name} (input wire [{_inputs - 1}:0] bench_in, "
            + $"output wire [{_outputs - 1}:0] bench_out);\n");
        text.Append(_wires);
        text.Append($"  {raw} r ({string.Join(", ", _rawPorts)});\n");
        if (kernel != null) text.Append($"  {kernel} k ({string.Join(", ", _kernelPorts)});\n");
        var all = (kernel == null ? _spec : _impl).Concat(Enumerable.Reverse(_reached));
        string outputs = string.Join(",\n    ", all);
        text.Append($"  assign bench_out = {{{outputs}}};\n");
        return text.Append("endmodule\n").ToString();
    }
}
