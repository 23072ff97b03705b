using SmartNic.Packets;
using SmartNic.Sim.Model;

namespace SmartNic.Sim.Tests.Gateway;

/// <summary>
/// Packets that were recorded: from the kernel peer (tests/fixtures), and from other tunnels where
/// those captures are on the machine. Both boards, with gaps and stalls, give the same.
/// </summary>
public sealed class RecordedTests
{
    [TestCase(512, 51)]
    [TestCase(64, 52)]
    public void TheKernelPeersPacketsGiveTheSame(int width, int seed)
    {
        string folder = Path.Combine(Checkout.Root, "tests", "fixtures");
        ConfigResult config = ConfigLoader.Load(Path.Combine(folder, "gateway.yaml"));
        Assert.That(config.Errors, Is.Empty);
        List<(ulong TimeNs, TestFrame Frame)> frames =
        [
            .. Read(Path.Combine(folder, "wire.pcap"), PortId.Wire(0)),
            .. Read(Path.Combine(folder, "host.red.pcap"), PortId.Host(0, 1)),
            .. Read(Path.Combine(folder, "host.blue.pcap"), PortId.Host(0, 2)),
        ];
        int delivered = Same(width, seed, config.Config!, [.. frames.OrderBy(f => f.TimeNs)]);
        Assert.That(delivered, Is.GreaterThan(frames.Count / 2));
    }

    [TestCase("vxlan.pcap")]
    [TestCase("gso-ipv4-vxlan-ipv4.pcap")]
    [TestCase("geneve-gcp.pcap")]
    [TestCase("various_gre.pcap")]
    public void PacketsOfOtherTunnelsGiveTheSame(string name)
    {
        string path = ForeignCaptures.Find(name);
        var wire = Read(path, PortId.Wire(0)).OrderBy(f => f.TimeNs).ToList();
        Assert.That(wire, Is.Not.Empty);
        Same(512, 53, World.Config(), wire);
        // As if a tenant had sent them.
        Same(512, 54, World.Config(), [.. wire.Select(f =>
            (f.TimeNs, f.Frame with { Port = PortId.Host(0, 1) }))]);
    }

    private static IEnumerable<(ulong TimeNs, TestFrame Frame)> Read(string path, PortId port)
    {
        using CaptureReader reader = CaptureReader.Open(path);
        while (reader.Next())
        {
            yield return (reader.TimeNs, new TestFrame(port, reader.Frame.ToArray()));
        }
    }

    /// <summary>Runs both boards and compares; returns how many frames came out.</summary>
    private static int Same(
        int width, int seed, GatewayConfig config, List<(ulong TimeNs, TestFrame Frame)> frames)
    {
        TestContext.Out.WriteLine($"seed {seed}");
        using SimBoard sim = new(SimBuild.Gateway(width));
        using ModelBoard model = new();
        foreach (PortKind kind in Enum.GetValues<PortKind>())
        {
            sim.Core.SetGaps(kind, 0, 0.3, (ulong)seed);
            sim.Core.SetStalls(kind, 0, 0.5, (ulong)seed + 1);
        }

        List<OutputFrame>[] seen = [Run(sim, config, frames), Run(model, config, frames)];
        Assert.That(seen[0], Is.EqualTo(seen[1]));
        Assert.That(Conservation.Violations(sim.Bar, GatewayBoard.Tenants), Is.Empty);
        return seen[0].Count;
    }

    private static List<OutputFrame> Run(
        IReplayBoard board, GatewayConfig config, List<(ulong TimeNs, TestFrame Frame)> frames)
    {
        GatewayDriver driver = GatewayDriver.Attach(
            board.Bar, options: new AttachOptions { TablesAreEmpty = true });
        Assert.That(driver.Apply(config).Errors, Is.Empty);
        ushort tag = 0;
        foreach ((ulong timeNs, TestFrame frame) in frames)
        {
            board.Inject(frame.Port, timeNs, tag++, frame.Bytes);
        }

        List<OutputFrame> seen = [];
        board.Drain((port, time, t, bytes) => seen.Add(new(port, time, t, bytes.ToArray())));
        return [.. seen.OrderBy(f => f.Tag)];
    }
}
