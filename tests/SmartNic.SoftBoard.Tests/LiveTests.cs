using System.Net;
using SmartNic.Kernels;
using SmartNic.Sim.Client;

namespace SmartNic.SoftBoard.Tests;

/// <summary>The software board in its server, with a driver at its socket.</summary>
[NonParallelizable]
public sealed class LiveTests
{
    private const ushort Type = 0x88B5;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    [Test]
    public void ItForwardsAndPuntsAndGoesOnWithoutItsOwner()
    {
        using SoftFixture soft = new();
        soft.Serve();
        byte[] toEast = Frames.Ethernet(World.Peer, World.Self, Type, new byte[100]);
        byte[] reply = Frames.Ethernet(World.Self, World.Peer, Type, new byte[200]);
        byte[] tunnel = Frames.VxlanFrame(World.East, World.West, World.Vnis[0], reply);
        using (SocketBoard board = SocketBoard.Connect(soft.Path))
        {
            GatewayDriver driver = GatewayDriver.Attach(board.Bar);
            Assert.That(driver.Apply(World.Config()).Errors, Is.Empty);
            Both();

            byte[] miss = Frames.Ethernet(World.Nobody, World.Self, Type, new byte[80]);
            soft.Host.Send(miss);
            byte[] buffer = new byte[9248];
            int length;
            while (!board.Slow.TryReceive(buffer, out length))
            {
                Assert.That(board.WaitForFrame(Patience), Is.True, "no punt");
            }

            Assert.That(SlowHeader.TryRead(buffer, out SlowHeader header), Is.True);
            Assert.That(header.Reason, Is.EqualTo((byte)PuntReason.UnknownUnicast));
            (header with
            {
                Action = SlowAction.Encapsulate,
                NextHop = driver.NextHopIndex("north") ?? 0,
            }).Write(buffer);
            Assert.That(board.Slow.TrySend(buffer.AsSpan(0, length)), Is.True);
            Assert.That(soft.Wire.Receive(0x0800)[50..], Is.EqualTo(miss));
            Assert.That(Conservation.Violations(board.Bar, tenants: 5), Is.Empty);
            Assert.That(driver.ReadCounters().Ports["wire.0"].Out.Packets, Is.EqualTo(2));
        }

        Both();
        using SocketBoard next = SocketBoard.Connect(soft.Path);
        Assert.That(Conservation.Violations(next.Bar, tenants: 5), Is.Empty);
        Assert.That(next.ReadStats().Ports.Select(p => (p.InFrames, p.OutFrames, p.LostOut)),
            Is.EqualTo([(2L, 3L, 0L), (3L, 2L, 0L)]));

        void Both()
        {
            soft.Host.Send(toEast);
            Assert.That(soft.Wire.Receive(0x0800)[50..], Is.EqualTo(toEast));
            soft.Wire.Send(tunnel);
            Assert.That(soft.Host.Receive(Type), Is.EqualTo(reply));
        }
    }

    /// <summary>Each packet is wholly of one configuration, and none is lost.</summary>
    [Test]
    public void AConfigurationChangesBetweenTwoPackets()
    {
        const int Packets = 4000;
        using SoftFixture soft = new();
        soft.Serve();
        using SocketBoard board = SocketBoard.Connect(soft.Path);
        GatewayDriver driver = GatewayDriver.Attach(board.Bar);
        Assert.That(driver.Apply(World.Config()).Errors, Is.Empty);
        byte[] frame = Frames.Ethernet(World.Peer, World.Self, Type, new byte[100]);
        Task sender = Task.Run(() =>
        {
            for (int n = 0; n < Packets; n++)
            {
                soft.Host.Send(frame);
                Thread.SpinWait(2000);
            }
        });
        int changes = 0;
        while (!sender.IsCompleted)
        {
            string remote = changes++ % 2 == 0 ? "north" : "east";
            Assert.That(driver.Apply(World.Config(redRemote: remote)).Errors, Is.Empty);
        }

        sender.GetAwaiter().GetResult();
        Dictionary<string, int> seen = [];
        for (int n = 0; n < Packets; n++)
        {
            // Outer MAC, TTL and address of a remote belong together.
            byte[] sent = soft.Wire.Receive(0x0800);
            string remote = $"{sent[5]:x2} {sent[22]} {new IPAddress(sent.AsSpan(30, 4))}";
            seen[remote] = seen.GetValueOrDefault(remote) + 1;
            Assert.That(sent[50..], Is.EqualTo(frame));
        }

        Assert.That(seen.Keys, Is.EquivalentTo(
            [$"02 64 {World.East}", $"12 7 {World.North}"]), $"{changes} changes");
        Assert.That(Conservation.Violations(board.Bar, tenants: 5), Is.Empty);
        Assert.That(driver.ReadCounters().Drops.Values.Sum(n => (long)n), Is.Zero);
    }

    [Test]
    public void ADeletedDeviceIsLetGoAndTakenAgain()
    {
        using SoftFixture soft = new();
        soft.Serve();
        using SocketBoard board = SocketBoard.Connect(soft.Path);
        GatewayDriver driver = GatewayDriver.Attach(board.Bar);
        Assert.That(driver.Apply(World.Config()).Errors, Is.Empty);
        soft.HostPair.Delete();
        Assert.That(() => board.ReadStats().Ports[1].Deleted, Is.EqualTo(1).After(20_000, 10));

        // What is for it is dropped for a reason that is counted.
        byte[] reply = Frames.Ethernet(World.Self, World.Peer, Type, new byte[200]);
        byte[] tunnel = Frames.VxlanFrame(World.East, World.West, World.Vnis[0], reply);
        soft.Wire.Send(tunnel);
        Assert.That(() => driver.ReadCounters().Tenants["red"].Rx.Drops["queue_full"],
            Is.EqualTo(1).After(20_000, 10));
        soft.HostPair.Make();
        using PacketSocket host = new(soft.HostPair.Far);
        byte[] frame = Frames.Ethernet(World.Peer, World.Self, Type, new byte[100]);
        Assert.That(() =>
        {
            host.Send(frame);
            return board.ReadStats().Ports[1].InFrames;
        }, Is.GreaterThan(0).After(20_000, 100));
        Assert.That(soft.Wire.Receive(0x0800)[50..], Is.EqualTo(frame));
        soft.Wire.Send(tunnel);
        Assert.That(host.Receive(Type), Is.EqualTo(reply));
        Assert.That(Conservation.Violations(board.Bar, tenants: 5), Is.Empty);
    }
}
