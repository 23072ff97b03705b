using SmartNic.Hls.Check.Fuzz;
using SmartNic.Hls.Prove;

namespace SmartNic.Hls.Check.Mutation;

/// <summary>Kernels that a changed compiler is tried on, and what the right compiler makes of
/// them.</summary>
internal sealed class MutationCorpus
{
    private readonly Dictionary<string, (Compiler Compiler, CompiledKernel Kernel)> _right = [];

    /// <param name="folder">Kernels, a compilation per file; null for none.</param>
    /// <param name="seed">Seed of the first random program.</param>
    /// <param name="programs">Random programs on top.</param>
    public MutationCorpus(string? folder, int seed, int programs)
    {
        var files = folder == null ? [] : Directory.GetFiles(folder, "*.cs")
            .Order(StringComparer.Ordinal)
            .Select(f => new[] { (Path.GetFileName(f), File.ReadAllText(f)) });
        var random = Enumerable.Range(seed, programs)
            .Select(s => ($"fuzz_{s}.cs", ProgramGenerator.Source(s))).ToArray();
        Sources = [.. files, .. random.Chunk(20)];
        foreach (var sources in Sources)
        {
            var compiler = new Compiler(sources);
            foreach (var kernel in compiler.Compile()) _right[kernel.Name] = (compiler, kernel);
        }
        Texts = _right.Values.SelectMany(k => k.Kernel.Files)
            .Where(f => f.Key.EndsWith(".v", StringComparison.Ordinal))
            .ToDictionary(f => f.Key, f => f.Value);
    }

    public (string Path, string Text)[][] Sources { get; }

    /// <summary>The right text of every file.</summary>
    public Dictionary<string, string> Texts { get; }

    private static string Answer(Compiler compiler, CompiledKernel kernel)
    {
        var results = new Prover(compiler) { Limit = Ladder.Limit }.Prove(kernel);
        return results.FirstOrDefault(r => !r.Proved) is { } open
            ? Ladder.Rung(open) + open.What : "";
    }

    /// <summary>Text of a changed compiler against the right compiler's specification; see
    /// <see cref="Ladder.Proof"/>.</summary>
    public string? Prove(string name, int latency, Dictionary<string, string> files)
    {
        if (!_right.TryGetValue(name, out var right) || right.Kernel.Latency != latency
            || !right.Kernel.Files.Keys.Order().SequenceEqual(files.Keys.Order())) return null;
        var changed = right.Kernel;
        foreach (var (file, text) in files) changed = changed.WithText(file, text);
        try
        {
            string answer = Answer(right.Compiler, changed);
            // A kernel that the solver does not end on even when it is right judges nobody.
            return answer.StartsWith("survived", StringComparison.Ordinal)
                && Answer(right.Compiler, right.Kernel) != "" ? "" : answer;
        }
        catch (InvalidOperationException error) when (error.Message.Contains("is not in the text"))
        {
            // Another name of a product's instance: nothing is wrong with that.
            return null;
        }
    }
}
