using SmartNic.Sim.Model;

namespace SmartNic.Sim.Tests.Gateway;

/// <summary>
/// The meter at one frame a clock, where every update must see the one before it.
/// </summary>
public sealed class MeterTests
{
    // The smallest VXLAN frame is one beat of 512 bits: a header a clock.
    private const int InnerBytes = 14;

    [TestCase(1)]
    [TestCase(2)]
    [TestCase(3)]
    public void BackToBackFramesOfOneTenantAreMeteredInOrder(int seed)
    {
        TestContext.Out.WriteLine($"seed {seed}");
        Random random = new(seed);
        GatewayConfig config = World.Config(blueRate: "2 Gbit/s");
        using GatewayBoard rtl = new(config: config);
        using ModelBoard model = new();
        GatewayDriver driver = GatewayDriver.Attach(
            model.Bar, options: new AttachOptions { TablesAreEmpty = true });
        Assert.That(driver.Apply(config).Errors, Is.Empty);
        rtl.Core.LogAccepted(true);

        // Blue's 16 KiB last for 1170 frames; seed 1 is blue alone, the others mix in tenants.
        byte[][] kinds = [.. World.Vnis.Select(vni =>
            Frames.VxlanFrame(World.East, World.West, vni, new byte[InnerBytes]))];
        Assert.That(kinds[0], Has.Length.EqualTo(64));
        List<byte[]> frames = [];
        for (ushort n = 0; n < 4000; n++)
        {
            frames.Add(kinds[random.Next(seed) == 0 ? 1 : random.Next(3)]);
            rtl.Push(new TestFrame(PortId.Wire(0), frames[n]), n);
        }

        List<ushort> seen = [.. rtl.Run().Select(f => f.Tag)];
        ulong first = 0;
        for (ushort n = 0; n < frames.Count; n++)
        {
            Assert.That(rtl.Core.TryPopAccepted(out SimFrame f), Is.True);
            first = n == 0 ? f.FirstClock : first;
            Assert.That(f.FirstClock, Is.EqualTo(first + n), "no bubble at the input");
            model.Inject(f.Port, f.TimeNs, f.Tag, frames[n]);
        }

        List<ushort> expected = [];
        model.Drain((_, _, tag, _) => expected.Add(tag));
        Assert.That(expected, Has.Count.InRange(1200, 3900), "the limit is in force");
        Assert.That(seen, Is.EqualTo(expected));
        rtl.AssertConservation();
    }
}
