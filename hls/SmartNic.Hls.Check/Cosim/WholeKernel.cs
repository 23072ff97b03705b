using System.Text;
using SmartNic.Hls.Check.Native;
using SmartNic.Hls.Check.Stimulus;
using SmartNic.Hls.Front;
using SmartNic.Hls.Il;
using SmartNic.Hls.Ir;

namespace SmartNic.Hls.Check.Cosim;

/// <summary>A kernel with its stages.</summary>
internal sealed class WholeKernel(Compiler compiler, CompiledKernel kernel)
    : Subject(compiler, kernel)
{
    /// <inheritdoc/>
    public override string Name => Kernel.Name;

    /// <inheritdoc/>
    public override int Latency => Kernel.Latency;

    /// <inheritdoc/>
    public override Design Design => Kernel.Pipeline.Design;

    /// <inheritdoc/>
    public override IReadOnlyList<Node> Accesses { get; } = [.. kernel.Pipeline.Nodes.Where(
        n => n.Op == Op.Call && n.Site!.Kind != CallKind.Product)];

    /// <inheritdoc/>
    public override Design Lowered() => KernelBuilder.Build(
        Compiler.Project, Kernel.Method, new Graph(), Compiler.Options);

    /// <inheritdoc/>
    public override NativeKernel Native() => NativeKernel.Load(Compiler)[Kernel.Name];

    /// <inheritdoc/>
    public override void Emit(StringBuilder text, WordLayout inputs, WordLayout outputs)
    {
        string[] ports =
        [
            ".clk(clk), .rst(rst), .in_valid(in_valid), .out_valid(out_valid)",
            .. Shown(inputs, outputs).Skip(2).Select(p => $".{p.Name}({p.Signal})"),
        ];
        text.Append($"{Name} k (\n  {string.Join(",\n  ", ports)});\n");
    }

    /// <inheritdoc/>
    public override IReadOnlyList<ShownPort> Shown(WordLayout inputs, WordLayout outputs) =>
    [
        new("in_valid", 1, "in_valid", 0),
        new("out_valid", 1, "out_valid", Latency),
        .. inputs.Ports.Select(p => new ShownPort(p.Name, p.Width, BenchText.Bits("i", p), 0)),
        .. outputs.Ports.Select(p => new ShownPort(
            p.Name, p.Width, BenchText.Bits("o", p), Latency, p.Name)),
        .. MemoriesShown,
    ];

    protected override Design Specification(IlSpecification il) => il.Build(Kernel);
}
