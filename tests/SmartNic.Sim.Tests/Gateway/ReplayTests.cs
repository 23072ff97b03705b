using SmartNic.Sim.Model;

namespace SmartNic.Sim.Tests.Gateway;

/// <summary>The two replay boards give the same frames for the same calls.</summary>
public sealed class ReplayTests
{
    [TestCase(512, 1, 0.0, 31)]
    [TestCase(512, 2, 0.8, 32)]
    [TestCase(64, 1, 0.8, 33)]
    public void BothBackendsGiveTheSame(int width, int interfaces, double stalls, int seed)
    {
        TestContext.Out.WriteLine($"seed {seed}");
        GatewayConfig config = World.Config(blueRate: "10 Mbit/s", interfaces: interfaces);
        using SimBoard sim = new(SimBuild.Gateway(width, interfaces));
        using ModelBoard model = new(interfaces);
        foreach (PortKind kind in Enum.GetValues<PortKind>())
        {
            sim.Core.SetStalls(kind, 0, stalls, (ulong)seed);
            sim.Core.SetGaps(kind, 0, stalls, (ulong)seed);
        }

        List<OutputFrame>[] seen = [Run(sim, config, seed), Run(model, config, seed)];
        Assert.That(seen[1], Has.Count.GreaterThan(500));
        Assert.That(seen[0], Is.EqualTo(seen[1]));
        for (int n = 0; n < interfaces; n++)
        {
            Assert.That(Conservation.Violations(sim.Bar, GatewayBoard.Tenants, n), Is.Empty);
            Assert.That(Conservation.Violations(model.Bar, GatewayBoard.Tenants, n), Is.Empty);
            Assert.That(
                new CounterReader(sim.Bar).Ports(n),
                Is.EqualTo(new CounterReader(model.Bar).Ports(n)));
        }
    }

    /// <summary>The outputs in the order that replay writes them: by stamp, then input order.
    /// </summary>
    private static List<OutputFrame> Run(IReplayBoard board, GatewayConfig config, int seed)
    {
        GatewayDriver driver = GatewayDriver.Attach(
            board.Bar, options: new AttachOptions { TablesAreEmpty = true });
        Assert.That(driver.Apply(config).Errors, Is.Empty);
        Random random = new(seed);
        Traffic traffic = new(seed, driver.Board.Interfaces);
        ulong timeNs = 1_000_000_000;
        for (ushort tag = 0; tag < 2000; tag++)
        {
            timeNs += random.Next(3) == 0 ? 0 : (ulong)random.Next(100_000);
            TestFrame frame = traffic.Next();
            board.Inject(frame.Port, timeNs, tag, frame.Bytes);
        }

        List<OutputFrame> frames = [];
        board.Drain((port, time, tag, bytes) => frames.Add(new(port, time, tag, bytes.ToArray())));
        return [.. frames.OrderBy(f => f.Tag)];
    }
}
