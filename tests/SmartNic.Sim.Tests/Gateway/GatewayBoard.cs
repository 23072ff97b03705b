namespace SmartNic.Sim.Tests.Gateway;

/// <summary>The gateway in RTL with a configuration in force, in parallel mode.</summary>
internal sealed class GatewayBoard : IDisposable
{
    /// <summary>Tags of what goes towards the wire have this bit.</summary>
    public const ushort TxTag = 0x8000;

    /// <summary>Tenant indices 0 to below this are in use.</summary>
    public const int Tenants = 5;

    private static readonly PortKind[] Kinds = [PortKind.Wire, PortKind.Host, PortKind.Slow];

    private readonly byte[] _buffer = new byte[SimCore.MaxFrameBytes];
    private ulong _in, _out;

    public GatewayBoard(
        int width = 512, int interfaces = 1, GatewayConfig? config = null, string? top = null)
    {
        Core = new SimCore(SimBuild.Gateway(width, interfaces, top: top));
        Driver = GatewayDriver.Attach(
            Core, options: new AttachOptions { TablesAreEmpty = true });
        ApplyResult result = Driver.Apply(config ?? World.Config(interfaces: interfaces));
        Assert.That(result.Errors, Is.Empty);
        for (ushort n = 0; n < World.Tenants.Length; n++)
        {
            Assert.That(Driver.TenantIndex(World.Tenants[n]), Is.EqualTo(n + 1));
        }
    }

    public SimCore Core { get; }

    public GatewayDriver Driver { get; }

    /// <summary>The same chance of gaps on every input, and of stalls on every output.</summary>
    public void Shape(double gaps, double stalls, int seed)
    {
        foreach (PortKind kind in Kinds)
        {
            for (int n = 0; n < Core.Interfaces; n++)
            {
                Core.SetGaps(kind, n, gaps, (ulong)seed + (ulong)kind);
                Core.SetStalls(kind, n, stalls, (ulong)seed + 100 + (ulong)kind);
            }
        }
    }

    public void Push(TestFrame frame, ushort tag)
    {
        Core.Push(frame.Port, 0, tag, frame.Bytes, frame.Bad);
        _in++;
    }

    /// <summary>Runs until idle, and takes what came out.</summary>
    public List<OutputFrame> Run(long maxClocks = 20_000_000)
    {
        Assert.That(Core.Run(maxClocks), Is.True, "the board does not become idle");
        return [.. Take().Select(o => o.Frame)];
    }

    /// <summary>Takes what came out so far, with the clocks.</summary>
    public List<(OutputFrame Frame, SimFrame Seen)> Take()
    {
        List<(OutputFrame, SimFrame)> frames = [];
        while (Core.TryPop(_buffer, out SimFrame f))
        {
            frames.Add((new(f.Port, f.TimeNs, f.Tag, _buffer[..f.LengthBytes]), f));
            _out++;
        }

        return frames;
    }

    /// <summary>Nothing is lost uncounted, by the counters and by what the test saw.</summary>
    public void AssertConservation()
    {
        Assert.Multiple(() =>
        {
            ulong packetsIn = 0, packetsOut = 0;
            for (int n = 0; n < Core.Interfaces; n++)
            {
                Assert.That(Conservation.Violations(Core, Tenants, n), Is.Empty);
                PacketCount[] ports = new CounterReader(Core).Ports(n);
                packetsIn += ports[0].Packets + ports[2].Packets + ports[4].Packets;
                packetsOut += ports[1].Packets + ports[3].Packets + ports[5].Packets;
            }

            Assert.That(packetsIn, Is.EqualTo(_in), "frames in");
            Assert.That(packetsOut, Is.EqualTo(_out), "frames out");
        });
    }

    public void Dispose() => Core.Dispose();
}
