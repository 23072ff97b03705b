using SmartNic.Hls.Check.Fuzz;
using SmartNic.Hls.Front;

namespace SmartNic.Hls.Check.Mutation;

/// <summary>Kernels that a changed compiler is tried on, and what the right compiler makes of
/// them.</summary>
internal sealed class MutationCorpus
{
    private readonly Dictionary<string, (Compiler Compiler, CompiledKernel Kernel)> _right = [];
    private readonly Dictionary<string, string?> _answers = [];
    private readonly Dictionary<string, bool> _hard = [];
    private Dictionary<string, string>? _specifications;

    /// <param name="folder">Kernels, a compilation per file; null for none.</param>
    /// <param name="seed">Seed of the first random program.</param>
    /// <param name="programs">Random programs on top.</param>
    public MutationCorpus(string? folder, int seed, int programs)
    {
        (string, string)[][] files = folder == null ? [] : [.. Directory.GetFiles(folder, "*.cs")
            .Order(StringComparer.Ordinal)
            .Select(f => new[] { (Path.GetFileName(f), File.ReadAllText(f)) })];
        var random = Enumerable.Range(seed, programs)
            .Select(s => ($"fuzz_{s}.cs", ProgramGenerator.Source(s)));
        Sources = [.. files, .. random.Chunk(20).Select(Taken)];
        foreach (var sources in Sources.Take(files.Length)) Add(new(sources));
        Texts = _right.Values.SelectMany(k => k.Kernel.Files)
            .Where(f => f.Key.EndsWith(".v", StringComparison.Ordinal))
            .ToDictionary(f => f.Key, f => f.Value);
    }

    private void Add(Compiler compiler)
    {
        foreach (var kernel in compiler.Compile()) _right[kernel.Name] = (compiler, kernel);
    }

    /// <summary>Adds random programs, without those that the right compiler rejects, one in a
    /// thousand.</summary>
    private (string Path, string Text)[] Taken((string Path, string Text)[] sources)
    {
        var compiler = new Compiler(sources);
        var rejected = new HashSet<string>();
        foreach (var method in compiler.Project.Kernels())
        {
            try
            {
                var kernel = compiler.Compile(method);
                _right[kernel.Name] = (compiler, kernel);
            }
            catch (HlsException)
            {
                rejected.Add(method.DeclaringSyntaxReferences[0].SyntaxTree.FilePath);
            }
        }
        return rejected.Count == 0 ? sources
            : Taken([.. sources.Where(s => !rejected.Contains(s.Path))]);
    }

    public (string Path, string Text)[][] Sources { get; }

    /// <summary>The right text of every file.</summary>
    public Dictionary<string, string> Texts { get; }

    /// <summary>The right specification of every module.</summary>
    public Dictionary<string, string> Specifications => _specifications
        ??= Ladder.Specifications(Sources);

    /// <summary>A changed specification against the right one; see
    /// <see cref="Ladder.Proof"/>.</summary>
    public string? ProveSpecification(string name, int latency, Dictionary<string, string> files) =>
        files.All(f => TextEquality.Same(f.Key, Specifications[f.Key], f.Value)) ? "" : null;

    /// <summary>Text of a changed compiler against the right compiler's specification; see
    /// <see cref="Ladder.Proof"/>.</summary>
    public string? Prove(string name, int latency, Dictionary<string, string> files)
    {
        if (!_right.TryGetValue(name, out var right) || right.Kernel.Latency != latency
            || !right.Kernel.Files.Keys.Order().SequenceEqual(files.Keys.Order())) return null;
        // Many errors have the same effect.
        string key = string.Join('\0', files.Where(f => f.Key.EndsWith(".v",
            StringComparison.Ordinal)).OrderBy(f => f.Key).Select(f => f.Value));
        if (_answers.TryGetValue(key, out string? known)) return known;
        return _answers[key] = Compare(right.Compiler, right.Kernel, files);
    }

    private string? Compare(
        Compiler compiler, CompiledKernel right, Dictionary<string, string> files)
    {
        var changed = right;
        foreach (var (file, text) in files) changed = changed.WithText(file, text);
        try
        {
            var differing = TextEquality.Differing(right, files);
            if (differing.Count == 0) return "";
            string answer = Ladder.Answer(compiler, changed);
            // The proof of a kernel compares the factors of its products, not the multipliers.
            if (answer == "" && right.Products.FirstOrDefault(
                p => differing.Contains(p.Module)) is { } product)
                return $"{Ladder.Survived}: undecided: {product.Module} is a product";
            return answer.StartsWith(Ladder.Survived, StringComparison.Ordinal)
                && IsHard(compiler, right) ? "" : answer;
        }
        catch (InvalidOperationException error) when (error.Message.Contains("is not in the text"))
        {
            // Another name of a product's instance: nothing is wrong with that.
            return null;
        }
    }

    /// <summary>A kernel that the solver does not end on even when it is right judges
    /// nobody.</summary>
    private bool IsHard(Compiler compiler, CompiledKernel right)
    {
        if (_hard.TryGetValue(right.Name, out bool known)) return known;
        return _hard[right.Name] = Ladder.Answer(compiler, right) != "";
    }
}
