using SmartNic.Kernels;
using SmartNic.Registers;
using SmartNic.Sim.Model;

namespace SmartNic.Sim.Tests.Gateway;

/// <summary>The random frames are worth something: they reach every verdict.</summary>
public sealed class CoverageTests
{
    [Test]
    public void RandomFramesReachEveryVerdict()
    {
        const int Seed = 11;
        TestContext.Out.WriteLine($"seed {Seed}");
        Traffic traffic = new(Seed);
        using ModelBoard model = new();
        GatewayDriver driver = GatewayDriver.Attach(
            model.Bar, options: new AttachOptions { TablesAreEmpty = true });
        Assert.That(driver.Apply(World.Config()).Errors, Is.Empty);
        HashSet<int> reasons = [];
        for (ushort n = 0; n < 12_000; n++)
        {
            TestFrame frame = traffic.Next();
            model.Inject(frame.Port, n * 100ul, n, frame.Bad, frame.Bytes);
        }

        model.Drain((port, _, _, bytes) =>
        {
            if (port.Kind == PortKind.Slow && SlowHeader.TryRead(bytes, out SlowHeader header))
            {
                reasons.Add(header.Reason);
            }
        });

        // A full queue is not the kernels' verdict.
        CounterReader counters = new(model.Bar);
        string[] Missed(Directions direction) => [.. ReasonList.All
            .Where(r => r.Directions.HasFlag(direction) && r.Number != Reasons.QueueFull)
            .Where(r => counters.Read(0, direction == Directions.Tx, r.Number).Packets == 0)
            .Select(r => r.Name)];
        Assert.Multiple(() =>
        {
            Assert.That(Missed(Directions.Rx), Is.Empty);
            Assert.That(Missed(Directions.Tx), Is.Empty);
            Assert.That(reasons, Is.EquivalentTo(Enumerable.Range(1, 11)));
        });
        Assert.That(Conservation.Violations(model.Bar, GatewayBoard.Tenants), Is.Empty);
    }
}
