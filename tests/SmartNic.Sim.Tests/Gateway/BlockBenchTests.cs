namespace SmartNic.Sim.Tests.Gateway;

/// <summary>
/// The benches of blocks whose inputs the gateway's kernels cannot all give: every edit, every
/// input to every output, copies.
/// </summary>
public sealed class BlockBenchTests
{
    [Test]
    public void ItsBenchPasses([Values("ingress", "egress", "top", "counter")] string block)
    {
        string output = Tool.MustPass(TimeSpan.FromMinutes(15),
            "sh", $"hw/{block}/test/run.sh", "1", "64", "512");
        Assert.That(output.Split("PASS"), Has.Length.EqualTo(7), "two sizes, three modes");
    }
}
