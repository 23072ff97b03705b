using System.Buffers.Binary;
using SmartNic.Sim;
using SmartNic.Sim.Server;

namespace SmartNic.SoftBoard.Tests;

/// <summary>The software board in the thread of the test, frame by frame.</summary>
[NonParallelizable]
public sealed class ForwardingTests
{
    private const ushort Type = 0x88B5;
    private const ushort Red = 1;

    [Test]
    public void ForwardingAllocatesNothing()
    {
        const int Rounds = 200;
        const int FramesPerRound = 50;
        using SoftFixture soft = Start();
        byte[] toEast = Frames.UdpFrame(World.Peer, World.Self, 200);
        byte[] tunnel = Frames.VxlanFrame(
            World.East, World.West, World.Vnis[0], Frames.UdpFrame(World.Self, World.Peer, 300));
        long allocated = 0;
        int taken = 0;
        for (int round = 0; round < 2 * Rounds; round++)
        {
            for (int n = 0; n < FramesPerRound; n++)
            {
                soft.Host.Send(toEast);
                soft.Wire.Send(tunnel);
            }

            long before = GC.GetAllocatedBytesForCurrentThread();
            int count = soft.Round();
            long bytes = GC.GetAllocatedBytesForCurrentThread() - before;

            // The first half is for what is made once.
            allocated += round < Rounds ? 0 : bytes;
            taken += count;
        }

        Assert.That(taken, Is.EqualTo(2 * Rounds * 2 * FramesPerRound));
        Assert.That(allocated, Is.Zero);
        Assert.That(Conservation.Violations(soft.Board.Bar, tenants: 5), Is.Empty);
    }

    /// <summary>The kernel takes tags off, and puts them beside the frame.</summary>
    [Test]
    public void ATagIsPutBack([Values(0x8100, 0x88A8)] int type)
    {
        using SoftFixture soft = Start();
        byte[] frame = Frames.Tag(
            Frames.Ethernet(World.Peer, World.Self, Type, new byte[100]), (ushort)type, 0x6064);
        soft.Host.Send(frame);
        soft.Round();
        Assert.That(soft.Wire.Receive(0x0800)[50..], Is.EqualTo(frame));
    }

    [Test]
    public void AFullOutputIsADropThatIsCounted()
    {
        using SoftFixture soft = Start();
        byte[] reply = Frames.Ethernet(World.Self, World.Peer, Type, new byte[100]);

        // Blue has no device; red's is too small for the last one.
        soft.Wire.Send(Frames.VxlanFrame(World.East, World.West, World.Vnis[1], reply));
        soft.Wire.Send(Frames.VxlanFrame(World.East, World.West, World.Vnis[0], reply));
        VethPair.Ip("link", "set", soft.HostPair.Near, "mtu", "110");
        Thread.Sleep(150);
        soft.Round();
        soft.Wire.Send(Frames.VxlanFrame(
            World.East, World.West, World.Vnis[0], [.. reply, .. new byte[100]]));
        soft.Round();
        CounterReader counters = new(soft.Board.Bar);
        Assert.That(counters.Read(0, tx: false, Kernels.Reasons.QueueFull).Packets, Is.EqualTo(2));
        Assert.That(soft.Host.Receive(Type), Is.EqualTo(reply));
        Assert.That(Conservation.Violations(soft.Board.Bar, tenants: 5), Is.Empty);
    }

    [Test]
    public void AllFramesOfAFullRoundAreKeptInOrder()
    {
        using SoftFixture soft = Start();
        byte[] frame = Frames.Ethernet(World.Peer, World.Self, Type, new byte[1000]);
        for (int round = 0; round < 30; round++)
        {
            for (int n = 0; n < 100; n++)
            {
                BinaryPrimitives.WriteInt32LittleEndian(frame.AsSpan(20), (round * 100) + n);
                soft.Host.Send(frame);
            }

            for (int taken = 0; taken < 100;)
            {
                taken += soft.Round();
            }

            for (int n = 0; n < 100; n++)
            {
                Assert.That(
                    BinaryPrimitives.ReadInt32LittleEndian(soft.Wire.Receive(0x0800).AsSpan(70)),
                    Is.EqualTo((round * 100) + n));
            }
        }
    }

    [Test]
    public void APortThatCannotBeIsAnError()
    {
        using SoftFixture soft = new();
        void Fails(PortId port, string device, string message) => Assert.That(
            () => soft.Board.Attach(new DevicePort(port, device)),
            Throws.TypeOf<SimException>().With.Message.Contains(message));
        Fails(PortId.Wire(1), soft.WirePair.Far, "no such port");
        Fails(PortId.Slow(0), soft.WirePair.Far, "no such port");
        Fails(PortId.Host(0, 2), "snic-none", "there is no network device of this name");
        Fails(PortId.Host(0, Red), soft.WirePair.Far, "at host.0.1 already");
        Fails(PortId.Host(0, 2), soft.WirePair.Near, "at wire.0 already");
    }

    private static SoftFixture Start()
    {
        SoftFixture soft = new();
        GatewayDriver driver = GatewayDriver.Attach(soft.Board.Bar);
        Assert.That(driver.Apply(World.Config()).Errors, Is.Empty);
        return soft;
    }
}
