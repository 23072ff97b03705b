namespace SmartNic.Hls.Check.Mutation;

/// <summary>
/// A process that plants errors and runs the ladder: one that never ends, or that ends the process,
/// costs only the worker.
/// </summary>
public static class MutationWorker
{
    internal const string Rejected = "rejected";

    /// <summary>Reads numbers of mutants, a line each, and writes <c>number, tab,
    /// outcome</c>.</summary>
    /// <param name="source">Folder of the compiler's project.</param>
    /// <param name="corpus">Folder of kernels.</param>
    /// <param name="input">Numbers.</param>
    /// <param name="output">Outcomes, after a first line <c>ready</c>.</param>
    public static void Run(string source, string corpus, TextReader input, TextWriter output)
    {
        var compiler = new MutantCompiler(source);
        compiler.Compile(null);
        var mutants = compiler.Mutants();
        MutationCorpus[] kernels = [new(corpus, 1000, 12), new(null, 2000, 60)];
        output.WriteLine("ready");
        output.Flush();
        while (input.ReadLine() is { } line)
        {
            string outcome = Outcome(compiler, mutants[int.Parse(line)], kernels);
            output.WriteLine($"{line}\t{outcome.ReplaceLineEndings(" ")}");
            output.Flush();
        }
    }

    private static string Outcome(MutantCompiler compiler, Mutant mutant, MutationCorpus[] kernels)
    {
        if (compiler.Compile(mutant) is not { } image) return Rejected;
        var context = new MutantContext(image);
        try
        {
            var run = context.Method<Func<(string, string)[][], Dictionary<string, string>,
                Func<string, int, Dictionary<string, string>, string?>, string>>(
                nameof(Ladder.Run));
            string outcome = run(kernels[0].Sources, kernels[0].Texts, kernels[0].Prove);
            // What shows nowhere in the first kernels is looked for in many more.
            return outcome != Ladder.Unchanged ? outcome
                : run(kernels[1].Sources, kernels[1].Texts, kernels[1].Prove);
        }
        finally
        {
            context.Unload();
        }
    }
}
