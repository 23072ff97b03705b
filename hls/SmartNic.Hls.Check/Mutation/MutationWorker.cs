namespace SmartNic.Hls.Check.Mutation;

/// <summary>
/// A process that plants errors and runs the ladder: one that never ends, or that ends the process,
/// costs only the worker.
/// </summary>
public static class MutationWorker
{
    internal const string Rejected = "rejected", Entered = "at ";

    /// <summary>Reads numbers of mutants, a line each, and writes a line for every rung that is
    /// entered, then <c>number, tab, outcome</c>.</summary>
    /// <param name="source">Folder of the compiler's project.</param>
    /// <param name="corpus">Folder of kernels.</param>
    /// <param name="wrong">Folder of sources that have to be rejected.</param>
    /// <param name="input">Numbers.</param>
    /// <param name="output">Outcomes, after a first line <c>ready</c>.</param>
    public static void Run(
        string source, string corpus, string wrong, TextReader input, TextWriter output)
    {
        var compiler = new MutantCompiler(source);
        compiler.Compile(null);
        var mutants = compiler.Mutants();
        MutationCorpus[] kernels = [new(corpus, 1000, 12), new(null, 2000, 100)];
        var rejected = new RejectedSources(wrong);
        void Say(string line)
        {
            output.WriteLine(line);
            output.Flush();
        }
        Say("ready");
        while (input.ReadLine() is { } line)
        {
            string outcome = Outcome(compiler, mutants[int.Parse(line)], kernels,
                rejected, rung => Say(Entered + rung));
            Say($"{line}\t{outcome.ReplaceLineEndings(" ")}");
        }
    }

    private static string Outcome(MutantCompiler compiler, Mutant mutant,
        MutationCorpus[] kernels, RejectedSources rejected, Action<string> enter)
    {
        if (compiler.Compile(mutant) is not { } image) return Rejected;
        var context = new MutantContext(image);
        try
        {
            if (mutant.File.StartsWith("Il/", StringComparison.Ordinal))
                return Search(kernels, k => context.Method<LadderRun>(
                    nameof(Ladder.RunSpecification))(k.Sources, k.Specifications,
                        k.ProveSpecification, enter));
            string outcome = Search(kernels, k => context.Method<LadderRun>(
                nameof(Ladder.Run))(k.Sources, k.Texts, k.Prove, enter));
            // What is right does not show that what is wrong is no longer rejected.
            return mutant.File.StartsWith("Front/", StringComparison.Ordinal)
                && outcome is Ladder.Unchanged or Ladder.Equal
                    ? rejected.Judge(context) ?? outcome : outcome;
        }
        finally
        {
            context.Unload();
        }
    }

    /// <summary>What shows nowhere in the first kernels is looked for in many more.</summary>
    private static string Search(MutationCorpus[] kernels, Func<MutationCorpus, string> run) =>
        run(kernels[0]) is var outcome && outcome != Ladder.Unchanged ? outcome : run(kernels[1]);
}

/// <summary><see cref="Ladder.Run"/>, and the others, in the types that every context shares.
/// </summary>
internal delegate string LadderRun((string Path, string Text)[][] corpus,
    Dictionary<string, string> right,
    Func<string, int, Dictionary<string, string>, string?> proof, Action<string> enter);
