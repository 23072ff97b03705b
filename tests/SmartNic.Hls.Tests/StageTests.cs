using System.Text.RegularExpressions;
using NUnit.Framework;
using SmartNic.Hls.Front;
using SmartNic.Hls.Prove;
using SmartNic.Hls.Tests.Testing;

namespace SmartNic.Hls.Tests;

/// <summary>Stages as modules: each with a contract and a proof of its own, the wiring with
/// another.</summary>
public sealed class StageTests
{
    private const string File = "Pipeline.cs";

    private static (Compiler Compiler, CompiledKernel Kernel) Pipe()
    {
        var compiler = Places.Compile(File);
        return (compiler, compiler.Compile()[0]);
    }

    private static string[] NotProved(Compiler compiler, CompiledKernel kernel) =>
        [.. new Prover(compiler).Prove(kernel).Where(r => !r.Proved).Select(r => r.What.Split(
            [" = ", " crosses"], StringSplitOptions.None)[0])];

    [Test]
    public void AStageIsAModuleWithTheClockAtEachPort()
    {
        var (_, kernel) = Pipe();
        Assert.That(kernel.StageModules, Is.EqualTo(
            (string[])["pipe_tenants", "pipe_filter", "pipe_meters"]));
        string filter = kernel.Files["pipe_filter.v"];
        Assert.That(filter, Does.Match(@"input  wire \[\d+:\d+\] w_0,  // clock 0"));
        Assert.That(filter, Does.Match(@"output wire \[1:0\] out_seen  // clock \d+"));
        Assert.That(filter, Does.Not.Contain("tenant"), "what a stage leaves alone passes by it");
        Assert.That(kernel.Files["pipe_meters.v"], Does.Match(@"input  wire valid(_s\d+)?,"));
        Assert.That(kernel.Files["pipe.v"], Does.Contain("pipe_filter u_filter ("));
    }

    // The port of a stage, of the stage's module; which proofs see it.
    [TestCase("pipe.v", @"(\.bytes(?:_s\d+)?\()(\w+)\)", "$1~$2)", "pipe: wiring of stages",
        TestName = "A port that gets something else is found in the wiring")]
    [TestCase("pipe.v", @"(\.valid(?:_s\d+)?\()(.+)\)", "${1}1'b1)", "pipe: wiring of stages",
        TestName = "A stage that is always told of a packet is found in the wiring")]
    [TestCase("pipe_filter.v", "== 16'h1234", "== 16'h1235", "pipe_filter: stage",
        TestName = "A wrong constant is found in its stage only")]
    [TestCase("pipe_meters.v", @"(spent_valid_q <= !rst & valid(?:_s\d+)?) & \w+;", "$1;",
        "pipe_meters: stage", TestName = "An update that does not wait for the fate is found")]
    public void AWrongTextIsFoundWhereItIs(string file, string from, string to, string where)
    {
        var (compiler, kernel) = Pipe();
        string text = kernel.Files[file], wrong = Regex.Replace(text, from, to);
        Assert.That(wrong, Is.Not.EqualTo(text));
        Assert.That(NotProved(compiler, kernel.WithText(file, wrong)), Is.EqualTo(
            (string[])[where]));
    }

    [TestCase("pipe.v", TestName = "A delay of the wiring")]
    [TestCase("pipe_meters.v", TestName = "A delay inside a stage")]
    public void AMissingDelayIsFound(string file)
    {
        var (compiler, kernel) = Pipe();
        string text = kernel.Files[file];
        var register = Regex.Match(text, @"    (\w+_s\d+) <= ([^;]+);");
        var line = Regex.Match(text, @"(?<=\.DEPTH\()\d+");
        Assert.That(register.Success || line.Success);
        // The register becomes a wire, or a delay line has a clock less: same function, one clock
        // too early.
        string early = !register.Success ? text.Remove(line.Index, line.Length).Insert(
                line.Index, $"{int.Parse(line.Value) - 1}")
            : Regex.Replace(text.Remove(register.Index, register.Length),
                @$"reg (\[\d+:\d+\] )?{register.Groups[1]};",
                $"wire $1{register.Groups[1]} = {register.Groups[2]};");
        Assert.That(NotProved(compiler, kernel.WithText(file, early)), Is.EqualTo(
            (string[])["pipe: every path"]));
    }

    /// <summary>What one side takes for granted is what the other has shown.</summary>
    [TestCase("given", "pipe: wiring of stages")]
    [TestCase("passes", "pipe_meters: stage")]
    [TestCase("constant", "pipe_tenants: stage")]
    public void AWrongContractIsFound(string what, string where)
    {
        var (compiler, kernel) = Pipe();
        var stages = kernel.Pipeline.Design.Stages;
        void Change(List<StageField> fields, string name, Func<StageField, StageField> to) =>
            fields[fields.FindIndex(f => f.Name == name)] = to(fields.Find(f => f.Name == name)!);
        if (what == "given") Change(stages[1].Given, "tenant", f => f with { Constant = 3 });
        if (what == "passes") Change(stages[2].Handed, "green", f => f with { Passes = true });
        if (what == "constant") Change(stages[0].Handed, "green", f => f with { Constant = 1 });
        Assert.That(NotProved(compiler, kernel), Does.Contain(where));
    }

    [Test]
    public void OnlyTheStageThatAnEditChangesIsProvedAgain()
    {
        string folder = Directory.CreateTempSubdirectory("snic-hls-proofs-").FullName;
        try
        {
            string text = System.IO.File.ReadAllText(
                Path.Combine(Places.Folder, "ShouldCompile", File));
            var cache = new ProofCache(folder);
            ProofResult[] Run(string source)
            {
                var compiler = new Compiler([(File, source)]);
                return [.. new Prover(compiler) { Cache = cache }.Prove(compiler.Compile()[0])];
            }
            Assert.That(Run(text).Select(r => r.Kept), Has.None.True);
            var again = Run(text);
            Assert.That(again.Where(r => !r.Kept).Select(r => r.What),
                Has.All.Contain("every path"));
            var edited = Run(text.Replace("0x1234", "0x4321"));
            Assert.That(edited.Select(r => r.Proved), Has.All.True);
            Assert.That(edited.Where(r => !r.Kept).Select(r => r.What.Split(" = ")[0]),
                Is.EqualTo((string[])["pipe_filter: stage", "pipe: every path crosses "
                    + $"{new Compiler([(File, text)]).Compile()[0].Latency} registers"]));
        }
        finally
        {
            Directory.Delete(folder, true);
        }
    }
}
