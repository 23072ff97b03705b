using System.Text;
using SmartNic.Hls.Emit;
using SmartNic.Hls.Ir;

namespace SmartNic.Hls.Prove;

/// <summary>
/// The two modules that are compared, <c>spec</c> and <c>impl</c>, each with one input vector and
/// one output vector. Where a path does not reach an operation, its arguments are not compared;
/// its result is any value, because what hardware reads there is garbage.
/// </summary>
/// <param name="module">The emitted module; null for one without logic and ports.</param>
/// <param name="products">The products in it.</param>
internal abstract class ProofBench(string? module, IReadOnlyList<ProductInstance> products)
{
    /// <summary>Name of the specification's module.</summary>
    public const string Raw = "raw";

    private readonly StringBuilder _wires = new();
    private readonly List<string> _spec = [];
    private readonly List<string> _impl = [];
    private readonly List<Comparison> _compared = [];
    private readonly List<string> _reached = [];
    private IReadOnlyDictionary<Node, ProductInstance> _pairs = null!;
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

    /// <summary>Connections of the specification.</summary>
    protected List<string> RawPins { get; } = [];

    /// <summary>Connections of the emitted module.</summary>
    protected List<string> Pins { get; } = [];

    /// <summary>Builds the bench.</summary>
    /// <param name="raw">The specification.</param>
    /// <param name="values">What the emitted module computes, for the pairs of products.</param>
    public ProofBench Against(Design raw, EmittedValues values)
    {
        _pairs = ProductPairs.Of(products, values, raw);
        Ports(raw);
        for (int i = 0; i < raw.Duties.Count; i++)
        {
            RawPins.Add($".duty{i}({Wire($"r_duty{i}", 1)})");
            _spec.Add($"r_duty{i}");
            _impl.Add("1'b1");
            _compared.Add(new(raw.Duties[i].What, 1, Comparison.Duty));
            _outputs++;
        }
        for (int i = 0; i < raw.Calls.Count; i++) Cut(raw.Calls[i].Call, i);
        foreach (var product in products.Except(_pairs.Values)) Own(product);
        After(raw);
        _outputs += Cuts;
        Text = Module("spec", false) + Module("impl", true);
        return this;
    }

    /// <summary>Connects the inputs, and compares the outputs, of both modules.</summary>
    protected abstract void Ports(Design raw);

    /// <summary>Compares what only counts in cases of its own.</summary>
    protected virtual void After(Design raw)
    {
    }

    /// <summary>A case of its own.</summary>
    /// <param name="on">The signal that says that it is the case.</param>
    /// <returns>Its number among the cut points.</returns>
    protected int Case(string on)
    {
        _reached.Add(on);
        return _reached.Count - 1;
    }

    /// <summary>The signal of the bench that says that a packet is there and no reset.</summary>
    protected const string Valid = "(in_valid & !rst)";

    protected string Input(string name, int width)
    {
        string part = $"bench_in[{_inputs} +: {width}]";
        _wires.Append($"  wire {VerilogText.Range(width)}{name} = {part};\n");
        _inputs += width;
        return name;
    }

    protected string Wire(string name, int width, string? value = null)
    {
        _wires.Append($"  wire {VerilogText.Range(width)}{name}"
            + (value == null ? ";\n" : $" = {value};\n"));
        return name;
    }

    /// <summary>Compares two signals, always or where the path reaches a cut point.</summary>
    /// <param name="spec">The specification's.</param>
    /// <param name="impl">The emitted module's.</param>
    /// <param name="width">Bits.</param>
    /// <param name="cut">Number of the cut point; -1: always.</param>
    /// <param name="name">What reports call it; null: as it is called here.</param>
    protected void Compare(string spec, string impl, int width, int cut = -1, string? name = null)
    {
        _spec.Add(spec);
        _impl.Add(impl);
        _compared.Add(new(name ?? impl, width, cut));
        _outputs += width;
    }

    private void Cut(Node call, int i)
    {
        string on = Wire($"r_cut{i}_on", 1);
        _reached.Add(on);
        RawPins.Add($".cut{i}_on({on})");
        for (int k = 0; k < call.Args.Count; k++)
            RawPins.Add($".cut{i}_arg{k}({Wire($"r_cut{i}_arg{k}", call.Args[k].Width)})");
        var site = call.Site!;
        if (site.Kind == CallKind.Product)
        {
            CutProduct(call, i);
            return;
        }
        string result = Input($"cut{i}_result", call.Width);
        RawPins.Add($".cut{i}_result({result})");
        string port = site.Name + (site.Kind == CallKind.Read ? "_rd_data" : "_result");
        Pins.Add($".{port}({result})");
        string[] ports = site.Kind == CallKind.Read ? ["rd_addr"] : ["valid", "addr", "arg"];
        for (int k = 0; k < ports.Length; k++)
        {
            int width = call.Args[k].Width;
            string own = Wire($"k_{site.Name}_{ports[k]}", width), spec = $"r_cut{i}_arg{k}";
            Pins.Add($".{site.Name}_{ports[k]}({own})");
            if (ports[k] == "valid") Compare($"({spec} & {Valid})", own, 1, -1, own[2..]);
            else Compare(Masked(on, spec, width), Masked(on, own, width), width, i, own[2..]);
        }
    }

    private void CutProduct(Node call, int i)
    {
        if (!_pairs.TryGetValue(call, out var product))
        {
            // The optimised form needs no DSP here; then the specification multiplies itself.
            _wires.Append($"  wire {VerilogText.Range(call.Width)}cut{i}_result = "
                + $"r_cut{i}_arg0 * r_cut{i}_arg1;\n");
            RawPins.Add($".cut{i}_result(cut{i}_result)");
            return;
        }
        // All bits that the product has, even where the emitted one keeps fewer.
        int p = product.WidthP;
        int all = Math.Max(p, Math.Min(call.Width, product.WidthA + product.WidthB));
        string result = Input($"cut{i}_result", all);
        string on = $"r_cut{i}_on";
        RawPins.Add($".cut{i}_result({Fit(result, all, call.Width)})");
        Pins.Add($".prove_{product.Name}_p({Fit(result, all, p)})");
        string a = Wire($"k_cut{i}_a", product.WidthA), b = Wire($"k_cut{i}_b", product.WidthB);
        Pins.Add($".prove_{product.Name}_a({a})");
        Pins.Add($".prove_{product.Name}_b({b})");
        int w = call.Args[0].Width;
        string left = $"r_cut{i}_arg0", right = $"r_cut{i}_arg1";
        Compare(Masked(on, left, w), Masked(on, Fit(a, product.WidthA, w), w), w, i,
            product.Name);
        Compare(Masked(on, right, w), Masked(on, Fit(b, product.WidthB, w), w), w, i,
            product.Name);
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
            Pins.Add($".prove_{name}_{pin}(k_{name}_{pin})");
    }

    /// <summary>A signal where a condition holds, else 0.</summary>
    protected static string Masked(string on, string value, int width) =>
        $"({{{width}{{{on}}}}} & {value})";

    private static string Fit(string value, int from, int to) => from == to ? value
        : from < to ? $"{{{to - from}'d0, {value}}}" : $"{value}[{to - 1}:0]";

    private string Module(string name, bool emitted)
    {
        var text = new StringBuilder();
        text.Append($"module {name} (input wire [{_inputs - 1}:0] bench_in, "
            + $"output wire [{_outputs - 1}:0] bench_out);\n");
        text.Append(_wires);
        text.Append($"  {Raw} r ({string.Join(", ", RawPins)});\n");
        if (emitted && module != null) text.Append($"  {module} k ({string.Join(", ", Pins)});\n");
        var all = (emitted ? _impl : _spec).Concat(Enumerable.Reverse(_reached));
        string outputs = string.Join(",\n    ", all);
        text.Append($"  assign bench_out = {{{outputs}}};\n");
        return text.Append("endmodule\n").ToString();
    }
}
