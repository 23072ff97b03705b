using System.Text.RegularExpressions;
using NUnit.Framework;
using SmartNic.Hls;
using SmartNic.Hls.Check.Cosim;
using SmartNic.Hls.Prove;
using SmartNic.Testing;

namespace SmartNic.Examples.Tests;

/// <summary>
/// Live records by a key of 308 bits, as hardware: the library of the gateway's kernels with a
/// sample kernel. Its co-simulation has packets for every condition, with what the memories have to
/// hold for it: each slot of the buckets, the stash, a key that differs behind its signature.
/// </summary>
public sealed partial class RecordLookupTests
{
    private const int Packets = 20_000;

    private static readonly Compiler Compiler = new(Compiler.FilesOf(
        [
            Checkout.At("hls", "kernels", "lib"),
            Checkout.At("tests", "SmartNic.Kernels.Tests", "Records", "ConnectionTables.cs"),
            Checkout.At("tests", "SmartNic.Kernels.Tests", "Records", "ConnectionLookup.cs"),
        ]).Select(f => (f, File.ReadAllText(f))));

    private static readonly CompiledKernel Kernel = Compiler.Compile().Single();

    [Test]
    public void IsProved() => Assert.Multiple(() =>
    {
        foreach (var result in new Prover(Compiler).Prove(Kernel))
        {
            TestContext.Out.WriteLine($"{result.What}, {result.Ms} ms: {result.Detail}");
            Assert.That(result.Proved, $"{result.What}: {result.Detail}");
        }
    });

    [Test]
    public void VerilatorAgreesWithTheMethod()
    {
        int seed = Environment.TickCount;
        TestContext.Out.WriteLine($"seed {seed}");
        var report = Cosimulation.Run(Compiler, Kernel, Packets, seed);
        Assert.That(report.Mismatch, Is.Null);
    }

    /// <summary>An entry that is being moved is in both memories, or in one: packets that read both
    /// in one clock cannot miss it.</summary>
    [TestCase("a", "b")]
    [TestCase("stash_a", "stash_b")]
    public void BothPlacesAreReadInOneClock(string one, string other) => Assert.That(
        ClockOf($"sessions_index_{one}"), Is.EqualTo(ClockOf($"sessions_index_{other}")));

    private static string ClockOf(string memory)
    {
        string text = Kernel.Files[Kernel.Name + ".v"];
        int at = text.IndexOf($" {memory}_rd_addr_q;", StringComparison.Ordinal);
        Assert.That(at, Is.Positive, memory);
        return Clock().Matches(text[..at])[^1].Value;
    }

    [GeneratedRegex(@"// ---- clock \d+")]
    private static partial Regex Clock();
}
