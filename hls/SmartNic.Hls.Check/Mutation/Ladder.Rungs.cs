using SmartNic.Hls.Check.Cosim;
using SmartNic.Hls.Check.Native;
using SmartNic.Hls.Il;
using SmartNic.Hls.Prove;

namespace SmartNic.Hls.Check.Mutation;

internal static partial class Ladder
{
    private static string First(Exception error) =>
        $"{error.GetType().Name}: {error.Message.Split('\n')[0]}";

    private static string? Jit(
        List<(Compiler, CompiledKernel)> changed, bool specification = false)
    {
        var loaded = new Dictionary<Compiler, Dictionary<string, NativeKernel>>();
        foreach (var (compiler, kernel) in changed)
        {
            if (!loaded.TryGetValue(compiler, out var native))
                loaded[compiler] = native = NativeKernel.Load(compiler);
            var il = new IlSpecification(compiler.Project);
            var bench = new Bench(kernel, native[kernel.Name], 1, specification
                ? d => Specification(il, kernel, d) : null);
            for (int v = 0; v < Packets; v++)
                if (!bench.Next()) return $"jit: {kernel.Name} differs natively";
        }
        return null;
    }

    /// <summary>Empty, or why not; what the solver leaves open comes last.</summary>
    private static string Prove(List<(Compiler, CompiledKernel)> changed,
        Func<string, int, Dictionary<string, string>, string?> proof)
    {
        string open = "";
        foreach (var (compiler, kernel) in changed)
        {
            var files = kernel.Files.ToDictionary(f => f.Key, f => f.Value);
            string? answer = proof(kernel.Name, kernel.Latency, files);
            // Another latency or other products: the changed compiler's own proof must do.
            answer ??= Answer(compiler, kernel);
            if (answer == "") answer = Aligned(kernel);
            if (answer.StartsWith(Survived, StringComparison.Ordinal)) open = answer;
            else if (answer != "") return answer;
        }
        return open;
    }

    /// <summary>The first proof that fails, or empty; alignment apart, which needs the clocks
    /// of the compiler that wrote the text.</summary>
    public static string Answer(Compiler compiler, CompiledKernel kernel)
    {
        List<ProofResult> failed;
        try
        {
            failed = [.. new Prover(compiler) { Limit = Limit }.Prove(kernel)
                .Where(r => !r.Proved && !IsAlignment(r))];
        }
        catch (ToolException error)
        {
            return $"{Survived}: undecided: {error.Message}";
        }
        // An error that is shown counts before one that is left open.
        var first = failed.FirstOrDefault(r => !IsOpen(r)) ?? failed.FirstOrDefault();
        return first == null ? ""
            : (IsOpen(first) ? Survived + ": undecided: " : "proof: ") + first.What;
    }

    public static bool IsAlignment(ProofResult r) =>
        r.What.Contains("every path", StringComparison.Ordinal);

    public static bool IsOpen(ProofResult r) =>
        r.Detail.Contains("undecided", StringComparison.Ordinal)
        && !r.Detail.Contains("differs", StringComparison.Ordinal);

    private static string Aligned(CompiledKernel kernel)
    {
        string folder = Directory.CreateTempSubdirectory("snic-hls-align-").FullName;
        try
        {
            var result = AlignmentCheck.Run(kernel, folder);
            return result.Proved ? "" : $"alignment: {result.What}: {result.Detail}";
        }
        finally
        {
            Directory.Delete(folder, true);
        }
    }

    /// <summary>Time for one call of the solver.</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);

    private static string? Lint(IEnumerable<(Compiler, CompiledKernel)> changed)
    {
        string folder = Directory.CreateTempSubdirectory("snic-hls-lint-").FullName;
        try
        {
            foreach (var (_, kernel) in changed)
                foreach (var (name, text) in kernel.Files)
                    File.WriteAllText(Path.Combine(folder, name), text);
            string[] modules = [.. changed.SelectMany(c => c.Item2.Files.Keys).Where(
                f => f.EndsWith(".v", StringComparison.Ordinal))];
            string log = ExternalTool.Run(folder, "verilator",
                ["--lint-only", "-Wall", "-Wno-fatal", "-Wno-MULTITOP", .. modules]);
            if (log != "") return $"lint: {log.Split('\n')[0]}";
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
