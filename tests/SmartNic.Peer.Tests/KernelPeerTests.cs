using SmartNic.Demo;

namespace SmartNic.Peer.Tests;

/// <summary>The gateway against the Linux kernel's VXLAN devices.</summary>
public sealed class KernelPeerTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(100);

    /// <summary>The demo, shortened; live where that is allowed.</summary>
    [Test]
    public void KernelAndGatewayUnderstandEachOther([Values("sim", DemoOptions.Soft)] string board)
    {
        DemoOptions options = Options(board == "sim" ? "live" : board) with
        {
            Backend = board,
            UdpSeconds = 4,
            FileBytes = 512 * 1024,
            Pings = 4,
        };
        if (Topology.WhyNot(options.Prefix) is { } whyNot)
        {
            TestContext.Progress.WriteLine($"kernel peer: not live: {whyNot}; see the replay");
            Assert.Ignore($"not live: {whyNot}; the recorded captures are replayed instead");
        }

        Check(options, LiveDemo.Run);
    }

    /// <summary>What the kernel sent once, on both backends.</summary>
    [Test]
    public void RecordedKernelTrafficPassesBothBackends() =>
        Check(Options("replay"), ReplayDemo.Run);

    private static DemoOptions Options(string name) => new()
    {
        Prefix = "snict",
        OutputFolder = Path.Combine(Paths.Repository(), "build", "test-peer", name),
        SnicPath = Paths.Snic(),
        FixtureFolder = Paths.Fixtures(),
    };

    private static void Check(
        DemoOptions options, Action<DemoOptions, Progress, CancellationToken> run)
    {
        using var limit = new CancellationTokenSource(Limit);
        var progress = new Progress(TestContext.Out);
        run(options, progress, limit.Token);
        Assert.That(progress.Failures, Is.Empty);
        Assert.That(progress.Checked, Is.GreaterThan(5));
    }
}
