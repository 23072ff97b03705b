using SmartNic.Hls.Check.Cosim;
using SmartNic.Hls.Check.Native;
using SmartNic.Hls.Front;
using SmartNic.Hls.Prove;

namespace SmartNic.Hls.Check.Mutation;

/// <summary>
/// The checks, from cheap to dear, on kernels that a changed compiler emits otherwise than the
/// right one. It runs inside the changed compiler's context, so it speaks in plain types only.
/// </summary>
internal static class Ladder
{
    private const int Packets = 200, Kernels = 10, Cosimulated = 2, CosimPackets = 20_000;

    /// <summary>Outcomes that are not a kill.</summary>
    public const string Unchanged = "unchanged", Equal = "equal";

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
    public static string Run((string Path, string Text)[][] corpus,
        Dictionary<string, string> right, Func<string, int, Dictionary<string, string>, string?>
        proof)
    {
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
                return $"compile: {sources[0].Path}: {First(error)}";
            }
        }
        if (changed.Count == 0) return Unchanged;
        // Small kernels kill as well as large ones, and sooner.
        changed = [.. changed.OrderBy(c => c.Item2.Files[c.Item2.Name + ".v"].Length)
            .Take(Kernels)];
        try
        {
            return Lint(changed) ?? Jit(changed) ?? Prove(changed, proof) ?? Simulate(changed)
                ?? Equal;
        }
        catch (Exception error)
        {
            return $"text: {First(error)}";
        }
    }

    private static string First(Exception error) =>
        $"{error.GetType().Name}: {error.Message.Split('\n')[0]}";

    private static string? Jit(List<(Compiler, CompiledKernel)> changed)
    {
        var loaded = new Dictionary<Compiler, Dictionary<string, NativeKernel>>();
        foreach (var (compiler, kernel) in changed)
        {
            if (!loaded.TryGetValue(compiler, out var native))
                loaded[compiler] = native = NativeKernel.Load(compiler);
            var bench = new Bench(kernel, native[kernel.Name], 1);
            for (int v = 0; v < Packets; v++)
                if (!bench.Next()) return $"jit: {kernel.Name} differs natively";
        }
        return null;
    }

    private static string? Prove(List<(Compiler, CompiledKernel)> changed,
        Func<string, int, Dictionary<string, string>, string?> proof)
    {
        foreach (var (compiler, kernel) in changed)
        {
            var files = kernel.Files.ToDictionary(f => f.Key, f => f.Value);
            string? answer = proof(kernel.Name, kernel.Latency, files);
            // Another latency or other products: the changed compiler's own proof must do.
            if (answer == null)
            {
                var results = new Prover(compiler) { Limit = Limit }.Prove(kernel);
                answer = results.FirstOrDefault(r => !r.Proved) is { } open
                    ? Rung(open) + open.What : "";
            }
            if (answer != "") return answer;
        }
        return null;
    }

    /// <summary>Time for one call of the solver.</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);

    /// <summary>Which rung a failed proof is; one that the solver leaves open kills
    /// nothing.</summary>
    public static string Rung(ProofResult r) =>
        r.What.Contains("every path", StringComparison.Ordinal) ? "alignment: "
        : r.Detail.Contains("undecided", StringComparison.Ordinal) ? "survived: undecided: "
        : "proof: ";

    private static string? Lint(List<(Compiler, CompiledKernel)> changed)
    {
        string folder = Directory.CreateTempSubdirectory("snic-hls-lint-").FullName;
        try
        {
            foreach (var (_, kernel) in changed.Take(Cosimulated))
            {
                foreach (var (name, text) in kernel.Files)
                    File.WriteAllText(Path.Combine(folder, name), text);
                string log = ExternalTool.Run(folder, "verilator", "--lint-only", "-Wall",
                    "-Wno-fatal", kernel.Name + ".v");
                if (log != "") return $"lint: {kernel.Name}: {log.Split('\n')[0]}";
            }
            return null;
        }
        finally
        {
            Directory.Delete(folder, true);
        }
    }

    private static string? Simulate(List<(Compiler, CompiledKernel)> changed)
    {
        foreach (var (compiler, kernel) in changed.Take(Cosimulated))
            if (!Cosimulation.Run(compiler, kernel, CosimPackets, 1).Equal)
                return $"cosimulation: {kernel.Name} differs in Verilator";
        return null;
    }
}
