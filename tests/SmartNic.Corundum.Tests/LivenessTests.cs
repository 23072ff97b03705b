using System.Globalization;
using NUnit.Framework;

namespace SmartNic.Corundum.Tests;

/// <summary>No transmit slot of Corundum is ever lost, whatever happens to its frame.</summary>
public sealed class LivenessTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(15);

    /// <summary>Cores that differ in each width; the others by `make liveness CORE=`.</summary>
    [TestCase("pcie512-100g", 200_000)]
    [TestCase("pcie256-50g", 20_000)]
    [TestCase("pcie512-25g", 20_000)]
    [TestCase("pcie128-10g", 20_000)]
    [TestCase("axi128-zynq", 20_000)]
    public void NoSlotIsLost(string core, int frames)
    {
        int seed = Random.Shared.Next(1, int.MaxValue);
        TestContext.Out.WriteLine($"seed {seed}");
        var (code, output) =
            Bench(core, "--frames", Text(frames), "--seed", Text(seed));
        TestContext.Out.WriteLine(output);
        Assert.That(code, Is.Zero, output);
        Assert.That(output, Does.Contain($"PASS {frames} frames"));
    }

    [Test]
    public void ALostCompletionIsSeen()
    {
        var (code, output) =
            Bench("pcie512-100g", "--frames", "3000", "--seed", "1", "--lose", "100");
        Assert.That(code, Is.GreaterThan(0));
        Assert.That(output, Does.Contain("lost"));
    }

    private static (int? Code, string Output) Bench(
        string core, params IEnumerable<string> options) =>
        Tool.Run(Limit, "bash", ["hw/corundum/test/run.sh", core, .. options]);

    private static string Text(int value) => value.ToString(CultureInfo.InvariantCulture);
}
