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
    private static readonly string Wrong = Checkout.At(
        "tests", "SmartNic.Hls.Tests", "ShouldFail");

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
            Worker = MutateCommand.WorkerCommand(Source, Corpus, Wrong),
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
        string outcome = same.Method<LadderRun>(nameof(Ladder.Run))(
            kernels.Sources, kernels.Texts, kernels.Prove, _ => { });
        Assert.That(outcome, Is.EqualTo(Ladder.Unchanged));
    }

    [TestCase("wire [3:0] sum = a + b;", "wire [3:0] total = a + b;", true)]
    [TestCase("wire sum = a;", "wire sum = b;", false, TestName = "A port is no other port")]
    [TestCase("wire x = a; wire y = b; assign o = x;", "wire y = a; wire x = b; assign o = x;",
        false, TestName = "Names that change places")]
    [TestCase("wire x = a;\n  wire y = b; // z", "wire y = a; wire x = b;", true)]
    [TestCase("wire x = a;\n  wire y = b;", "wire z = a; wire z = b;", false)]
    [TestCase("wire x = a;", "wire reg = a;", false, TestName = "A keyword is no name")]
    [TestCase("wire x = a;", "wire a = a;", false)]
    [TestCase("m mul_1 (.a(x), .p(y));", "m mul_2 (.a(x), .p(y));", true)]
    [TestCase("m mul_1 (.a(x), .p(y));", "n mul_1 (.a(x), .p(y));", false)]
    [TestCase("wire x = a;", "wire x = a; assign o = x;", false)]
    [TestCase("wire x = 4'd1;", "wire x = 4'd2;", false)]
    public void OtherNamesAreNoOtherFunction(string right, string changed, bool same) =>
        Assert.That(Renaming.Same($"  {right}\n", $"  {changed}\n"), Is.EqualTo(same));

    [Test]
    public void ARunThatWasEndedGoesOn()
    {
        using var folder = new TemporaryFolder();
        string path = Path.Combine(folder.Path, "log");
        var result = new MutantResult("a.cs:1  1 -> 2", "a.cs", "killed", "jit", "differs", 3);
        var log = MutationLog.Open(path);
        Assert.That(log.Done, Is.Empty);
        log.Add(result);
        Assert.That(MutationLog.Open(path).Done[result.Mutant], Is.EqualTo(result));
        folder.Write("bad", "no result\n");
        Assert.Throws<IOException>(() => MutationLog.Open(Path.Combine(folder.Path, "bad")));
    }
}
