using SmartNic.Demo;
using SmartNic.Driver;
using SmartNic.Features;
using SmartNic.Guest.Card;
using SmartNic.Packets;
using SmartNic.Sim;
using SmartNic.SlowPath;

namespace SmartNic.Guest;

/// <summary>
/// What happens to the card: frames that were recorded from the Linux kernel's VXLAN device and the
/// tenants' hosts, and an ARP request for the endpoint; and what has to come out of it.
/// </summary>
internal sealed class Scenario
{
    // Tenants in the order of their indices, which are their host queues.
    private static readonly (string File, ushort Queue)[] Hosts =
        [("host.red.pcap", 1), ("host.blue.pcap", 2)];

    // Who has 192.0.2.1? Tell 192.0.2.2
    private static readonly byte[] ArpRequest = Convert.FromHexString(
        "FFFFFFFFFFFF020000000002080600010800060400010200000000"
        + "02C0000202000000000000C0000201");

    /// <summary>Reads the captures.</summary>
    /// <exception cref="DemoException">They are not there.</exception>
    public Scenario()
    {
        string fixtures = Paths.Fixtures();

        // The card has a clock of its own: no frame may depend on how long the guest takes.
        Yaml = File.ReadAllText(Path.Combine(fixtures, "gateway.yaml"))
            .Replace("rate: 64 kbit/s", "rate: 10 Gbit/s", StringComparison.Ordinal)
            .Replace("burst: 4 KiB", "burst: 1 MiB", StringComparison.Ordinal);
        ConfigResult result = ConfigLoader.Parse(Yaml, "gateway.yaml");
        Config = result.Config ?? throw new DemoException(string.Join('\n', result.Errors));
        Inputs =
        [
            new CardFrame(PortId.Wire(0), ArpRequest),
            .. Read(Path.Combine(fixtures, "wire.pcap"), PortId.Wire(0)),
            .. Hosts.SelectMany(host =>
                Read(Path.Combine(fixtures, host.File), PortId.Host(0, host.Queue))),
        ];
    }

    /// <summary>The configuration, as a user writes it.</summary>
    public string Yaml { get; }

    /// <summary>What it means.</summary>
    public GatewayConfig Config { get; }

    /// <summary>Frames in, in the order of their arrival at each port.</summary>
    public IReadOnlyList<CardFrame> Inputs { get; }

    /// <summary>What comes out of the simulated board with the slow path in this process.</summary>
    public IReadOnlyList<CardFrame> Reference(out CounterSnapshot counters)
    {
        using var board = new SimBoard();
        var logs = Microsoft.Extensions.Logging.Abstractions.NullLoggerFactory.Instance;
        GatewayDriver driver = GatewayDriver.Attach(board.Bar, logs, null);
        ApplyResult applied = driver.Apply(Config);
        if (!applied.Ok)
        {
            throw new DemoException(string.Join('\n', applied.Errors));
        }

        var engine = new SlowPathEngine(SlowPathWorldBuilder.Build(driver));
        var outputs = new List<CardFrame>();
        var answers = new Answers();
        ulong now = 1_000_000;
        ushort tag = 0;
        List<CardFrame> next = [.. Inputs];
        while (next.Count > 0)
        {
            foreach (CardFrame frame in next)
            {
                board.Inject(frame.Port, now += 1000, tag++, frame.Bytes);
            }

            board.Drain((port, _, _, bytes) =>
            {
                if (port.Kind == PortKind.Slow)
                {
                    engine.Handle(bytes, now);
                    engine.Send(ref answers, int.MaxValue);
                }
                else
                {
                    outputs.Add(new CardFrame(port, bytes.ToArray()));
                }
            });
            next = answers.Take();
        }

        counters = driver.ReadCounters();
        return outputs;
    }

    private static IEnumerable<CardFrame> Read(string path, PortId port)
    {
        using CaptureReader reader = CaptureReader.Open(path);
        while (reader.Next())
        {
            yield return new CardFrame(port, reader.Frame.ToArray());
        }
    }

    private struct Answers : IInjectionSink
    {
        private List<CardFrame>? frames;

        public bool TryInject(ReadOnlySpan<byte> frame)
        {
            (frames ??= []).Add(new CardFrame(PortId.Slow(frame[3]), frame.ToArray()));
            return true;
        }

        public List<CardFrame> Take()
        {
            List<CardFrame> taken = frames ?? [];
            frames = null;
            return taken;
        }
    }
}
