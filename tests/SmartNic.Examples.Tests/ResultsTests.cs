using System.Globalization;
using NUnit.Framework;
using SmartNic.Synth.Examples;
using SmartNic.Testing;

namespace SmartNic.Examples.Tests;

/// <summary>RESULTS.md is in step with the compiler, and reaches what it is to.</summary>
public sealed class ResultsTests
{
    private const int MaxLevels = 8;
    private const double MaxRatio = 1.15;
    private const long Packets = 1_000_000;

    private static readonly IReadOnlyList<string[]> Lines =
    [
        .. File.ReadAllLines(Checkout.At(ExamplesCommand.File.Split('/')))
            .Where(l => l.StartsWith("| ", StringComparison.Ordinal))
            .Select(l => l.Trim('|', ' ').Split(" | ")),
    ];

    private static IEnumerable<string[]> Areas => Lines.Where(l => l.Length == 15).Skip(1);

    private static IEnumerable<string[]> Checks => Lines.Where(l => l.Length == 7).Skip(1);

    [Test]
    public void EveryExampleIsThereAsItIsCompiledNow()
    {
        var now = AllExamples.List.Select(e => (e.Name, $"{e.Kernel.Latency}",
            $"{e.Kernel.WorstLevels}", F(e.Kernel.WorstClockNs)));
        Assert.That(Areas.Select(a => (a[0], a[1], a[8], a[9])), Is.EqualTo(now),
            "run: make -f fpga.mk examples");
    }

    /// <summary>The small ones again: areas are the same for one version of Yosys.</summary>
    [TestCase("Toeplitz")]
    [TestCase("Ipv4Checksum")]
    [TestCase("VxlanHeader")]
    [TestCase("TokenBucket")]
    public async Task TheAreaIsWhatYosysFinds(string name)
    {
        Tool.Needs("yosys");
        var example = AllExamples.List.Single(e => e.Name == name);
        string folder = Path.Combine(TestContext.CurrentContext.WorkDirectory, "examples");
        var row = await ExampleRow.MapAsync(ExamplesCommand.Mapper(folder), example);
        string kept = $"| {string.Join(" | ", Areas.Single(a => a[0] == name))} |";
        Assert.That(kept, Is.EqualTo(row.ToString()), "run: make -f fpga.mk examples");
    }

    [Test]
    public void NoClockIsTooDeepAndTheEstimateIsClose()
    {
        foreach (var a in Areas)
        {
            int levels = int.Parse(a[6]), estimate = int.Parse(a[8]);
            Assert.That(levels, Is.LessThanOrEqualTo(MaxLevels), a[0]);
            Assert.That(Math.Abs(levels - estimate), Is.LessThanOrEqualTo(
                Math.Max(1, levels / 4.0)), a[0]);
        }
    }

    [Test]
    public void NoKernelIsMuchLargerThanByHand()
    {
        var ratios = Areas.Where(a => a[14] != "-").ToList();
        Assert.That(ratios.Select(a => a[0]), Is.EqualTo(
            AllExamples.List.Where(e => e.HasYardstick).Select(e => e.Name)));
        foreach (var a in ratios)
        {
            Assert.That(double.Parse(a[14], CultureInfo.InvariantCulture),
                Is.LessThanOrEqualTo(MaxRatio), a[0]);
        }
    }

    [Test]
    public void EveryExampleWasProvedAndRun()
    {
        Assert.That(Checks.Select(c => c[0]), Is.EqualTo(Areas.Select(a => a[0])));
        foreach (var c in Checks)
        {
            Assert.That(c[1] + c[3], Does.Not.Contain("NOT"), c[0]);
            Assert.That(long.Parse(c[4]), Is.GreaterThanOrEqualTo(Packets), c[0]);
            Assert.That(c[5], Is.EqualTo("none"), c[0]);
        }
    }

    private static string F(double x) => x.ToString("0.00", CultureInfo.InvariantCulture);
}
