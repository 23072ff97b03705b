namespace SmartNic.Cli.Tests;

/// <summary>A tunnel recorded by others comes out as it went in.</summary>
public sealed class ForeignCaptureTests
{
    private const int OuterBytes = 14 + 20 + 8 + 8;

    [TestCase("model")]
    [TestCase("sim")]
    public void Inner_frames_of_a_recorded_tunnel_are_byte_identical(string backend)
    {
        var capture = ForeignCaptures.Find("vxlan.pcap");
        using var replay = new ReplayFixture(Yaml.RecordedTunnel);
        replay.Replay(backend, "--in", $"wire={capture}",
            "--out", $"host.red={replay.Folder["red.pcap"]}",
            "--out", $"slow={replay.Folder["slow.pcap"]}",
            "--counters", replay.Folder["counters.json"]);

        var sent = CaptureFile.Read(capture);
        Assert.That(sent, Has.Count.EqualTo(10));
        Assert.That(replay.Output("red.pcap"),
            Is.EqualTo(sent.Select(packet => (packet.TimeNs, packet.Frame[OuterBytes..]))));
        Assert.That(replay.Output("slow.pcap", 147), Is.Empty);
        Assert.That(replay.Counter("tenants", "red", "rx", "packets"), Is.EqualTo(10));
        Assert.That(replay.Counter("ports", "host.red", "out", "packets"), Is.EqualTo(10));
    }
}
