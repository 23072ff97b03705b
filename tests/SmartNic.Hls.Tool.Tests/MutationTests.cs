using NUnit.Framework;
using SmartNic.Hls.Check.Mutation;
using SmartNic.Hls.Tool.Commands;
using SmartNic.Testing;

namespace SmartNic.Hls.Tool.Tests;

/// <summary>Errors planted in the compiler are found; `make -f fpga.mk mutate` plants
/// many.</summary>
public sealed class MutationTests
{
    private const int Planted = 20;
    private static readonly string Source = Checkout.At("hls", "SmartNic.Hls");
    private static readonly string Corpus = Checkout.At(
        "tests", "SmartNic.Hls.Tests", "ShouldCompile");

    [Test]
    public void ASampleOfPlantedErrorsIsFound()
    {
        int seed = Environment.GetEnvironmentVariable("SNIC_HLS_SEED") is { } given
            ? int.Parse(given) : Random.Shared.Next();
        TestContext.Out.WriteLine($"seed {seed} (SNIC_HLS_SEED repeats it)");
        var run = new MutationRun
        {
            Source = Source,
            Corpus = Corpus,
            Worker = MutateCommand.WorkerCommand(Source, Corpus),
        };
        var report = run.Run(Planted, seed, r => TestContext.Out.WriteLine(
            $"{r.Outcome} {r.Mutant} [{r.Rung}] {r.Detail} ({r.Ms} ms)"));
        Assert.That(report.Results, Has.Count.EqualTo(Planted));
        Assert.That(report.Count("killed"), Is.GreaterThan(0));
        // One in twenty may be left open by the solver.
        Assert.That(report.Count("survived"), Is.LessThanOrEqualTo(1));
    }

    [Test]
    public void EveryKindOfErrorIsPlanted()
    {
        var mutants = MutantFinder.Find("x.cs", """
            class C
            {
                string F(int a, int b)
                {
                    if (a < b && Max(a, 3) == 0) Drop();
                    return $"{a} + {b}";
                }
            }
            """).Select(m => $"{m.Before} -> {m.After}");
        string[] expected = ["a < b && Max(a, 3) == 0 -> !(a < b && Max(a, 3) == 0)", "< -> <=",
            "&& -> ||", "Max -> Min", "3 -> 4", "3 -> 2", "== -> !=", "0 -> 1", "Drop(); -> ;",
            " +  ->  - "];
        Assert.That(mutants, Is.EquivalentTo(expected));
    }

    [Test]
    public void TheRightCompilerIsUnchanged()
    {
        var kernels = new MutationCorpus(Corpus, 1, 2);
        var compiler = new MutantCompiler(Source);
        var same = new MutantContext(compiler.Compile(null)!);
        string outcome = same.Method<Func<(string, string)[][], Dictionary<string, string>,
            Func<string, int, Dictionary<string, string>, string?>, string>>(nameof(Ladder.Run))(
            kernels.Sources, kernels.Texts, kernels.Prove);
        Assert.That(outcome, Is.EqualTo(Ladder.Unchanged));
    }
}
