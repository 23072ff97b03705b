using SmartNic.Hls.Emit;
using SmartNic.Hls.Front;
using SmartNic.Hls.Ir;
using SmartNic.Hls.Passes;
using SmartNic.Hls.Schedule;

namespace SmartNic.Hls;

/// <summary>Compiles kernels written in C# to pipelined Verilog, one packet per clock.</summary>
public sealed class Compiler
{
    private readonly Project _project;

    /// <summary>Reads the sources.</summary>
    /// <param name="files">Path (for messages) and text of each C# file.</param>
    /// <param name="options">Clock, margin, device, latency; null: as the kernels say.</param>
    /// <exception cref="HlsException">The C# does not compile.</exception>
    public Compiler(
        IEnumerable<(string Path, string Text)> files, CompilerOptions? options = null)
        : this(files, options, true)
    {
    }

    /// <summary>Unchecked, errors of the C# show up only where it is run natively.</summary>
    internal Compiler(IEnumerable<(string Path, string Text)> files, CompilerOptions? options,
        bool check) => (_project, Options) = (new(files, check), options ?? new());

    private Compiler(Project project) => (_project, Options) = (project, new());

    /// <summary>The kernels of a compilation that something else made, e.g. an
    /// editor.</summary>
    internal static Compiler Of(Microsoft.CodeAnalysis.CSharp.CSharpCompilation compilation) =>
        new(new Project(compilation));

    /// <summary>Options of every kernel.</summary>
    public CompilerOptions Options { get; }

    /// <summary>Reads source files.</summary>
    /// <param name="paths">C# files, and folders of them.</param>
    /// <param name="options">Clock, margin, device, latency; null: as the kernels say.</param>
    /// <exception cref="HlsException">The C# does not compile.</exception>
    public static Compiler FromFiles(
        IEnumerable<string> paths, CompilerOptions? options = null) =>
        new(FilesOf(paths).Select(p => (p, File.ReadAllText(p))), options);

    /// <summary>The C# files that some paths mean: of a folder all under it, but what a build
    /// leaves there.</summary>
    public static IEnumerable<string> FilesOf(IEnumerable<string> paths) =>
        paths.SelectMany<string, string>(path => !Directory.Exists(path) ? [path]
            : Directory.EnumerateFiles(path, "*.cs", SearchOption.AllDirectories)
                .Where(file => !Path.GetRelativePath(path, file).Split(Path.DirectorySeparatorChar)
                    .Any(part => part is "bin" or "obj"))
                .Order(StringComparer.Ordinal));

    internal Project Project => _project;

    /// <summary>Every kernel of the files, in source order.</summary>
    /// <exception cref="HlsException">A kernel has no hardware form.</exception>
    public IReadOnlyList<CompiledKernel> Compile() =>
        [.. _project.Kernels().Select(Compile)];

    /// <summary>The kernel of an id, e.g. <c>M:Parser.Run(System.UInt32)</c>.</summary>
    internal CompiledKernel? Compile(string id) =>
        _project.Kernels().FirstOrDefault(k => k.GetDocumentationCommentId() == id) is { } method
            ? Compile(method) : null;

    /// <summary>One kernel.</summary>
    internal CompiledKernel Compile(Microsoft.CodeAnalysis.IMethodSymbol method)
    {
        var design = Optimiser.Run(
            KernelBuilder.Build(_project, method, new OptimisingGraph(), Options));
        var pipeline = Scheduler.Run(design);
        var emitted = KernelEmitter.Emit(pipeline);
        var files = new SortedDictionary<string, string>(StringComparer.Ordinal)
        {
            [design.Name + ".vh"] = IncludeEmitter.Emit(pipeline),
            [design.Name + ".json"] = JsonEmitter.Emit(pipeline, method),
        };
        foreach (var (name, text) in emitted.Modules) files[name + ".v"] = text;
        var usage = new Usage(pipeline);
        if (usage.LineBits() > 0) files[DelayLine.File] = DelayLine.Text();
        foreach (var product in pipeline.Nodes.Where(n => n.Op == Op.Call
            && n.Site!.Kind == CallKind.Product))
        {
            // Equal shapes are one module; their latency follows from the shape.
            string module = KernelEmitter.ProductModule(design, product);
            files[module + ".v"] = new ProductEmitter().Emit(module,
                product.Args[0].Width, product.Args[1].Width, product.Width,
                product.Site!.Latency);
        }
        var steps = new List<Pipeline>();
        foreach (var memory in design.Memories.Where(m => m.Kind == CallKind.Update))
        {
            var step = Optimiser.Run(
                KernelBuilder.BuildStep(_project, design, memory, new OptimisingGraph()));
            steps.Add(StepTiming.Check(step));
            files[step.Name + ".v"] = StepEmitter.Emit(steps[^1]);
        }
        return new()
        {
            Name = design.Name,
            Latency = pipeline.Latency,
            RegisterBits = usage.RegisterBits(),
            LineBits = usage.LineBits(),
            WorstClockNs = pipeline.WorstNs(),
            Files = files,
            Lines = emitted.Lines + string.Concat(steps.Select(StepEmitter.Lines)),
            Pipeline = pipeline,
            Steps = steps,
            Products = emitted.Products,
            StageModules = [.. emitted.Modules.Skip(1).Select(m => m.Name)],
            Method = method,
        };
    }
}
