using SmartNic.Hls.Schedule;

namespace SmartNic.Hls;

/// <summary>What the compiler makes of one kernel.</summary>
public sealed partial class CompiledKernel
{
    /// <summary>Module name.</summary>
    public required string Name { get; init; }

    /// <summary>Clocks from input to output.</summary>
    public required int Latency { get; init; }

    /// <summary>The kernel's module, those of its stages, which it holds, and those of its
    /// updates.</summary>
    public IReadOnlyList<string> Modules =>
        [Name, .. StageModules, .. Steps.Select(s => s.Design.Name)];

    /// <summary>Bits of pipeline registers, delay lines apart.</summary>
    public required long RegisterBits { get; init; }

    /// <summary>Bits that delay lines hold: of each as many as it has clocks.</summary>
    public required long LineBits { get; init; }

    /// <summary>Estimated worst clock in ns, register included.</summary>
    public required double WorstClockNs { get; init; }

    /// <summary>
    /// Estimated levels of logic of the worst clock or update: a LUT is one, a carry chain is one,
    /// a product in a DSP slice is seven.
    /// </summary>
    public int WorstLevels
    {
        get
        {
            var all = Steps.Append(Pipeline).Select(p => p.Measure(DelayModel.Levels));
            double worst = all.Max(p => p.WorstNs());
            return Math.Max((int)worst, Products.Count > 0 ? DelayModel.DspLevels : 0);
        }
    }

    /// <summary>File name to text: Verilog modules, include, JSON, and of hw/lib the module of
    /// delay lines if there are any. Deterministic.</summary>
    public required IReadOnlyDictionary<string, string> Files { get; init; }

    /// <summary>Where emitted values come from: a line per value, its module and name, file
    /// and line. Apart from the texts, which a comment more in the source does not change.
    /// </summary>
    public string Lines { get; init; } = "";

    internal Pipeline Pipeline { get; init; } = null!;

    /// <summary>Modules of its stages, in their order.</summary>
    public IReadOnlyList<string> StageModules { get; init; } = [];

    internal IReadOnlyList<Pipeline> Steps { get; init; } = [];

    internal IReadOnlyList<Emit.ProductInstance> Products { get; init; } = [];

    internal Microsoft.CodeAnalysis.IMethodSymbol Method { get; init; } = null!;

    /// <summary>The same kernel with another text of one file, for tests of the proofs.</summary>
    internal CompiledKernel WithText(string file, string text) =>
        With(Pipeline, Files.ToDictionary(f => f.Key, f => f.Key == file ? text : f.Value));

    /// <summary>The same texts with another schedule, hence other contracts.</summary>
    internal CompiledKernel With(Pipeline pipeline) => With(pipeline, Files);

    private CompiledKernel With(
        Pipeline pipeline, IReadOnlyDictionary<string, string> files) => new()
    {
        Name = Name,
        Latency = Latency,
        RegisterBits = RegisterBits,
        LineBits = LineBits,
        WorstClockNs = WorstClockNs,
        Files = files,
        Lines = Lines,
        StageModules = StageModules,
        Pipeline = pipeline,
        Steps = Steps,
        Products = Products,
        Method = Method,
    };
}
