using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using SmartNic.Demo;
using SmartNic.Testing;

namespace SmartNic.Peer.Tests.Tunnels;

/// <summary>
/// Ways that carry less than the tenants' hosts take them for: both kernels learn it from the
/// gateway, or never meet it. And the DSCP of such a way.
/// </summary>
/// <param name="backend">What the board is made of.</param>
[TestFixture(DemoOptions.Soft, Category = DemoOptions.Soft)]
[TestFixture("sim", Category = "sim")]
public sealed class SmallPathTests(string backend)
{
    private const int Mtu = 1400; // of the path: outer IP
    private const int PacketBytes = 1440; // what a host sends
    private const int Dscp = 46;
    private const int InnerDscp = 12;
    private const int DiscardPort = 9;
    private PeerBoard _board = null!;

    private int FileBytes => backend == DemoOptions.Soft ? 1 << 20 : 16 << 10;

    /// <summary>A tunnel of each form, over both IP versions; half of the tenants clamp.</summary>
    private static IReadOnlyList<TunnelPlan> Tunnels { get; } =
    [
        .. TunnelPlan.All.Where(t => t.Kind is "vxlan" or "gretap" or "ipip").Select(t => t with
        {
            Mtu = Mtu,
            OfTenant = t.IsOverIp6
                ? ["tcp_mss: clamp", $"dscp: {Dscp}"]
                : ["dscp_mode: uniform", $"dscp: {Dscp}"],
        }),
    ];

    private static IEnumerable<TunnelPlan> Clamping => Tunnels.Where(t => t.IsOverIp6);

    /// <summary>Starts the board.</summary>
    [OneTimeSetUp]
    public void Start() => _board = new PeerBoard(backend, Tunnels);

    /// <summary>Ends it.</summary>
    [OneTimeTearDown]
    public void Stop() => _board?.Dispose();

    /// <summary>A host that sends a packet which must not be cut is told what fits, and its kernel
    /// keeps that (RFC 1191, RFC 8201).</summary>
    [Test]
    public void TheHostLearnsThePathMtu(
        [ValueSource(nameof(Tunnels))] object plan, [Values] bool isIp6)
    {
        var tunnel = (TunnelPlan)plan;
        using Socket socket = Datagrams(tunnel, isIp6, LinuxOption.DontCut);
        int mtu = 0;
        for (int tries = 0; tries < 200 && mtu != MostOf(tunnel); tries++)
        {
            try
            {
                socket.Send(new byte[PacketBytes - (isIp6 ? 48 : 28)]);
            }
            catch (SocketException e) when (e.SocketErrorCode
                is SocketError.MessageSize or SocketError.ConnectionRefused)
            {
                // It has been told.
            }

            Thread.Sleep(20);
            mtu = LinuxOption.PathMtu(socket, isIp6);
        }

        Assert.That(mtu, Is.EqualTo(MostOf(tunnel)));
    }

    /// <summary>A datagram that may be cut arrives in one piece (RFC 791).</summary>
    [TestCaseSource(nameof(Tunnels))]
    public void WhatMayBeCutArrives(object plan)
    {
        var tunnel = (TunnelPlan)plan;
        var datagram = new byte[PacketBytes - 28];
        new Random(1).NextBytes(datagram);
        InnerTraffic traffic = new(PeerSetUp.Guest, tunnel, ProtocolType.Udp, isIp6: false)
        {
            Prepare = socket => LinuxOption.Discover(socket, false, LinuxOption.MayCut),
        };
        Assert.That(traffic.ToFar(datagram), Is.EqualTo(InnerTraffic.Digest(datagram)));
    }

    /// <summary>A file by TCP, both ways: short segments, by the answer or by the MSS.</summary>
    [Test]
    public void MovedByTcp([ValueSource(nameof(Tunnels))] object plan, [Values] bool isIp6)
    {
        var tunnel = (TunnelPlan)plan;
        var file = new byte[FileBytes];
        new Random(FileBytes).NextBytes(file);
        InnerTraffic traffic = new(PeerSetUp.Guest, tunnel, ProtocolType.Tcp, isIp6);
        Assert.That(traffic.ToFar(file), Is.EqualTo(InnerTraffic.Digest(file)));
        var (sent, arrived) = traffic.ToHost(FileBytes);
        Assert.That(arrived, Is.EqualTo(sent));
    }

    /// <summary>A SYN leaves with an MSS that fits, and its checksum right: the far kernel answers.
    /// </summary>
    [Test]
    public void TheMssIsClamped([ValueSource(nameof(Clamping))] object plan, [Values] bool isIp6)
    {
        var tunnel = (TunnelPlan)plan;
        using var wire = new PacketSocket(PeerBoard.WireDevice);
        using Socket socket = NetworkNamespace.Run(PeerBoard.HostNamespace(tunnel), () =>
            new Socket(isIp6 ? AddressFamily.InterNetworkV6 : AddressFamily.InterNetwork,
                SocketType.Stream, ProtocolType.Tcp));
        socket.Blocking = false;
        try
        {
            socket.Connect(Far(isIp6));
        }
        catch (SocketException e) when (e.SocketErrorCode is SocketError.WouldBlock
            or SocketError.InProgress)
        {
            // The SYN is on its way.
        }

        byte[] frame;
        int at;
        do
        {
            frame = wire.Receive(0x86DD);
            at = SynAt(frame);
        }
        while (at < 0);
        Assert.That(BinaryPrimitives.ReadUInt16BigEndian(frame.AsSpan(at + 22)),
            Is.EqualTo(MostOf(tunnel) - (isIp6 ? 60 : 40)));
    }

    /// <summary>The outer DSCP is the configured one, or the inner one, as the tenant says (RFC
    /// 2983).</summary>
    [Test]
    public void TheDscpIsByTheModel([ValueSource(nameof(Tunnels))] object plan)
    {
        var tunnel = (TunnelPlan)plan;
        var mark = new byte[123];
        new Random(2).NextBytes(mark);
        using var wire = new PacketSocket(PeerBoard.WireDevice);
        using Socket socket = Datagrams(tunnel, false, LinuxOption.DontCut);
        socket.SetSocketOption(
            SocketOptionLevel.IP, SocketOptionName.TypeOfService, InnerDscp << 2);
        socket.Send(mark);
        byte[] frame;
        do
        {
            frame = wire.Receive(tunnel.IsOverIp6 ? (ushort)0x86DD : (ushort)0x0800);
        }
        while (!frame.AsSpan().EndsWith(mark));

        int traffic = tunnel.IsOverIp6
            ? (BinaryPrimitives.ReadUInt16BigEndian(frame.AsSpan(14)) >> 4) & 0xFF : frame[15];
        Assert.That(traffic >> 2, Is.EqualTo(tunnel.IsOverIp6 ? Dscp : InnerDscp));
    }

    /// <summary>A host's socket to the far host.</summary>
    private static Socket Datagrams(TunnelPlan tunnel, bool isIp6, int discover) =>
        NetworkNamespace.Run(PeerBoard.HostNamespace(tunnel), () =>
        {
            var socket = new Socket(
                isIp6 ? AddressFamily.InterNetworkV6 : AddressFamily.InterNetwork,
                SocketType.Dgram, ProtocolType.Udp);
            LinuxOption.Discover(socket, isIp6, discover);
            socket.Connect(Far(isIp6));
            return socket;
        });

    private static IPEndPoint Far(bool isIp6) =>
        new(IPAddress.Parse(isIp6 ? TenantPlan.FarIp6 : TenantPlan.FarIp), DiscardPort);

    private static int MostOf(TunnelPlan tunnel) => Mtu - (tunnel.IsOverIp6 ? 40 : 20)
        - tunnel.Kind switch
        {
            "vxlan" => 8 + 8 + 14,
            "gretap" => 4 + (tunnel.HasChecksum ? 4 : 0) + (tunnel.HasKey ? 4 : 0) + 14,
            _ => 0,
        };

    /// <summary>Where the TCP header of a SYN with options at the end of a frame begins.</summary>
    private static int SynAt(byte[] frame)
    {
        for (int options = 4; options <= 40; options += 4)
        {
            int at = frame.Length - 20 - options;
            if (at > 54 && frame[at + 12] == (20 + options) / 4 << 4 && frame[at + 13] == 2
                && frame[at + 2] == 0 && frame[at + 3] == DiscardPort && frame[at + 20] == 2)
            {
                return at;
            }
        }

        return -1;
    }
}
