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
    private const int Dscp = 46;
    private const int InnerDscp = 12;
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

    private static IEnumerable<TunnelPlan> Telling => Tunnels.Where(t => !t.IsOverIp6);

    /// <summary>Starts the board.</summary>
    [OneTimeSetUp]
    public void Start() => _board = new PeerBoard(backend, Tunnels);

    /// <summary>Ends it.</summary>
    [OneTimeTearDown]
    public void Stop() => _board?.Dispose();

    /// <summary>A host that sends too long packets which must not be cut is told what fits, and its
    /// kernel keeps that (RFC 1191, RFC 8201).</summary>
    [Test]
    public void TheHostLearnsThePathMtu(
        [ValueSource(nameof(Tunnels))] object plan, [Values] bool isIp6)
    {
        var tunnel = (TunnelPlan)plan;
        string host = PeerBoard.HostNamespace(tunnel);
        string far = isIp6 ? TenantPlan.FarIp6 : TenantPlan.FarIp;
        Shell.Run("ip", "-n", host, isIp6 ? "-6" : "-4", "route", "flush", "cache");
        int sized = 1440 - (isIp6 ? 48 : 28);
        Shell.Try("ip", "netns", "exec", host, "ping", isIp6 ? "-6" : "-4", "-M", "do", "-q",
            "-c", "2", "-W", "1", "-s", $"{sized}", far);
        string route = Shell.Run("ip", "-n", host, "route", "get", far);
        Assert.That(route, Does.Contain($"mtu {MostOf(tunnel)}"));
    }

    /// <summary>What may be cut arrives in one piece (RFC 791).</summary>
    [TestCaseSource(nameof(Tunnels))]
    public void WhatMayBeCutArrives(object plan)
    {
        var tunnel = (TunnelPlan)plan;
        string host = PeerBoard.HostNamespace(tunnel);
        string said = Shell.Run("ip", "netns", "exec", host, "ping", "-4", "-M", "dont", "-q",
            "-c", "3", "-i", "0.2", "-W", "2", "-s", $"{1440 - 28}", TenantPlan.FarIp);
        Assert.That(said, Does.Contain(" 0% packet loss"));
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
            socket.Connect(IPAddress.Parse(isIp6 ? TenantPlan.FarIp6 : TenantPlan.FarIp), 9);
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

    /// <summary>The outer DSCP is the configured one, or the inner one, as the tenant says; what
    /// comes back has the guest's in the one case and its own in the other (RFC 2983).</summary>
    [Test]
    public void TheDscpIsByTheModel([ValueSource(nameof(Tunnels))] object plan)
    {
        var tunnel = (TunnelPlan)plan;
        string host = PeerBoard.HostNamespace(tunnel);
        using var wire = new PacketSocket(PeerBoard.WireDevice);
        string said = Shell.Run("ip", "netns", "exec", host, "ping", "-4", "-q", "-c", "1", "-W",
            "2", "-s", "123", "-Q", $"{InnerDscp << 2}", TenantPlan.FarIp);
        Assert.That(said, Does.Contain(" 0% packet loss"));
        byte[] frame;
        do
        {
            frame = wire.Receive(tunnel.IsOverIp6 ? (ushort)0x86DD : (ushort)0x0800);
        }
        while (!HasPing(frame));

        int traffic = tunnel.IsOverIp6
            ? (BinaryPrimitives.ReadUInt16BigEndian(frame.AsSpan(14)) >> 4) & 0xFF : frame[15];
        Assert.That(traffic >> 2, Is.EqualTo(tunnel.IsOverIp6 ? Dscp : InnerDscp));
    }

    /// <summary>A peer that copies the inner DSCP out (<c>tos inherit</c>) and the gateway that
    /// copies it in agree; one that has another number on the outside is heard by the uniform model
    /// alone.</summary>
    [Test]
    public void TheDscpOfThePeerIsByTheModel(
        [ValueSource(nameof(Telling))] object plan, [Values] bool isInherited)
    {
        var tunnel = (TunnelPlan)plan;
        PeerGuest guest = PeerSetUp.Guest;
        string tos = isInherited ? "inherit" : $"{Dscp << 2:x}";
        using PacketSocket host = NetworkNamespace.Run(
            PeerBoard.HostNamespace(tunnel), () => new PacketSocket(PeerBoard.HostDevice(tunnel)));
        guest.Run($"untunnel {tunnel.Name}");
        try
        {
            guest.Run($"tunnel {tunnel.Name} {string.Join(' ', tunnel.LinkType)} tos {tos}");
            guest.Run($"dscp {tunnel.Name} {InnerDscp}");
            guest.Run($"ip netns exec {tunnel.Name} ping -q -c 1 -W 2 -s 123 "
                + TenantPlan.HostIp);
        }
        finally
        {
            guest.Run($"untunnel {tunnel.Name}");
            guest.Add(tunnel);
        }

        byte[] frame;
        do
        {
            frame = host.Receive(0x0800);
        }
        while (!HasPing(frame));
        Assert.That(frame[15] >> 2, Is.EqualTo(isInherited ? InnerDscp : Dscp));
    }

    private static int MostOf(TunnelPlan tunnel) => Mtu - (tunnel.IsOverIp6 ? 40 : 20)
        - tunnel.Kind switch
        {
            "vxlan" => 8 + 8 + 14,
            "gretap" => 8 + 14,
            _ => 0,
        };

    /// <summary>Whether a frame ends in the ICMP message of a ping of 123 bytes.</summary>
    private static bool HasPing(byte[] frame) =>
        frame.Length > 131 && frame[^131] is 8 or 0 && frame[^130] == 0;

    /// <summary>Where the TCP header of a SYN with options at the end of a frame begins.</summary>
    private static int SynAt(byte[] frame)
    {
        for (int options = 4; options <= 40; options += 4)
        {
            int at = frame.Length - 20 - options;
            if (at > 54 && frame[at + 12] == (20 + options) / 4 << 4 && frame[at + 13] == 2
                && frame[at + 2] == 0 && frame[at + 3] == 9 && frame[at + 20] == 2)
            {
                return at;
            }
        }

        return -1;
    }
}
