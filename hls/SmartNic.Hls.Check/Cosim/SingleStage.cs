using System.Numerics;
using System.Text;
using SmartNic.Hls.Check.Native;
using SmartNic.Hls.Check.Stimulus;
using SmartNic.Hls.Emit;
using SmartNic.Hls.Front;
using SmartNic.Hls.Il;
using SmartNic.Hls.Ir;
using SmartNic.Hls.Schedule;

namespace SmartNic.Hls.Check.Cosim;

/// <summary>
/// A stage of a pipeline by itself, given whatever its contract allows. The bench holds back each
/// input until the clock in which the stage reads it, and each output until all are there, so
/// outside all of a packet is there at once; what is not the packet's in a clock is another's, or
/// noise.
/// </summary>
internal sealed class SingleStage : Subject
{
    private readonly StagePorts _ports;
    private readonly Usage _usage;
    private readonly Design _lowered;
    private readonly List<bool> _kept;

    /// <param name="compiler">The compilation that the kernel is from.</param>
    /// <param name="kernel">The pipeline.</param>
    /// <param name="ports">The contract of the stage.</param>
    public SingleStage(Compiler compiler, CompiledKernel kernel, StagePorts ports)
        : base(compiler, kernel)
    {
        (_ports, _usage) = (ports, new(kernel.Pipeline));
        _kept = [.. ports.Stage.KeptScalars];
        Accesses = [.. ports.Nodes.Where(
            n => n.Op == Op.Call && n.Site!.Kind != CallKind.Product)];
        _lowered = Own(StageBuilder.Build(compiler.Project, kernel, ports.Stage));
    }

    /// <summary>The contracts of a kernel's stages that do something.</summary>
    public static IReadOnlyList<StagePorts> Of(CompiledKernel kernel) =>
        KernelEmitter.StagesOf(kernel.Pipeline, new Partition(kernel.Pipeline));

    /// <inheritdoc/>
    public override string Name => _ports.Module(Kernel.Name);

    /// <inheritdoc/>
    public override int Latency => Last + 1;

    /// <inheritdoc/>
    public override Design Design => _lowered;

    /// <inheritdoc/>
    public override IReadOnlyList<Node> Accesses { get; }

    /// <inheritdoc/>
    public override int First => _ports.First;

    /// <inheritdoc/>
    public override Node? Usual =>
        _lowered.Outputs.First(o => o.Name == StageBuilder.WasOpen).Node;

    private int Last => _ports.Last - First;

    /// <inheritdoc/>
    public override Design Lowered() => _lowered;

    /// <inheritdoc/>
    public override NativeKernel Native() => NativeKernel.Load(Compiler)[Kernel.Name].Stage(
        Compiler.Project.Image, _ports.Stage.Method,
        _ports.Stage.Memories.Select(m => Parameters.ToList().IndexOf(m.Name)));

    /// <inheritdoc/>
    public override ulong[] NativeInputs(ulong[] packet)
    {
        var to = new WordLayout(_ports.Stage.Given.Select(f => (f.Name, f.Width)));
        var words = new ulong[to.Words];
        var from = new Queue<WordPort>(WordLayout.Inputs(_lowered).Ports);
        foreach (var (field, port) in _ports.Stage.Given.Zip(to.Ports))
            WordLayout.Set(port, words,
                field.Constant ?? WordLayout.Get(from.Dequeue(), packet));
        return words;
    }

    /// <inheritdoc/>
    public override bool IsTelling(ReadOnlySpan<ulong> outputs) =>
        !WordLayout.Get(WordLayout.Outputs(_lowered).Ports[_kept.Count], outputs).IsZero;

    /// <inheritdoc/>
    public override void Settle(ReadOnlySpan<ulong> expected, Span<ulong> found)
    {
        var ports = WordLayout.Outputs(_lowered).Ports;
        bool open = IsTelling(expected);
        for (int n = 0; n < ports.Count; n++)
        {
            var read = n < _kept.Count && (open || _kept[n]) ? Read(n) : 0;
            var own = WordLayout.Get(ports[n], expected);
            var mask = Bits.Mask(ports[n].Width);
            WordLayout.Set(ports[n], found,
                (WordLayout.Get(ports[n], found) & read) | (own & (mask ^ read)));
        }
    }

    /// <summary>Bits of a scalar of the packet that the stage answers for, as a mask.</summary>
    private BigInteger Read(int scalar)
    {
        var field = _ports.Stage.Handed[scalar];
        if (field.Passes || field.Constant != null) return Bits.Mask(field.Width);
        return Output(field) is { } output
            ? _usage.All(output) | (Bits.Mask(field.Width - field.Bits) << field.Bits) : 0;
    }

    private Node? Output(StageField field) =>
        _ports.Outputs.FirstOrDefault(o => o.Site!.Name == field.Name);

    /// <inheritdoc/>
    public override void Emit(StringBuilder text, WordLayout inputs, WordLayout outputs)
    {
        text.Append($"reg [{Latency}:1] came;\nalways @(posedge clk) came <= rst ? 0 : "
            + (Last == 0 ? "in_valid" : $"{{came[{Last}:1], in_valid}}")
            + $";\nassign out_valid = came[{Latency}];\n");
        foreach (var port in inputs.Ports)
            text.Append($"wire [{port.Width - 1}:0] alone_{port.Name} = "
                + $"{BenchText.Bits("i", port)};\n");
        var late = _ports.Inputs.GroupBy(i => i.Value.Site!.Name).ToDictionary(
            g => g.Key, g => g.Max(i => i.Clock - First));
        foreach (var field in _ports.Stage.Handed.Where(f => f.Passes)) late[field.Name] = Last + 1;
        foreach (var port in inputs.Ports)
            Delay(text, $"alone_{port.Name}", port.Width, late.GetValueOrDefault(port.Name));
        foreach (var output in _ports.Outputs)
            text.Append($"wire [{output.Width - 1}:0] alone_{StagePorts.Port(output)};\n");
        foreach (var output in _ports.Outputs)
            Delay(text, $"alone_{StagePorts.Port(output)}", output.Width, Wait(output));
        foreach (var (field, port) in _ports.Stage.Handed.Zip(outputs.Ports))
            text.Append($"assign {BenchText.Bits("o", port)} = {Handed(field)};\n");
        var pins = Shown(inputs, outputs).Select(p => $".{p.Name}({p.Signal})");
        if (_ports.Updates.Count > 0) pins = pins.Prepend(".rst(rst)");
        if (_ports.IsClocked(_usage)) pins = pins.Prepend(".clk(clk)");
        text.Append($"{Name} k (\n  {string.Join(",\n  ", pins)});\n");
    }

    /// <inheritdoc/>
    public override IReadOnlyList<ShownPort> Shown(WordLayout inputs, WordLayout outputs) =>
    [
        .. _ports.Updates.Select(c => new ShownPort(_ports.Valid(c), 1, c == First
            ? "in_valid" : $"came[{c - First}]", c - First)),
        .. _ports.Inputs.Select(i => new ShownPort(_ports.Port(i), i.Width, VerilogText.Bits(
            $"alone_{i.Value.Site!.Name}{SignalNames.Suffix(i.Clock - First)}",
            i.Value.Width, i.Low, i.Width), i.Clock - First)),
        .. _ports.Outputs.Select(o => new ShownPort(StagePorts.Port(o), o.Width,
            $"alone_{StagePorts.Port(o)}", Kernel.Pipeline.Clock[o] - First,
            StagePorts.Port(o))),
        .. MemoriesShown,
    ];

    protected override Design Specification(IlSpecification il) =>
        Own(il.BuildStage(Kernel, _ports.Stage));

    /// <summary>Without what only proofs ask for.</summary>
    private Design Own(Design design) => design with
    {
        Inputs = [.. design.Inputs.Where(i => _ports.Stage.Given.Exists(f => f.Name == i.Name))],
        Duties = [],
        Memories = [.. design.Memories.Where(
            m => Accesses.Any(c => c.Site!.Name == m.Name))],
    };

    /// <summary>Clocks until a packet leaves the bench.</summary>
    private int Wait(Node output) => Latency - (Kernel.Pipeline.Clock[output] - First);

    private string Handed(StageField field)
    {
        if (field.Constant is { } value) return VerilogText.Literal(value, field.Width);
        if (!field.Passes) return Output(field) is not { } output ? "0"
            : $"alone_{StagePorts.Port(output)}{SignalNames.Suffix(Wait(output))}";
        var given = _ports.Stage.Given.First(f => f.Name == field.Name);
        return given.Constant is { } always ? VerilogText.Literal(always, field.Width)
            : $"alone_{field.Name}{SignalNames.Suffix(Last + 1)}";
    }

    private static void Delay(StringBuilder text, string name, int width, int clocks)
    {
        for (int c = 1; c <= clocks; c++)
            text.Append($"reg [{width - 1}:0] {name}{SignalNames.Suffix(c)};\nalways @(posedge clk)"
                + $" {name}{SignalNames.Suffix(c)} <= {name}{SignalNames.Suffix(c - 1)};\n");
    }
}
