using System.Net.Sockets;
using SmartNic.Sim.Client;
using SmartNic.Sim.Live;
using SmartNic.Sim.Server;

namespace SmartNic.Sim.Tests.Server;

/// <summary>Ports as TAP devices; skipped where the machine does not allow them.</summary>
public sealed class TapTests
{
    [Test]
    public void FramesPassBetweenTwoDevices()
    {
        string wire = Name("w"), host = Name("h");
        using EchoBoard echo = new();
        using ServerFixture server = Start(echo, wire, host);
        using SocketBoard board = SocketBoard.Connect(server.Path);
        using PacketSocket onWire = new(wire);
        using PacketSocket onHost = new(host);

        for (int length = 60; length <= 1514; length += 97)
        {
            // An experimental EtherType: the kernel itself sends none.
            byte[] frame = Frames.Ethernet(0x0200AA, 0x0200BB, 0x88B5, new byte[length - 14]);
            frame[20] = (byte)length;
            onWire.Send(frame);
            Assert.That(onHost.Receive(0x88B5), Is.EqualTo(frame));
            onHost.Send(frame);
            Assert.That(onWire.Receive(0x88B5), Is.EqualTo(frame));
        }

        BoardStats stats = board.ReadStats();
        Assert.That(
            stats.Ports.Select(p => $"{p.Port}={p.Device}"),
            Is.EqualTo([$"wire.0={wire}", $"host.0.1={host}"]));
        Assert.That(stats.Ports.Select(p => p.InFrames), Has.All.GreaterThanOrEqualTo(15));
        Assert.That(stats.UnattachedFrames, Is.Zero);
    }

    [Test]
    public void ADeviceThatIsInUseIsAnError()
    {
        string name = Name("u");
        using EchoBoard echo = new();
        using ServerFixture server = Start(echo, name, Name("v"));
        Assert.That(
            () => new ServerFixture(echo, [new DevicePort(PortId.Wire(0), name)]),
            Throws.TypeOf<SimException>().With.Message.Contains(name));
        Assert.That(
            () => new ServerFixture(echo, [new DevicePort(PortId.Wire(1), Name("x"))]),
            Throws.TypeOf<SimException>().With.Message.Contains("no such port"));
        Assert.That(
            () => new ServerFixture(
                echo, [new DevicePort(PortId.Wire(0), "a-name-that-is-too-long")]),
            Throws.TypeOf<SimException>().With.Message.Contains("1 to 15"));
    }

    [Test]
    public void ADeletedDeviceIsLetGoAndTakenAgain()
    {
        string wire = Name("d"), host = Name("e");
        using EchoBoard echo = new();
        using ServerFixture server = Start(echo, wire, host);
        using SocketBoard board = SocketBoard.Connect(server.Path);
        Ip("link", "del", wire);
        Assert.That(() => Deleted(board), Is.EqualTo((1L, 0L)).After(20_000, 10));

        // Idle, it looks up twenty times a second; a file that is always ready would let it spin.
        int before = echo.Steps;
        Thread.Sleep(1000);
        Assert.That(echo.Steps - before, Is.LessThan(1000));

        // The other port goes on, and what is lost is counted.
        using PacketSocket onHost = new(host);
        byte[] frame = Frames.Ethernet(0x0200AA, 0x0200BB, 0x88B5, new byte[100]);
        onHost.Send(frame);
        Assert.That(() => board.ReadStats().Ports[0].LostOut, Is.GreaterThan(0).After(20_000, 10));

        Ip("tuntap", "add", "dev", wire, "mode", "tap");
        using PacketSocket onWire = new(wire);
        Assert.That(() => IsSent(onWire, frame) && board.ReadStats().Ports[0].InFrames > 0,
            Is.True.After(20_000, 100));
        Assert.That(onHost.Receive(0x88B5), Is.EqualTo(frame));
        Assert.That(Deleted(board), Is.EqualTo((1L, 0L)));
        Ip("link", "del", wire);
    }

    private static bool IsSent(PacketSocket socket, byte[] frame)
    {
        try
        {
            socket.Send(frame);
            return true;
        }
        catch (SocketException)
        {
            // The device has no carrier until the board has it.
            return false;
        }
    }

    private static (long Wire, long Host) Deleted(SocketBoard board)
    {
        BoardStats stats = board.ReadStats();
        return (stats.Ports[0].Deleted, stats.Ports[1].Deleted);
    }

    private static void Ip(params string[] words) =>
        Tool.MustPass(TimeSpan.FromSeconds(20), "ip", words);

    /// <summary>Skips the test where devices cannot be made.</summary>
    internal static ServerFixture Start(ILiveBoard board, string wire, string host)
    {
        try
        {
            return new ServerFixture(
                board,
                [new DevicePort(PortId.Wire(0), wire), new DevicePort(PortId.Host(0, 1), host)]);
        }
        catch (SimException e) when
            (e.Message.Contains("root", StringComparison.Ordinal)
            || e.Message.Contains("/dev/net/tun", StringComparison.Ordinal))
        {
            Assert.Ignore(e.Message);
            throw;
        }
    }

    internal static string Name(string prefix) => $"snt{prefix}{Guid.NewGuid():N}"[..12];
}
