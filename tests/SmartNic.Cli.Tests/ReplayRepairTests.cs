namespace SmartNic.Cli.Tests;

/// <summary>Captures of others: out of order, cut, of another link type.</summary>
public sealed class ReplayRepairTests
{
    private const ulong Ms = 1_000_000;

    private static string[] Sorted(ReplayFixture replay, string wire, string within) =>
        ["--in", $"wire={wire}", "--sort-within", within,
            "--out", $"host.blue={replay.Folder["blue.pcap"]}"];

    private static byte[] Frame(int mark) =>
        ReplayTests.ToGateway(200, ReplayTests.Inner(80, mark));

    private static string Marks(ReplayFixture replay) =>
        string.Join(' ', replay.Output("blue.pcap").Select(packet => packet.Frame[^1]));

    [Test]
    public void Packets_within_the_amount_are_sorted_equal_stamps_in_file_order()
    {
        using var replay = new ReplayFixture();
        var wire = replay.Input("wire.pcap", (5 * Ms, Frame(1)), (4 * Ms, Frame(2)),
            (7 * Ms, Frame(3)), (5 * Ms, Frame(4)), (6 * Ms, Frame(5)), (7 * Ms, Frame(6)));
        var result = replay.Run("model", Sorted(replay, wire, "2ms"));
        Assert.That(result.Code, Is.Zero, result.Error);
        Assert.That(Marks(replay), Is.EqualTo("2 1 4 5 3 6"));
        Assert.That(replay.Output("blue.pcap").Select(packet => packet.TimeNs / Ms),
            Is.EqualTo((ulong[])[4, 5, 5, 6, 7, 7]));
        Assert.That(result.Error, Does.Contain(
            $"replay: {wire}: 3 packets were out of order, by at most 2ms; they were sorted"));
    }

    /// <summary>The amount is exact to the nanosecond.</summary>
    [TestCase("1000000ns", 0)]
    [TestCase("1ms", 0)]
    [TestCase("999999ns", 1)]
    public void What_lies_further_back_is_named(string within, int code)
    {
        using var replay = new ReplayFixture();
        var wire = replay.Input("wire.pcap", (3 * Ms, Frame(1)), (5 * Ms, Frame(2)),
            (4 * Ms, Frame(3)));
        var result = replay.Run("model", Sorted(replay, wire, within));
        Assert.That(result.Code, Is.EqualTo(code), result.Error);
        if (code != 0)
        {
            Assert.That(result.Error, Is.EqualTo($"snic: {wire}: packet 3 is stamped 0.004000000, "
                + "1ms before packet 2, stamped 0.005000000; --sort-within 999999ns is too short "
                + "(or sort the file: reordercap)\n"));
            Assert.That(File.Exists(replay.Folder["blue.pcap"]), Is.False);
        }
    }

    /// <summary>A window against an independent sort, seeded.</summary>
    [Test]
    public void A_shuffled_capture_comes_out_sorted()
    {
        const int Seed = 20261128;
        TestContext.Out.WriteLine($"seed {Seed}");
        var random = new Random(Seed);
        using var replay = new ReplayFixture();
        var sent = Enumerable.Range(0, 5000).Select(i =>
            ((10 * Ms) + ((ulong)i * 100) - (ulong)random.Next(0, 50_000), Frame(i))).ToArray();
        var wire = replay.Input("wire.pcap", sent);
        replay.Replay("model", Sorted(replay, wire, "100us"));
        Assert.That(replay.Output("blue.pcap").Select(p => (p.TimeNs, p.Frame[^1])), Is.EqualTo(
            sent.OrderBy(p => p.Item1).Select(p => (p.Item1, p.Item2[^1]))));
    }

    [Test]
    public void More_than_the_window_holds_is_an_error()
    {
        var window = new Replay.SortWindow(ulong.MaxValue);
        var frame = new byte[1 << 20];
        var count = 0;
        for (; !window.IsFull; count++)
        {
            Assert.That(window.TryAdd((ulong)count, count, frame), Is.True);
            Assert.That(window.TryTake(isEnd: false), Is.False);
        }

        Assert.That(count, Is.EqualTo(256));
    }

    [Test]
    public void Cut_packets_are_left_out_and_counted_where_that_is_asked_for()
    {
        using var replay = new ReplayFixture();
        var wire = replay.Input("wire.pcap", (1, Frame(1)), (2, Frame(2)), (3, Frame(3)));
        var bytes = File.ReadAllBytes(wire);
        bytes[24 + 16 + Frame(1).Length + 12] += 1; // original length of packet 2
        File.WriteAllBytes(wire, bytes[..^5]);
        string[] line = ["--in", $"wire={wire}", "--counters", replay.Folder["counters.json"],
            "--out", $"host.blue={replay.Folder["blue.pcap"]}"];
        Assert.That(replay.Run("model", line).Error, Does.Contain($"{wire}: packet 2 (offset ")
            .And.Contain("): is cut by the snapshot length: 130 of 131 bytes are in the file; "
                + "capture with -s 0, or leave such packets out with --skip-cut"));
        var result = replay.Run("model", [.. line, "--skip-cut"]);
        Assert.That(result.Code, Is.Zero, result.Error);
        Assert.That(result.Error, Does.Contain($"replay: {wire}: 2 cut packets were left out"));
        Assert.That(Marks(replay), Is.EqualTo("1"));
        Assert.That(replay.Counter("skipped", "cut"), Is.EqualTo(2));
        Assert.That(replay.Counter("ports", "wire.0", "in", "packets"), Is.EqualTo(1));
    }

    [TestCase(113, "LINKTYPE_LINUX_SLL (113)", "tcpdump -i eth0")]
    [TestCase(276, "LINKTYPE_LINUX_SLL2 (276)", "tcprewrite --dlt=enet")]
    [TestCase(101, "LINKTYPE_RAW (101)", "tcprewrite --dlt=enet")]
    [TestCase(228, "LINKTYPE_IPV4 (228)", "tcprewrite --dlt=enet")]
    [TestCase(229, "LINKTYPE_IPV6 (229)", "tcprewrite --dlt=enet")]
    [TestCase(0, "LINKTYPE_NULL (0)", "the loopback interface")]
    [TestCase(127, "LINKTYPE_IEEE802_11_RADIOTAP (127)", "capture on the wired side")]
    [TestCase(147, "LINKTYPE_USER0 (147)", "enter with --in slow=FILE")]
    [TestCase(300, "link type 300", "capture on an Ethernet interface")]
    public void Another_link_type_says_what_to_do(int linkType, string name, string advice)
    {
        using var replay = new ReplayFixture();
        var wire = CaptureFile.Write(
            replay.Folder["wire.pcap"], (ushort)linkType, [(1, new byte[40])]);
        var result = replay.Run("model", "--in", $"wire={wire}");
        Assert.That(result.Code, Is.EqualTo(1));
        Assert.That(result.Error, Does.Contain($"{wire}: packet 1 is of {name}; expected "
            + "LINKTYPE_ETHERNET (1) on this port; ").And.Contain(advice));
    }

    [Test]
    public void Both_backends_repair_alike()
    {
        const int Seed = 20261129;
        TestContext.Out.WriteLine($"seed {Seed}");
        var random = new Random(Seed);
        using var replay = new ReplayFixture();
        var wire = replay.Input("wire.pcap", [.. Enumerable.Range(0, 400).Select(i =>
            ((10 * Ms) + ((ulong)i * 700) - (ulong)random.Next(0, 9000), Frame(i)))]);
        var bytes = File.ReadAllBytes(wire);
        for (var i = 0; i < 400; i += 7)
        {
            bytes[24 + (i * (16 + Frame(0).Length)) + 12] += 1;
        }

        File.WriteAllBytes(wire, bytes);
        foreach (var backend in new[] { "model", "sim" })
        {
            replay.Replay(backend, "--in", $"wire={wire}", "--sort-within", "20us", "--skip-cut",
                "--counters", replay.Folder[$"{backend}.json"],
                "--out", $"host.blue={replay.Folder[$"{backend}.pcap"]}");
        }

        Assert.That(replay.Output("model.pcap"), Has.Count.EqualTo(400 - 58));
        foreach (var kind in new[] { "pcap", "json" })
        {
            Assert.That(File.ReadAllBytes(replay.Folder[$"sim.{kind}"]),
                Is.EqualTo(File.ReadAllBytes(replay.Folder[$"model.{kind}"])));
        }
    }
}
