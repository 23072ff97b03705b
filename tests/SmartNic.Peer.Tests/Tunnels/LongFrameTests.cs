using System.Net.Sockets;
using SmartNic.Demo;
using SmartNic.Driver;

namespace SmartNic.Peer.Tests.Tunnels;

/// <summary>The software board with a guest's TAP device as its wire, and long frames. Both kernels
/// leave checksums and cutting to what they take for their cards.</summary>
[Category(DemoOptions.Soft)]
public sealed class LongFrameTests
{
    private const int WireMtu = 9000;
    private const int InnerMtu = 8900;
    private const int FileBytes = 4 << 20;
    private const int DatagramBytes = 8800;
    private PeerBoard _board = null!;

    private static IReadOnlyList<TunnelPlan> Tunnels => TunnelPlan.All;

    /// <summary>Starts the board.</summary>
    [OneTimeSetUp]
    public void Start()
    {
        PeerSetUp.Guest.Leave(WireMtu, InnerMtu);
        _board = new PeerBoard(DemoOptions.Soft, Tunnels, isDirect: true, InnerMtu);
    }

    /// <summary>Ends it.</summary>
    [OneTimeTearDown]
    public void Stop()
    {
        _board?.Dispose();
        PeerSetUp.Guest.Return();
    }

    /// <summary>A file by TCP, in frames of about the MTU, and a datagram that is one frame.
    /// </summary>
    [TestCaseSource(nameof(Tunnels))]
    public void Moved(object plan)
    {
        var tunnel = (TunnelPlan)plan;
        var file = new byte[FileBytes];
        new Random(FileBytes).NextBytes(file);
        PacketCount before = _board.Counters().Ports["wire.0"].Out;
        InnerTraffic tcp = new(PeerSetUp.Guest, tunnel, ProtocolType.Tcp, isIp6: false);
        Assert.That(tcp.ToFar(file), Is.EqualTo(InnerTraffic.Digest(file)));
        PacketCount after = _board.Counters().Ports["wire.0"].Out;
        Assert.That((after.Bytes - before.Bytes) / (after.Packets - before.Packets),
            Is.GreaterThan(InnerMtu / 2), "mean bytes of a frame");
        var (sent, arrived) = tcp.ToHost(FileBytes);
        Assert.That(arrived, Is.EqualTo(sent));

        InnerTraffic udp = new(PeerSetUp.Guest, tunnel, ProtocolType.Udp, isIp6: true);
        byte[] datagram = file[..DatagramBytes];
        Assert.That(udp.ToFar(datagram), Is.EqualTo(InnerTraffic.Digest(datagram)));
        (sent, arrived) = udp.ToHost(DatagramBytes);
        Assert.That(arrived, Is.EqualTo(sent));
    }
}
