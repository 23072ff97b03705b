using SmartNic.Testing;

namespace SmartNic.Cli.Tests;

/// <summary>The native kernels and the Verilog write the same files.</summary>
public sealed class BackendTests
{
    private const int Seed = 20250117;

    [TestCase(64)]
    [TestCase(128)]
    [TestCase(256)]
    [TestCase(512)]
    public void Both_backends_write_the_same_bytes(int width)
    {
        TestContext.Out.WriteLine($"seed {Seed}");
        var random = new Random(Seed);
        using var replay = new ReplayFixture();
        var time = 1_700_000_000_000_000_000UL;
        (ulong, byte[])[] Inputs(int count, Func<int, byte[]> frame) =>
            [.. Enumerable.Range(0, count).Select(i => (time + ((ulong)i * 700), frame(i)))];
        var wire = replay.Input("wire.pcap", Inputs(1500, _ => FromWire(random)));
        var red = replay.Input("red.pcap", Inputs(700, i => FromHost(random, i)));
        var blue = replay.Input("blue.pcap", Inputs(700, i => FromHost(random, i)));
        var slow = replay.Input("slow.pcap", Inputs(300, _ => FromSlow(random)));
        string[] ports = ["wire", "host.red", "host.blue", "slow"];
        foreach (var backend in new[] { "model", "sim" })
        {
            replay.Replay(backend,
                ["--width", $"{width}", "--in", $"wire={wire}", $"host.red={red}",
                    $"host.blue={blue}", $"slow={slow}",
                    "--counters", replay.Folder[backend + ".json"],
                    .. ports.SelectMany(port =>
                        new[] { "--out", $"{port}={replay.Folder[$"{backend}.{port}"]}" })]);
        }

        foreach (var name in ports.Append("json"))
        {
            Assert.That(File.ReadAllBytes(replay.Folder[$"sim.{name}"]),
                Is.EqualTo(File.ReadAllBytes(replay.Folder[$"model.{name}"])), name);
            Assert.That(new FileInfo(replay.Folder[$"sim.{name}"]).Length, Is.GreaterThan(1000));
        }
    }

    /// <summary>Tunnels on two interfaces, the tenant's host port on the second.</summary>
    [Test]
    public void Both_backends_write_the_same_bytes_with_two_interfaces()
    {
        var yaml = Yaml.TwoTenants
            .Replace("vni: 200", "vni: 200\n    interface: 1")
            .Replace("remotes:", """
                  - { name: north, interface: 1, ip: 192.168.203.2, mac: "02:00:00:00:00:03" }
                remotes:
                """);
        using var replay = new ReplayFixture(yaml);
        var (red, blue) = (ReplayTests.Inner(90, 1), ReplayTests.Inner(91, 2));
        var first = replay.Input("wire0.pcap", [.. Enumerable.Range(0, 200).Select(i =>
            ((ulong)i * 10, ReplayTests.ToGateway(i % 2 == 0 ? 100u : 200u, red)))]);
        var second = replay.Input("wire1.pcap", [.. Enumerable.Range(0, 200).Select(i =>
            ((ulong)i * 10, Frames.VxlanFrame("192.168.202.1", "192.168.203.2", 200, blue)))]);
        var host = replay.Input("blue.pcap", [.. Enumerable.Range(0, 50).Select(i =>
            ((ulong)i * 30, blue))]);
        string[] ports = ["wire.0", "wire.1", "host.red", "host.blue", "slow.1"];
        foreach (var backend in new[] { "model", "sim" })
        {
            replay.Replay(backend,
                ["--in", $"wire={first}", $"wire.1={second}", $"host.blue={host}",
                    "--counters", replay.Folder[backend + ".json"],
                    .. ports.SelectMany(port =>
                        new[] { "--out", $"{port}={replay.Folder[$"{backend}.{port}"]}" })]);
        }

        foreach (var name in ports.Append("json"))
        {
            Assert.That(File.ReadAllBytes(replay.Folder[$"sim.{name}"]),
                Is.EqualTo(File.ReadAllBytes(replay.Folder[$"model.{name}"])), name);
        }

        Assert.That(replay.Output("sim.host.blue"), Has.Count.EqualTo(300));
        Assert.That(replay.Output("sim.wire.1"), Has.Count.EqualTo(50));
        Assert.That(replay.Output("sim.wire.0"), Is.Empty);
    }

    [Test]
    public void A_waveform_changes_nothing_else()
    {
        using var replay = new ReplayFixture();
        var inner = ReplayTests.Inner(100, 1);
        var wire = replay.Input("wire.pcap", (1, ReplayTests.ToGateway(100, inner)));
        replay.Replay("sim", "--in", $"wire={wire}", "--out", $"host.red={replay.Folder["plain"]}");
        replay.Replay("sim", "--in", $"wire={wire}", "--out", $"host.red={replay.Folder["traced"]}",
            "--trace", replay.Folder["waves.fst"]);
        Assert.That(File.ReadAllBytes(replay.Folder["traced"]),
            Is.EqualTo(File.ReadAllBytes(replay.Folder["plain"])));
        Assert.That(new FileInfo(replay.Folder["waves.fst"]).Length, Is.GreaterThan(1000));
    }

    /// <summary>Lengths around the limits of the board and of a capture.</summary>
    [Test]
    public void Both_backends_take_every_length()
    {
        using var replay = new ReplayFixture();
        int[] lengths = [1, 13, 14, 63, 64, 9215, 9216, 9217, 9218, 20_000, 262_144, 60];
        var input = replay.Input("in.pcap", [.. lengths.Select((length, i) =>
            ((ulong)i, Enumerable.Range(0, length).Select(n => (byte)(n * 2)).ToArray()))]);
        foreach (var backend in new[] { "model", "sim" })
        {
            replay.Replay(backend, "--in", $"wire={input}", $"host.red={input}",
                "--out", $"slow={replay.Folder[$"{backend}.slow"]}",
                "--counters", replay.Folder[$"{backend}.json"]);
        }

        foreach (var name in new[] { "slow", "json" })
        {
            Assert.That(File.ReadAllBytes(replay.Folder[$"sim.{name}"]),
                Is.EqualTo(File.ReadAllBytes(replay.Folder[$"model.{name}"])), name);
        }
    }

    private static byte[] FromWire(Random random)
    {
        var vni = random.Next(5) switch { 0 => 300u, < 3 => 100u, _ => 200u };
        var frame = ReplayTests.ToGateway(vni, Inner(random));
        switch (random.Next(6))
        {
            case 0:
                frame[random.Next(52)] ^= (byte)(1 << random.Next(8));
                return frame;
            case 1:
                return frame[..random.Next(1, frame.Length)];
            case 2:
                return Frames.Ethernet(0xFFFFFFFFFFFF, 0x020000000002, 0x0806, Frames.Arp(
                    1, 0x020000000002, "192.168.202.1", 0, "192.168.203.1"));
            default:
                return frame;
        }
    }

    private static byte[] FromHost(Random random, int number)
    {
        if (number % 9 == 0)
        {
            return Frames.Ethernet(0xFFFFFFFFFFFF, Yaml.RedMac, 0x0806,
                Frames.Arp(1, Yaml.RedMac, "10.0.0.1", 0, "10.0.0.2"));
        }

        var frame = Inner(random);
        if (number % 5 == 0)
        {
            frame[random.Next(14)] ^= (byte)(1 << random.Next(8));
        }

        return frame;
    }

    private static byte[] FromSlow(Random random)
    {
        var header = new byte[32];
        header[0] = (byte)(random.Next(8) == 0 ? 2 : 1);
        header[1] = (byte)random.Next(random.Next(8) == 0 ? 256 : 4);
        header[5] = (byte)random.Next(4);
        header[10] = (byte)random.Next(256);
        header[13] = (byte)random.Next(3);
        header[15] = (byte)random.Next(1, 3);
        return [.. header, .. Inner(random)];
    }

    private static byte[] Inner(Random random) =>
        ReplayTests.Inner(random.Next(10) == 0 ? random.Next(1500, 9300) : random.Next(43, 300),
            random.Next(256));
}
