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
    /// <param name="input">Numbers.</param>
    /// <param name="output">Outcomes, after a first line <c>ready</c>.</param>
    public static void Run(string source, string corpus, TextReader input, TextWriter output)
    {
        var compiler = new MutantCompiler(source);
        compiler.Compile(null);
        var mutants = compiler.Mutants();
        MutationCorpus[] kernels = [new(corpus, 1000, 12), new(null, 2000, 100)];
        void Say(string line)
        {
            output.WriteLine(line);
            output.Flush();
        }
        Say("ready");
        while (input.ReadLine() is { } line)
        {
            string outcome = Outcome(compiler, mutants[int.Parse(line)], kernels,
                rung => Say(Entered + rung));
            Say($"{line}\t{outcome.ReplaceLineEndings(" ")}");
        }
    }

    private static string Outcome(MutantCompiler compiler, Mutant mutant,
        MutationCorpus[] kernels, Action<string> enter)
    {
        if (compiler.Compile(mutant) is not { } image) return Rejected;
        var context = new MutantContext(image);
        try
        {
            var run = context.Method<LadderRun>(nameof(Ladder.Run));
            string outcome = run(kernels[0].Sources, kernels[0].Texts, kernels[0].Prove, enter);
            // What shows nowhere in the first kernels is looked for in many more.
            return outcome != Ladder.Unchanged ? outcome
                : run(kernels[1].Sources, kernels[1].Texts, kernels[1].Prove, enter);
        }
        finally
        {
            context.Unload();
        }
    }
}

/// <summary><see cref="Ladder.Run"/>, in the types that every context shares.</summary>
internal delegate string LadderRun((string Path, string Text)[][] corpus,
    Dictionary<string, string> right,
    Func<string, int, Dictionary<string, string>, string?> proof, Action<string> enter);
