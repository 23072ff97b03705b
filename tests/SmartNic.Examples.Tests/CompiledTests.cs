using NUnit.Framework;
using SmartNic.Hls.Check.Cosim;
using SmartNic.Hls.Prove;
using SmartNic.Synth.Examples;
using SmartNic.Testing;

namespace SmartNic.Examples.Tests;

/// <summary>
/// Every example as hardware: proved, and in Verilator. `make -f fpga.mk examples` runs a million
/// packets of each.
/// </summary>
public sealed class CompiledTests
{
    private const int Packets = 20_000;

    private static readonly IReadOnlyList<Example> All = AllExamples.List;

    private static IEnumerable<string> Names => All.Select(e => e.Name);

    private static IEnumerable<string> Yardsticks => All
        .Where(e => e.HasYardstick).Select(e => e.Name);

    [Test]
    public void ThereAreSeventeenAndSomeByHand() => Assert.Multiple(() =>
    {
        Assert.That(All, Has.Count.GreaterThanOrEqualTo(17));
        Assert.That(All.Count(e => e.HasYardstick), Is.GreaterThanOrEqualTo(14));
    });

    [TestCaseSource(nameof(Names))]
    public void IsProved(string name) => Holds(Of(name).Prove());

    [TestCaseSource(nameof(Yardsticks))]
    public void TheYardstickIsTheSameFunction(string name) => Holds(Of(name).ProveYardstick());

    [Test]
    public void AWrongYardstickIsFound()
    {
        var example = Of(nameof(Ipv4Checksum));
        string module = example.Kernel.Name;
        string text = File.ReadAllText(example.Yardstick(module)).Replace(
            Example.ByHand(module), module, StringComparison.Ordinal);
        string wrong = text.Replace("~total", "total", StringComparison.Ordinal);
        var results = new Prover(example.Compiler).Prove(
            example.Kernel.WithText(example.Kernel.Name + ".v", wrong));
        Assert.That(wrong, Is.Not.EqualTo(text));
        Assert.That(results[0].Proved, Is.False);
    }

    /// <summary>A small error in the text, at each of the methods that decide: differs, not
    /// undecided.</summary>
    [TestCase(nameof(Crc32), " ^ ", " | ", TestName = "A wrong parity is found")]
    [TestCase(nameof(Toeplitz), " ^ ", " & ", TestName = "A wrong hash is found")]
    [TestCase(nameof(SipHash), " + ", " - ", TestName = "A wrong sum is found")]
    [TestCase(nameof(LongestPrefix), " < ", " > ", TestName = "A wrong comparison is found")]
    [TestCase(nameof(MaglevPick), " + ", " ^ ", TestName = "A wrong index is found")]
    [TestCase(nameof(TokenBucket), " & ", " | ", TestName = "A wrong condition is found")]
    [TestCase(nameof(VxlanHeader), " + ", " - ", TestName = "A wrong checksum is found")]
    public void AWrongTextIsFound(string name, string from, string to)
    {
        var example = Of(name);
        string file = example.Kernel.Name + ".v", text = example.Kernel.Files[file];
        int at = text.LastIndexOf(from, StringComparison.Ordinal);
        Assert.That(at, Is.GreaterThan(0));
        string wrong = text[..at] + to + text[(at + from.Length)..];
        var results = new Prover(example.Compiler).Prove(example.Kernel.WithText(file, wrong));
        Assert.Multiple(() =>
        {
            Assert.That(results[0].Proved, Is.False);
            Assert.That(results[0].Detail, Does.Contain("differs"));
        });
    }

    [TestCaseSource(nameof(Names))]
    public void VerilatorAgreesWithTheMethod(string name)
    {
        var example = Of(name);
        int seed = Environment.TickCount;
        TestContext.Out.WriteLine($"seed {seed}");
        var report = Cosimulation.Run(example.Compiler, example.Kernel, Packets, seed);
        Assert.That(report.Mismatch, Is.Null);
    }

    private static Example Of(string name) => All.Single(e => e.Name == name);

    private static void Holds(IReadOnlyList<ProofResult> results)
    {
        foreach (var result in results)
        {
            TestContext.Out.WriteLine($"{result.What}, {result.Ms} ms: {result.Detail}");
            Assert.That(result.Proved, Is.True, $"{result.What}: {result.Detail}");
        }
    }
}
