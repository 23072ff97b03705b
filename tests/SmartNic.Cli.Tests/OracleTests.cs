using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using SmartNic.Driver;
using SmartNic.Features;
using SmartNic.Testing;

namespace SmartNic.Cli.Tests;

/// <summary>
/// What the gateway made of frozen captures when they were recorded: each output's bytes and all
/// counters. Whoever changes how it is built leaves them as they are; who changes what it does
/// records them again, and shows the difference.
/// </summary>
public sealed class OracleTests
{
    private const ulong StartNs = 1_700_000_000_000_000_000;
    private const ulong StepNs = 1_300;
    private const string Counters = "counters.json";
    private const string Expected = "expected.txt";

    private static readonly string[] Backends = ["model", "sim"];

    private static string Place => Checkout.At("tests", "fixtures", "oracle");

    private static IEnumerable<TestCaseData> Worlds() => Directory.GetDirectories(Place).Order()
        .SelectMany(folder => Backends.Select(backend =>
            new TestCaseData(folder, backend).SetArgDisplayNames(
                Path.GetFileName(folder), backend)));

    [TestCaseSource(nameof(Worlds))]
    public void Outputs_are_the_recorded_ones(string world, string backend)
    {
        using var made = new Folder();
        Replay(world, backend, made);
        foreach (var name in new[] { Expected, Counters })
        {
            Assert.That(File.ReadAllText(made[name]),
                Is.EqualTo(File.ReadAllText(Path.Combine(world, name))), name);
        }
    }

    /// <summary>The captures reach whatever a replay can: a queue is never full there, and each
    /// port is known.</summary>
    [Test]
    public void Every_reason_to_drop_is_reached()
    {
        var reached = new Dictionary<string, ulong>();
        foreach (var world in Directory.GetDirectories(Place))
        {
            using var json = JsonDocument.Parse(File.ReadAllText(Path.Combine(world, Counters)));
            foreach (var drop in json.RootElement.GetProperty("drops").EnumerateObject())
            {
                reached[drop.Name] = reached.GetValueOrDefault(drop.Name) + drop.Value.GetUInt64();
            }
        }

        Assert.That(reached.Where(drop => drop.Value == 0).Select(drop => drop.Key),
            Is.EquivalentTo(["queue_full", "unknown_port"]));
    }

    /// <summary>Records what the gateway does now, see tests/fixtures/oracle/README.md.</summary>
    [Test]
    [Explicit("records the oracle again")]
    public void Record()
    {
        foreach (var world in Directory.GetDirectories(Place))
        {
            using var made = new Folder();
            Replay(world, "model", made);
            foreach (var name in new[] { Expected, Counters })
            {
                File.Copy(made[name], Path.Combine(world, name), overwrite: true);
            }
        }
    }

    /// <summary>Writes the captures that are not there yet, from seeds. Those that are stay: the
    /// random frames of the first four were others.</summary>
    [Test]
    [Explicit("writes captures")]
    public void Capture()
    {
        Capture("plain", 1, 1500, World.Config());
        Capture("two-interfaces", 2, 1200, World.Config(interfaces: 2));
        Capture("slow-rates", 3, 800, World.Config("300 kbit/s", "north"));
        Capture("tunnels", 4, 2000, World.Config());
        Capture("links", 5, 2000, World.Config());
        Capture("small-print", 6, 2000, SmallPrint());
        Capture("rules", 7, 2000, World.Config());
    }

    /// <summary>Ways that carry little, outer DSCP, and tenants that clamp.</summary>
    private static GatewayConfig SmallPrint()
    {
        var config = World.Config();
        return config with
        {
            Remotes = config.Remotes.Select((r, n) => r with
            {
                Mtu = (ushort)(n % 2 == 0 ? 0 : 900 + n), Dscp = (byte)(10 * (n % 6)),
            }).ToConfigList(),
            Tenants = config.Tenants.Select((t, n) => t with
            {
                Mtu = (ushort)(n % 2 == 0 ? 1000 + n : 0), TcpMss = (TcpMss)((n + 1) / 2 % 2),
                DscpMode = (DscpMode)(n / 2 % 2), Dscp = n == 1 ? (byte)33 : null,
            }).ToConfigList(),
        };
    }

    private static void Capture(string name, int seed, int frames, GatewayConfig config)
    {
        var folder = Path.Combine(Place, name);
        if (Directory.Exists(folder))
        {
            return;
        }

        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, "gateway.yaml"), ConfigWriter.Write(config));
        var interfaces = config.Tenants.Max(tenant => tenant.Interface) + 1;
        var traffic = new Traffic(seed, interfaces);
        var inputs = new SortedDictionary<string, List<(ulong, byte[])>>(StringComparer.Ordinal);
        for (var n = 0; n < frames; n++)
        {
            var frame = traffic.Next();
            if (NameOf(frame.Port, config) is { } port)
            {
                inputs.TryAdd(port, []);
                inputs[port].Add((StartNs + ((ulong)n * StepNs), frame.Bytes));
            }
        }

        foreach (var (port, packets) in inputs)
        {
            CaptureFile.Write(Path.Combine(folder, port + ".pcap"),
                (ushort)(IsSlow(port) ? 147 : 1), packets);
        }
    }

    private static bool IsSlow(string port) => port.StartsWith("slow", StringComparison.Ordinal);

    /// <summary>A port as replay names it; null for a queue that no tenant has.</summary>
    private static string? NameOf(PortId port, GatewayConfig config) => port.Kind switch
    {
        PortKind.Wire => $"wire.{port.Interface}",
        PortKind.Slow => $"slow.{port.Interface}",
        _ when port.Queue >= config.Tenants.Count => null,
        _ => config.Tenants[port.Queue] is var tenant && tenant.Interface == port.Interface
            ? $"host.{tenant.Name}" : null,
    };

    private static void Replay(string world, string backend, Folder made)
    {
        var inputs = Directory.GetFiles(world, "*.pcap").Order(StringComparer.Ordinal).ToList();
        string[] outputs = [.. inputs.Select(file => Path.GetFileNameWithoutExtension(file)!)];
        var result = Snic.Run(
            ["capture", "replay", "--backend", backend,
                "--config", Path.Combine(world, "gateway.yaml"),
                "--counters", made[Counters],
                .. inputs.Zip(outputs).SelectMany(i => new[] { "--in", $"{i.Second}={i.First}" }),
                .. outputs.SelectMany(port => new[] { "--out", $"{port}={made[port]}" })]);
        Assert.That(result.Code, Is.Zero, result.Error);
        File.WriteAllLines(made[Expected], outputs.Select(port => Describe(port, made[port])));
    }

    private static string Describe(string port, string file)
    {
        var packets = CaptureFile.Read(file, IsSlow(port) ? 147 : 1).Count;
        var hash = Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(file)));
        return string.Create(CultureInfo.InvariantCulture, $"{port} {packets} {hash}");
    }
}
