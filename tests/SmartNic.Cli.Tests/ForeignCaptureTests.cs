namespace SmartNic.Cli.Tests;

/// <summary>A tunnel recorded by others comes out as it went in.</summary>
public sealed class ForeignCaptureTests
{
    private const int OuterBytes = 14 + 20 + 8 + 8;

    [Test]
    public void Inner_frames_of_a_recorded_tunnel_are_byte_identical(
        [Values("model", "sim")] string backend, [Values] bool east)
    {
        var capture = ForeignCaptures.Find("vxlan.pcap");
        string[] ends = ["192.168.203.1", "192.168.202.1"];
        var (local, remote) = east ? (ends[1], ends[0]) : (ends[0], ends[1]);
        using var replay = new ReplayFixture(Yaml.RecordedTunnel(local, remote));
        replay.Replay(backend, "--in", $"wire={capture}",
            "--out", $"host.red={replay.Folder["red.pcap"]}",
            "--out", $"slow={replay.Folder["slow.pcap"]}",
            "--counters", replay.Folder["counters.json"]);

        var sent = CaptureFile.Read(capture);
        Assert.That(sent, Has.Count.EqualTo(10));
        var ours = sent.Where(packet => packet.Frame.AsSpan(30, 4).SequenceEqual(
            System.Net.IPAddress.Parse(local).GetAddressBytes())).ToList();
        Assert.That(ours, Has.Count.EqualTo(5));
        Assert.That(replay.Output("red.pcap"),
            Is.EqualTo(ours.Select(packet => (packet.TimeNs, packet.Frame[OuterBytes..]))));
        Assert.That(replay.Output("slow.pcap", 147), Is.Empty);
        Assert.That(replay.Counter("tenants", "red", "rx", "packets"), Is.EqualTo(5));
        Assert.That(replay.Counter("ports", "host.red", "out", "packets"), Is.EqualTo(5));
        Assert.That(replay.Counter("drops", "foreign_address"), Is.EqualTo(5));
    }
}
