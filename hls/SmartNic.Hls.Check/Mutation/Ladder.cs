using SmartNic.Hls.Front;

namespace SmartNic.Hls.Check.Mutation;

/// <summary>
/// The checks, from cheap to dear, on kernels that a changed compiler emits otherwise than the
/// right one. It runs inside the changed compiler's context, so it speaks in plain types only.
/// </summary>
internal static partial class Ladder
{
    private const int Packets = 200, Kernels = 6, Cosimulated = 1, CosimPackets = 20_000;

    /// <summary>Outcomes that are not a kill.</summary>
    public const string Unchanged = "unchanged", Equal = "equal", Survived = "survived";

    /// <summary>The rung on which a compiler may fail to end.</summary>
    public const string Compile = "compile";

    /// <summary>Compares the text of a kernel, proved with the right compiler's
    /// specification.</summary>
    /// <param name="kernel">Module name.</param>
    /// <param name="latency">Clocks.</param>
    /// <param name="files">Emitted text by file name.</param>
    /// <returns>Empty: proved. Null: it cannot be compared so. Else: why not.</returns>
    public delegate string? Proof(string kernel, int latency, Dictionary<string, string> files);

    /// <summary>Emitted text of every kernel by file name; an array of sources is one
    /// compilation.</summary>
    public static Dictionary<string, string> Texts((string Path, string Text)[][] corpus) => corpus
        .SelectMany(c => new Compiler(c).Compile()).SelectMany(k => k.Files)
        .Where(f => f.Key.EndsWith(".v", StringComparison.Ordinal))
        .ToDictionary(f => f.Key, f => f.Value);

    /// <summary>"unchanged", "equal", or the rung that kills and why.</summary>
    /// <param name="corpus">Kernels, a compilation per array.</param>
    /// <param name="right">The right texts by file name.</param>
    /// <param name="proof">A <see cref="Proof"/>.</param>
    /// <param name="enter">Told the rung that begins.</param>
    public static string Run((string Path, string Text)[][] corpus,
        Dictionary<string, string> right, Func<string, int, Dictionary<string, string>, string?>
        proof, Action<string> enter)
    {
        enter(Compile);
        var changed = new List<(Compiler, CompiledKernel)>();
        foreach (var sources in corpus)
        {
            try
            {
                var compiler = new Compiler(sources, null, check: false);
                changed.AddRange(compiler.Compile().Where(k => k.Files.Any(f => f.Key.EndsWith(
                    ".v", StringComparison.Ordinal) && right.GetValueOrDefault(f.Key) != f.Value))
                    .Select(k => (compiler, k)));
            }
            catch (Exception error)
            {
                return $"{Compile}: {sources[0].Path}: {First(error)}";
            }
        }
        if (changed.Count == 0) return Unchanged;
        // Small kernels kill as well as large ones, and sooner.
        changed = [.. changed.OrderBy(c => Effort(c.Item2))];
        try
        {
            enter("jit");
            if (Jit(changed) is { } jit) return jit;
            enter("lint");
            if (Lint(changed.Take(Kernels)) is { } lint) return lint;
            enter("proof");
            changed = [.. changed.Where(c => !IsRenamed(c.Item2, right)).Take(Kernels)];
            string answer = Prove(changed, proof);
            if (answer != "" && !answer.StartsWith(Survived, StringComparison.Ordinal))
                return answer;
            enter("cosimulation");
            return Simulate(changed) ?? (answer == "" ? Equal : answer);
        }
        catch (Exception error)
        {
            return $"text: {First(error)}";
        }
    }

    /// <summary>The plain lowering of a window that is written shifts it as a whole at every
    /// access: such random programs come last.</summary>
    private static int Effort(CompiledKernel kernel) => kernel.Files[kernel.Name + ".v"].Length
        + (kernel.Name.StartsWith("fuzz", StringComparison.Ordinal)
            && kernel.Method.Parameters.Any(p => TypeLayout.IsEdit(p.Type)) ? 1 << 24 : 0);

    private static bool IsRenamed(CompiledKernel kernel, Dictionary<string, string> right) =>
        kernel.Files.Where(f => f.Key.EndsWith(".v", StringComparison.Ordinal)).All(f =>
            right.TryGetValue(f.Key, out string? text) && Renaming.Same(text, f.Value));
}
