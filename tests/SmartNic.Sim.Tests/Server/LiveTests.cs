using SmartNic.Sim.Client;
using SmartNic.Sim.Live;
using SmartNic.Sim.Model;

namespace SmartNic.Sim.Tests.Server;

/// <summary>
/// The driver at one end of the socket, a live board at the other: programs it, injects, and gets
/// what hardware has no answer for.
/// </summary>
public sealed class LiveTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private static IEnumerable<TestCaseData> Boards()
    {
        yield return new TestCaseData((Func<ILiveBoard>)(() =>
            new LiveSimBoard(SimBuild.Gateway()))).SetName("TheDriverWorksOverTheSocket(sim)");
        yield return new TestCaseData((Func<ILiveBoard>)(() =>
            new LiveReplayBoard(new ModelBoard(1, () => MonotonicClock.NowNs), 1)))
            .SetName("TheDriverWorksOverTheSocket(model)");
    }

    [TestCaseSource(nameof(Boards))]
    public void TheDriverWorksOverTheSocket(Func<ILiveBoard> open)
    {
        using ILiveBoard live = open();
        using ServerFixture server = new(live);
        using SocketBoard board = SocketBoard.Connect(server.Path);
        // As the command line does it: every table entry is written once.
        GatewayDriver driver = GatewayDriver.Attach(board.Bar);
        Assert.That(driver.Apply(World.Config()).Errors, Is.Empty);
        Assert.That(driver.Apply(World.Config()).Changed, Is.False);

        // The board lives in the host's time.
        ulong before = MonotonicClock.NowNs;
        ulong seen = driver.ReadTimeNs();
        Assert.That(seen, Is.InRange(before - 1_000_000_000, MonotonicClock.NowNs + 1_000_000));

        // To a next hop, to a host queue, and again through the lookup, which finds nobody.
        byte[] frame = Frames.UdpFrame(World.Nobody, World.Self, 100);
        foreach (SlowAction action in
            new[] { SlowAction.Encapsulate, SlowAction.ToHost, SlowAction.LookUp })
        {
            byte[] message = [.. new byte[SlowHeader.LengthBytes], .. frame];
            new SlowHeader
            {
                Action = action,
                Tenant = 1,
                Queue = 1,
                Vni = World.Vnis[0],
                NextHop = driver.NextHopIndex("east") ?? 0,
            }.Write(message);
            Assert.That(board.Slow.TrySend(message), Is.True);
        }

        DateTime end = DateTime.UtcNow + Patience;
        CounterSnapshot counters = driver.ReadCounters();
        while (counters.Ports["slow.0"].In.Packets < 3 && DateTime.UtcNow < end)
        {
            counters = driver.ReadCounters();
        }

        // Ports are read last: what they have seen is counted by now.
        counters = driver.ReadCounters();
        DirectionCounters red = counters.Tenants["red"].Tx;
        Assert.That((red.Packets, red.ToHost), Is.EqualTo((1ul, 1ul)));
        Assert.That(red.Drops["unknown"], Is.EqualTo(1));
        Assert.That(counters.Ports["wire.0"].Out.Packets, Is.EqualTo(1));
        Assert.That(board.ReadStats().UnattachedFrames, Is.EqualTo(2));
        Assert.That(Conservation.Violations(board.Bar, tenants: 4), Is.Empty);
    }

    [Test]
    public void APuntReachesTheClientAndItsAnswerTheTenant()
    {
        string wire = TapTests.Name("w"), host = TapTests.Name("h");
        using LiveSimBoard live = new(SimBuild.Gateway());
        using ServerFixture server = TapTests.Start(live, wire, host);
        using SocketBoard board = SocketBoard.Connect(server.Path);
        GatewayDriver driver = GatewayDriver.Attach(
            board.Bar, options: new AttachOptions { TablesAreEmpty = true });
        Assert.That(driver.Apply(World.Config()).Errors, Is.Empty);
        using PacketSocket onWire = new(wire);
        using PacketSocket onHost = new(host);

        // A miss goes to the slow path, which sends it on to a next hop.
        byte[] miss = Frames.Ethernet(World.Nobody, World.Self, 0x88B5, new byte[100]);
        onHost.Send(miss);
        byte[] buffer = new byte[9248];
        SlowHeader header;
        int length;
        do
        {
            // The kernel itself may have said something on the new device.
            while (!board.Slow.TryReceive(buffer, out length))
            {
                Assert.That(board.WaitForFrame(Patience), Is.True, "no punt");
            }

            Assert.That(SlowHeader.TryRead(buffer, out header), Is.True);
        }
        while (header.Reason != (byte)Kernels.PuntReason.UnknownUnicast);

        Assert.That((header.Tenant, header.Queue, header.Vni), Is.EqualTo((1, 1, 100u)));
        Assert.That(buffer.AsSpan(SlowHeader.LengthBytes, length - 32).ToArray(), Is.EqualTo(miss));
        (header with
        {
            Action = SlowAction.Encapsulate,
            NextHop = driver.NextHopIndex("east") ?? 0,
        }).Write(buffer);
        Assert.That(board.Slow.TrySend(buffer.AsSpan(0, length)), Is.True);
        byte[] sent = onWire.Receive(0x0800);
        Assert.That(sent[50..], Is.EqualTo(miss));

        // What comes back in the tunnel reaches the tenant.
        byte[] reply = Frames.Ethernet(World.Self, World.Nobody, 0x88B5, new byte[200]);
        onWire.Send(Frames.VxlanFrame(World.East, World.West, World.Vnis[0], reply));
        Assert.That(onHost.Receive(0x88B5), Is.EqualTo(reply));
    }
}
