using System.Net.Sockets;
using SmartNic.Demo;
using SmartNic.Driver;

namespace SmartNic.Peer.Tests.Tunnels;

/// <summary>Every tunnel with the guest's kernel at its other end.</summary>
/// <param name="backend">What the board is made of.</param>
[TestFixture(DemoOptions.Soft, Category = DemoOptions.Soft)]
[TestFixture("sim", Category = "sim")]
public sealed partial class TunnelTests(string backend)
{
    private const int Pings = 3;
    private const int DatagramBytes = 8000;
    private const int QuietTries = 20;
    private PeerBoard _board = null!;

    private static IReadOnlyList<TunnelPlan> Tunnels => TunnelPlan.All;

    // Several frames at least; the simulated board is slow.
    private int FileBytes => backend == DemoOptions.Soft ? 1 << 20 : 16 << 10;

    /// <summary>Starts the board.</summary>
    [OneTimeSetUp]
    public void Start() => _board = new PeerBoard(backend, Tunnels);

    /// <summary>Ends it.</summary>
    [OneTimeTearDown]
    public void Stop() => _board?.Dispose();

    /// <summary>IPv4 and IPv6, asked from both sides.</summary>
    [TestCaseSource(nameof(Tunnels))]
    public void Pinged(object plan)
    {
        CheckPings((TunnelPlan)plan);
        CheckCounters();
    }

    /// <summary>A file by TCP, and a datagram that is fragments inside the tunnel.</summary>
    [Test]
    public void Moved(
        [ValueSource(nameof(Tunnels))] object plan,
        [Values(ProtocolType.Tcp, ProtocolType.Udp)] ProtocolType protocol,
        [Values] bool isIp6)
    {
        int count = protocol == ProtocolType.Tcp ? FileBytes : DatagramBytes;
        var file = new byte[count];
        new Random(count).NextBytes(file);
        InnerTraffic traffic = new(PeerSetUp.Guest, (TunnelPlan)plan, protocol, isIp6);
        Assert.That(traffic.ToFar(file), Is.EqualTo(InnerTraffic.Digest(file)));
        var (sent, arrived) = traffic.ToHost(count);
        Assert.That(arrived, Is.EqualTo(sent));
    }

    /// <summary>A VNI or key that no tenant has.</summary>
    [Test]
    public void NotDeliveredWithAnotherVni() =>
        Refused("unknown_vni", TunnelPlan.WithVni, t => t with { Vni = t.Vni + 100 });

    /// <summary>A key of GRE that no link has: of Ethernet it is a VSID then, of nobody.</summary>
    [TestCase("gretap", "unknown_vni")]
    [TestCase("gre", "unknown_link")]
    public void NotDeliveredWithAnotherKey(string kind, string reason) => Refused(
        reason, [.. TunnelPlan.All.Where(t => t.Kind == kind)], t => t with { Vni = t.Vni + 100 });

    /// <summary>A tenant's VNI from an address that is none of its remotes.</summary>
    [Test]
    public void NotDeliveredFromAnotherAddress() =>
        Refused("foreign_source", TunnelPlan.WithVni, t => t with { IsOverIp6 = !t.IsOverIp6 });

    private static ulong Sum(IEnumerable<ulong> counts) =>
        counts.Aggregate(0UL, (sum, count) => sum + count);

    private static void CheckPings(TunnelPlan tunnel)
    {
        string host = PeerBoard.HostNamespace(tunnel);
        int FromHost(string address) =>
            PingTest.Run(host, address, Pings, CancellationToken.None).Answered;
        int FromFar(string address) => PeerSetUp.Guest.Ping(tunnel, address, Pings);
        Assert.That(
            (FromHost(TenantPlan.FarIp), FromHost(TenantPlan.FarIp6), FromFar(TenantPlan.HostIp),
                FromFar(TenantPlan.HostIp6)),
            Is.EqualTo((Pings, Pings, Pings, Pings)));
    }

    /// <summary>What went in came out or is counted as dropped, and the kernel got from the wire
    /// what the board counted.</summary>
    private void CheckCounters()
    {
        string lost = "";
        for (int n = 0; n < QuietTries; n++)
        {
            CounterSnapshot counters = _board.Counters();
            ulong entered = Sum(counters.Ports.Values.Select(port => port.In.Packets));
            ulong left = Sum(counters.Ports.Values.Select(port => port.Out.Packets - port.Copies));
            ulong dropped = Sum(counters.Drops.Values);
            long got = PeerBoard.FramesFromBoard();
            ulong sent = counters.Ports["wire.0"].Out.Packets;
            lost = $"{entered} in, {left} out, {dropped} dropped; {sent} to the wire, {got} there";
            if (entered == left + dropped && (ulong)got == sent)
            {
                TestContext.Out.WriteLine(lost);
                Assert.That(_board.IsRunning, Is.True);
                return;
            }

            Thread.Sleep(100); // a frame of the kernels' own is under way
        }

        Assert.Fail(lost);
    }

    private void Refused(
        string reason, IReadOnlyList<TunnelPlan> tunnels, Func<TunnelPlan, TunnelPlan> change)
    {
        TunnelPlan[] others =
            [.. tunnels.Select(t => change(t) with { Name = $"not-{t.Name}", AnyFlow = false })];
        string names = string.Join(' ', others.Select(other => other.Name));
        PeerGuest guest = PeerSetUp.Guest;
        ulong before = _board.Counters().Drops[reason];
        try
        {
            Array.ForEach(others, guest.Add);
            Assert.That(guest.Run($"ping_all {TenantPlan.HostIp} {names}"), Is.EqualTo("0"));
        }
        finally
        {
            guest.Run($"untunnel {names}");
        }

        Assert.That(_board.Counters().Drops[reason] - before,
            Is.GreaterThanOrEqualTo((ulong)others.Length));
        CheckCounters();
    }
}
