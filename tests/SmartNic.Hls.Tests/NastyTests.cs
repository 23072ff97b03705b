using NUnit.Framework;
using SmartNic.Hls.Check;
using SmartNic.Hls.Check.Native;
using SmartNic.Hls.Front;
using SmartNic.Hls.Il;
using SmartNic.Hls.Prove;
using SmartNic.Hls.Tests.Testing;

namespace SmartNic.Hls.Tests;

/// <summary>
/// Corners of C#, one kernel a file. Its first line says what is to become of it: `right` is what
/// the JIT does, proved; `refused SNHxxxx` is a diagnostic. Nothing else is allowed.
/// </summary>
public sealed class NastyTests
{
    private const int Vectors = 400;

    private static readonly IReadOnlyList<string> All = [.. Places.Files("Nasty")];

    private static IEnumerable<string> Right => All.Where(f => Verdict(f)[0] == "right");

    private static IEnumerable<string> Refused => All.Where(f => Verdict(f)[0] == "refused");

    [Test]
    public void EveryKernelHasAVerdict() => Assert.Multiple(() =>
    {
        Assert.That(Right.Concat(Refused).Order(StringComparer.Ordinal), Is.EqualTo(All));
        Assert.That(All, Has.Count.GreaterThanOrEqualTo(80));
    });

    [TestCaseSource(nameof(Right))]
    public void IsWhatTheJitDoes(string file)
    {
        int seed = Environment.TickCount;
        TestContext.Out.WriteLine($"seed {seed}");
        var compiler = new Compiler([(file, Text(file))]);
        var kernel = compiler.Compile().Single();
        NativeKernel Native() => NativeKernel.Load(compiler)[kernel.Name];
        Agree(new Bench(kernel, Native(), seed), "graph");
        var il = new IlSpecification(compiler.Project);
        Agree(new Bench(kernel, Native(), seed, d => ReferenceEquals(d, kernel.Pipeline.Design)
            ? il.Build(kernel)
            : il.BuildStep(kernel, kernel.Pipeline.Design.Memories.Single(
                m => d.Name == $"{kernel.Name}_{m.Name}_step"), d)), "IL");
        foreach (var result in new Prover(compiler).Prove(kernel))
        {
            Assert.That(result.Proved, Is.True, $"{result.What}: {result.Detail}");
            Assert.That(result.What, Does.Not.Contain("specification: tree"));
        }
    }

    [TestCaseSource(nameof(Refused))]
    public void IsRefused(string file)
    {
        var error = Assert.Throws<HlsException>(
            () => new Compiler([(file, Text(file))]).Compile());
        TestContext.Out.WriteLine(error!.Message);
        Assert.That(error.Id, Is.EqualTo(Verdict(file)[1]), error.Message);
        Assert.That(error.Message, Does.StartWith($"{file}("));
    }

    private static void Agree(Bench bench, string what)
    {
        for (int i = 0; i < Vectors; i++)
            if (!bench.Next()) Assert.Fail($"{what}, vector {i}\n{bench.Describe()}");
        Assert.That(bench.States(), Is.Null, what);
    }

    private static string Text(string file) =>
        File.ReadAllText(Path.Combine(Places.Folder, "Nasty", file));

    // "// right: ..." or "// refused SNH0013: ..."
    private static string[] Verdict(string file) =>
        Text(file).Split('\n')[0].TrimStart('/', ' ').Split(':')[0].Split(' ');
}
