using System.Diagnostics;
using SmartNic.Hls.Check.Cosim;
using SmartNic.Hls.Prove;

namespace SmartNic.Hls.Check.Mutation;

/// <summary>Plants errors in the contracts and texts of pipelines, as many of each kind, and says
/// which check finds each: the proofs, the walk over the registers, co-simulation.</summary>
/// <param name="compiler">The sources of the pipelines.</param>
public sealed class FaultRun(Compiler compiler)
{
    private const long Packets = 20_000;

    /// <summary>Plants some errors.</summary>
    /// <param name="count">How many.</param>
    /// <param name="seed">Seed of the choice.</param>
    /// <param name="told">Told each result.</param>
    /// <param name="done">Results of a run with the same seed that was ended early, by
    /// error.</param>
    /// <exception cref="InvalidOperationException">What is right is not proved, or a program that
    /// checks is missing.</exception>
    public MutationReport Run(int count, int seed, Action<MutantResult>? told = null,
        IReadOnlyDictionary<string, MutantResult>? done = null)
    {
        var watch = Stopwatch.StartNew();
        var faults = compiler.Compile().SelectMany(
            k => new PipelineFaults(compiler.Project, k).All()).ToList();
        string kept = Directory.CreateTempSubdirectory("snic-hls-faults-").FullName;
        try
        {
            var prover = new Prover(compiler) { Cache = new(kept), Limit = Ladder.Limit };
            // What an error leaves alone is proved once.
            foreach (var kernel in compiler.Compile())
                if (prover.Prove(kernel).FirstOrDefault(r => !r.Proved) is { } open)
                    throw new InvalidOperationException($"{open.What}: {open.Detail}");
            var results = new List<MutantResult>();
            foreach (var fault in Chosen(faults, count, seed))
            {
                if (done?.TryGetValue($"{fault}", out var known) == true)
                {
                    results.Add(known);
                    continue;
                }
                var time = Stopwatch.StartNew();
                var (rung, detail) = Judge(prover, fault.Planted);
                results.Add(new($"{fault}", fault.Kind, rung == Ladder.Survived ? rung : "killed",
                    rung, detail, time.ElapsedMilliseconds));
                told?.Invoke(results[^1]);
            }
            return new(seed, faults.Count, results, watch.ElapsedMilliseconds);
        }
        finally
        {
            Directory.Delete(kept, true);
        }
    }

    /// <summary>As many of each kind as there are, none of them twice.</summary>
    internal static IReadOnlyList<PipelineFault> Chosen(
        IEnumerable<PipelineFault> faults, int count, int seed)
    {
        var random = new Random(seed);
        var kinds = faults.GroupBy(f => f.Kind).Select(k =>
        {
            var all = k.ToArray();
            random.Shuffle(all);
            return new Queue<PipelineFault>(all);
        }).ToList();
        var chosen = new List<PipelineFault>();
        while (chosen.Count < count && kinds.Exists(k => k.Count > 0))
            foreach (var kind in kinds)
                if (chosen.Count < count && kind.TryDequeue(out var next)) chosen.Add(next);
        return chosen;
    }

    private (string Rung, string Detail) Judge(Prover prover, CompiledKernel planted)
    {
        try
        {
            var failed = prover.Prove(planted).Where(r => !r.Proved).ToList();
            if (failed.Find(r => !Ladder.IsOpen(r)) is { } wrong)
                return (Ladder.IsAlignment(wrong) ? "alignment" : "proof",
                    $"{wrong.What}: {wrong.Detail}");
        }
        catch (InvalidOperationException error) when (error is not ToolException)
        {
            return ("text", error.Message);
        }
        var report = Cosimulation.Run(compiler, planted, Packets, 1);
        if (!report.Equal) return ("cosimulation", $"{report.Module} differs in Verilator");
        foreach (string stage in Cosimulation.StagesOf(planted))
            if (!Cosimulation.RunStage(compiler, planted, stage, Packets, 1).Equal)
                return ("cosimulation", $"{stage} by itself differs in Verilator");
        return (Ladder.Survived, "nothing tells it from what is right");
    }
}
