using SmartNic.Hls;
using SmartNic.Hls.Prove;
using SmartNic.Synth.Blocks;

namespace SmartNic.Synth.Examples;

/// <summary>A kernel of `hls/examples`, and the same by hand where that was written.</summary>
public sealed class Example
{
    private readonly string _root;

    private Example(string root, string file)
    {
        _root = root;
        Name = Path.GetFileNameWithoutExtension(file);
        Compiler = new([(Path.GetFileName(file), File.ReadAllText(file))]);
        Kernel = Compiler.Compile().Single();
    }

    /// <summary>Name of its file, without ending.</summary>
    public string Name { get; }

    /// <summary>What compiled it.</summary>
    public Compiler Compiler { get; }

    /// <summary>The pipeline.</summary>
    public CompiledKernel Kernel { get; }

    /// <summary>Whether it was written by hand too: the pipeline and each update, a file
    /// each.</summary>
    public bool HasYardstick => Kernel.Modules.All(m => File.Exists(Yardstick(m)));

    /// <summary>File of the hand-written version of a module of the kernel.</summary>
    /// <param name="module">The module.</param>
    public string Yardstick(string module) =>
        Path.Combine(_root, "tests", "yardsticks", ByHand(module) + ".v");

    /// <summary>Name of the hand-written version of a module.</summary>
    /// <param name="module">The module.</param>
    public static string ByHand(string module) =>
        module.Replace("snic_", "yard_", StringComparison.Ordinal);

    /// <summary>All examples of a checkout, by name.</summary>
    /// <param name="root">The repository.</param>
    /// <exception cref="DirectoryNotFoundException">It has no examples.</exception>
    public static IReadOnlyList<Example> All(string root) =>
    [
        .. Directory.GetFiles(Path.Combine(root, "hls", "examples"), "*.cs")
            .Order(StringComparer.Ordinal).Select(f => new Example(root, f)),
    ];

    /// <summary>Proofs of the emitted text.</summary>
    public IReadOnlyList<ProofResult> Prove() => new Prover(Compiler).Prove(Kernel);

    /// <summary>
    /// The same proofs of the hand-written text in the place of the emitted one: it is the same
    /// function of the C#, with the same registers on every path.
    /// </summary>
    public IReadOnlyList<ProofResult> ProveYardstick() =>
        new Prover(Compiler).Prove(Kernel.Modules.Aggregate(Kernel, (kernel, module) =>
            kernel.WithText(module + ".v", File.ReadAllText(Yardstick(module)).Replace(
                ByHand(module), module, StringComparison.Ordinal))));

    /// <summary>What maps the kernel with its products, then each of its updates, which are
    /// modules apart.</summary>
    /// <param name="folder">Where its Verilog is written.</param>
    public IReadOnlyList<SynthJob> Jobs(string folder)
    {
        Directory.CreateDirectory(folder);
        var files = new List<string>();
        foreach (var (name, text) in Kernel.Files.Where(
            f => Path.GetExtension(f.Key) is ".v" or ".sv"))
        {
            files.Add(Path.Combine(folder, name));
            File.WriteAllText(files[^1], text);
        }

        return
        [
            .. Kernel.Modules.Select(module => new SynthJob(
                "examples", module, files, [], new Dictionary<string, int>(), true)),
        ];
    }

    /// <summary>What maps the hand-written version, with the compiler's products where it has
    /// such.</summary>
    /// <param name="folder">Where the compiled Verilog was written.</param>
    public IReadOnlyList<SynthJob> YardstickJobs(string folder)
    {
        var products = Kernel.Files.Keys
            .Where(f => f.StartsWith(Kernel.Name + "_mul_", StringComparison.Ordinal))
            .Select(f => Path.Combine(folder, f)).ToList();
        return
        [
            .. Kernel.Modules.Select(module => new SynthJob("yardsticks", ByHand(module),
                [Yardstick(module), .. products], [], new Dictionary<string, int>(), true)),
        ];
    }
}
