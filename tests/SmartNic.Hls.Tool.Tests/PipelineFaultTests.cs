using NUnit.Framework;
using SmartNic.Hls.Check.Mutation;

namespace SmartNic.Hls.Tool.Tests;

/// <summary>Errors planted in how the stages of a pipeline stand together are found; `snic-hls
/// mutate --pipelines` plants many in the gateway's.</summary>
public sealed class PipelineFaultTests
{
    private const int Planted = 15;
    private static readonly Compiler Compiler = new([("Meter.cs", StageCosimTests.Meter)]);

    [Test]
    public void EveryKindHasPlaces()
    {
        var faults = new PipelineFaults(Compiler.Project, Compiler.Compile().Single()).All()
            .Select(f => $"{f}").ToList();
        TestContext.Out.WriteLine(string.Join('\n', faults));
        Assert.That(faults.Select(f => f.Split(' ')[0]).Distinct(),
            Is.EquivalentTo(PipelineFault.Kinds));
        Assert.That(faults, Is.Unique);
        Assert.That(faults, Has.Some.Contain("out_reason in clock")
            .And.Some.EqualTo("fate pipe_look: update of t_bytes without reason_s3")
            .And.Some.EqualTo("enable pipe_look: update of t_bytes without valid_s3"));
    }

    [Test]
    public void EveryOneIsKilled()
    {
        int seed = Environment.GetEnvironmentVariable("SNIC_HLS_SEED") is { } given
            ? int.Parse(given) : Random.Shared.Next();
        TestContext.Out.WriteLine($"seed {seed} (SNIC_HLS_SEED repeats it)");
        var report = new FaultRun(Compiler).Run(Planted, seed, r => TestContext.Out.WriteLine(
            $"{r.Outcome} {r.Mutant} [{r.Rung}] {r.Detail} ({r.Ms} ms)"));
        Assert.That(report.Results, Has.Count.EqualTo(Planted));
        Assert.That(report.Results.Where(r => r.Outcome != "killed"), Is.Empty);
    }
}
