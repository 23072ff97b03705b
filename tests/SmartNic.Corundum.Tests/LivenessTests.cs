using System.Globalization;
using NUnit.Framework;

namespace SmartNic.Corundum.Tests;

/// <summary>No transmit slot of Corundum is ever lost, whatever happens to its frame.</summary>
public sealed class LivenessTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(15);

    [TestCase(512, 1, 200_000)]
    [TestCase(256, 1, 20_000)]
    [TestCase(128, 1, 20_000)]
    [TestCase(64, 2, 20_000)]
    public void NoSlotIsLost(int width, int interfaces, int frames)
    {
        int seed = Random.Shared.Next(1, int.MaxValue);
        TestContext.Out.WriteLine($"seed {seed}");
        var (code, output) =
            Bench(width, interfaces, "--frames", Text(frames), "--seed", Text(seed));
        TestContext.Out.WriteLine(output);
        Assert.That(code, Is.Zero, output);
        Assert.That(output, Does.Contain($"PASS {frames} frames"));
    }

    [Test]
    public void ALostCompletionIsSeen()
    {
        var (code, output) = Bench(512, 1, "--frames", "3000", "--seed", "1", "--lose", "100");
        Assert.That(code, Is.GreaterThan(0));
        Assert.That(output, Does.Contain("lost"));
    }

    private static (int? Code, string Output) Bench(
        int width, int interfaces, params IEnumerable<string> options) =>
        Tool.Run(Limit, "bash",
            ["hw/corundum/test/run.sh", Text(width), Text(interfaces), .. options]);

    private static string Text(int value) => value.ToString(CultureInfo.InvariantCulture);
}
