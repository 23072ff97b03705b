namespace SmartNic.Cli.Tests;

/// <summary>What is wrong with a replay is said clearly, and leaves nothing behind.</summary>
public sealed class ReplayErrorTests
{
    [TestCase("--in wire=%wire --out host.green=%out", "has no tenant green; it has blue, red")]
    [TestCase("--in host.green=%wire --out wire=%out", "has no tenant green")]
    [TestCase("--in wired=%wire --out wire=%out", "there is no port 'wired'")]
    [TestCase("--in wire.01=%wire --out wire=%out", "there is no port 'wire.01'")]
    [TestCase("--in wire.256=%wire --out wire=%out", "there is no port 'wire.256'")]
    [TestCase("--in wire.8=%wire --out wire=%out", "port wire.8: the board has 8 interfaces, "
        + "from 0; expected wire.0 to wire.7")]
    [TestCase("--in wire=%wire --out slow.9=%out", "port slow.9: the board has 8 interfaces, from "
        + "0; expected slow.0 to slow.7")]
    [TestCase("--in wire=%wire --interfaces 9", "--interfaces 9: expected 1 to 8")]
    [TestCase("--in wire=%wire --interfaces x", "--interfaces x: expected a whole number")]
    [TestCase("--in wire=%wire --sort-within 1", "--sort-within 1: expected a whole number with "
        + "ns, us, ms or s, such as 1ms, at most 3600s")]
    [TestCase("--in wire=%wire --sort-within 0ms", "--sort-within 0ms: expected")]
    [TestCase("--in wire=%wire --sort-within 1.5ms", "--sort-within 1.5ms: expected")]
    [TestCase("--in wire=%wire --sort-within 3601s", "--sort-within 3601s: expected")]
    [TestCase("--in wire=%wire --sort-within 18446744073709551617ns", "expected a whole number")]
    [TestCase("--in host.=%wire --out wire=%out", "there is no port 'host.'")]
    [TestCase("--in host.Red=%wire --out wire=%out", "there is no port 'host.Red'")]
    [TestCase("--in %wire --out wire=%out", "expected PORT=FILE")]
    [TestCase("--in wire= --out wire=%out", "expected PORT=FILE")]
    [TestCase("--in wire=%wire --out wire=%out wire.0=%out2", "given 2 times")]
    [TestCase("--in wire=%wire --out wire=%out slow=%out", "by the same replay")]
    [TestCase("--in wire=%wire --out wire=%wire", "would be overwritten, but it is read")]
    [TestCase("--in wire=%wire --out wire=%out --counters %out", "by the same replay")]
    [TestCase("--in wire.1=%wire --interfaces 1", "the board has 1 interface, from 0")]
    [TestCase("--in wire=%wire --trace %out", "--trace needs --backend sim")]
    public void Wrong_usage_is_exit_code_2(string line, string message)
    {
        using var replay = new ReplayFixture();
        replay.Input("wire.pcap", (1, [1, 2, 3]));
        var result = replay.Run("model", Words(replay, line));
        Assert.That(result.Code, Is.EqualTo(2));
        Assert.That(result.Error, Does.Contain(message));
        Assert.That(replay.Folder.Names, Is.EqualTo(["gateway.yaml", "wire.pcap"]));
    }

    [Test]
    public void A_stamp_that_goes_back_names_file_packet_and_both_stamps()
    {
        using var replay = new ReplayFixture();
        var wire = replay.Input("wire.pcap", (1_000_000_005, [1]), (2_000_000_000, [1]),
            (1_999_999_999, [1]));
        var result = Fails(replay, $"wire={wire}");
        Assert.That(result.Error, Does.Contain($"{wire}: packet 3 is stamped 1.999999999, before "
            + "packet 2, stamped 2.000000000"));
    }

    [Test]
    public void Wrong_captures_are_exit_code_1()
    {
        using var replay = new ReplayFixture();
        var wire = replay.Input("wire.pcap", (1, [1]));
        var slow = replay.Input("slow.pcap", (1, new byte[40]));
        var noise = replay.Folder.Write("noise.pcap", "this is no capture");
        var cut = replay.Folder["cut.pcap"];
        File.WriteAllBytes(cut, File.ReadAllBytes(slow)[..^1]);
        var empty = replay.Input("empty.pcap", (1, []));
        Assert.Multiple(() =>
        {
            Assert.That(Fails(replay, $"wire={slow}").Error, Does.Contain(
                $"{slow}: packet 1 is of LINKTYPE_USER0 (147); expected LINKTYPE_ETHERNET (1)"));
            Assert.That(Fails(replay, $"slow={wire}").Error,
                Does.Contain("expected LINKTYPE_USER0 (147)"));
            Assert.That(Fails(replay, $"wire={noise}").Error,
                Does.Contain($"{noise}: at offset 0: not a capture"));
            Assert.That(Fails(replay, $"slow={cut}").Error,
                Does.Contain($"{cut}: the file is truncated in packet 1"));
            Assert.That(Fails(replay, $"wire={empty}").Error, Does.Contain("packet 1 is empty"));
            Assert.That(Fails(replay, $"wire={replay.Folder["none.pcap"]}").Error,
                Does.Contain("there is no such file"));
        });
    }

    [Test]
    public void A_wrong_configuration_is_exit_code_1_with_line_and_column()
    {
        using var replay = new ReplayFixture("version: 1\ntenants: [ { name: red, vni: 0 } ]\n");
        var wire = replay.Input("wire.pcap", (1, [1]));
        Assert.That(Fails(replay, $"wire={wire}").Error, Does.Contain("gateway.yaml:2:"));
    }

    [Test]
    public void A_failure_on_the_way_keeps_the_outputs_of_before()
    {
        using var replay = new ReplayFixture();
        var wire = replay.Input("wire.pcap", (2, [1]), (1, [1]));
        var before = replay.Folder.Write("out.pcap", "kept");
        Assert.That(replay.Run("model", "--in", $"wire={wire}", "--out", $"wire={before}",
            "--counters", replay.Folder["counters.json"]).Code, Is.EqualTo(1));
        Assert.That(File.ReadAllText(before), Is.EqualTo("kept"));
        Assert.That(replay.Folder.Names, Is.EqualTo(["gateway.yaml", "out.pcap", "wire.pcap"]));
    }

    [Test]
    public void Outputs_that_cannot_be_written_are_exit_code_1()
    {
        using var replay = new ReplayFixture();
        var wire = replay.Input("wire.pcap", (2, [1]));
        var result = replay.Run("model", "--in", $"wire={wire}", "--out", "wire=/no/such/out.pcap");
        Assert.That(result.Code, Is.EqualTo(1));
        Assert.That(result.Error, Is.EqualTo(
            "snic: /no/such/out.pcap: cannot be written: there is no such folder\n"));
        result = replay.Run("model", "--in", $"wire={wire}", "--out", "wire=/dev/full");
        Assert.That(result.Code, Is.EqualTo(1));
        Assert.That(result.Error, Is.EqualTo(
            "snic: /dev/full: cannot be written: no space left on device\n"));
    }

    [Test]
    public void A_link_is_followed_and_a_device_is_written_to()
    {
        using var replay = new ReplayFixture();
        var wire = replay.Input("wire.pcap", (2, [1]));
        replay.Folder.Write("real.pcap", "old");
        File.CreateSymbolicLink(replay.Folder["link.pcap"], replay.Folder["real.pcap"]);
        replay.Replay("model", "--in", $"wire={wire}", "--counters", "/dev/null",
            "--out", $"wire={replay.Folder["link.pcap"]}");
        Assert.That(new FileInfo(replay.Folder["link.pcap"]).LinkTarget, Is.Not.Null);
        Assert.That(CaptureFile.Read(replay.Folder["real.pcap"]), Is.Empty);
        Assert.That(File.Exists("/dev/null"), Is.True);
        Assert.That(new FileInfo("/dev/null").Length, Is.Zero);
    }

    [Test]
    public async Task An_interrupted_replay_writes_nothing()
    {
        using var replay = new ReplayFixture();
        var wire = replay.Input("wire.pcap",
            [.. Enumerable.Range(0, 40_000).Select(i => ((ulong)i, new byte[20]))]);
        using var cancel = new CancellationTokenSource();
        await cancel.CancelAsync();
        var result = await Snic.RunAsync(cancel.Token, "capture", "replay", "--backend", "model",
            "--config", replay.Config, "--in", $"wire={wire}",
            "--out", $"wire={replay.Folder["out.pcap"]}");
        Assert.That(result.Code, Is.EqualTo(1));
        Assert.That(replay.Folder.Names, Is.EqualTo(["gateway.yaml", "wire.pcap"]));
    }

    private static SnicResult Fails(ReplayFixture replay, string input)
    {
        var result = replay.Run(
            "model", "--in", input, "--out", $"wire={replay.Folder["out.pcap"]}");
        Assert.That(result.Code, Is.EqualTo(1), result.Error);
        Assert.That(File.Exists(replay.Folder["out.pcap"]), Is.False);
        return result;
    }

    private static string[] Words(ReplayFixture replay, string line) => line
        .Replace("%wire", replay.Folder["wire.pcap"], StringComparison.Ordinal)
        .Replace("%out", replay.Folder["out.pcap"], StringComparison.Ordinal).Split(' ');
}
