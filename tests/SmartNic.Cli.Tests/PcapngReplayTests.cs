using System.Diagnostics;

namespace SmartNic.Cli.Tests;

/// <summary>
/// The format of an input does not matter; editcap of Wireshark is the other writer.
/// </summary>
public sealed class PcapngReplayTests
{
    [TestCase("pcapng")]
    [TestCase("nsecpcap")]
    [TestCase("pcap")]
    public void A_capture_in_another_format_gives_the_same_output(string format)
    {
        using var replay = new ReplayFixture();
        var wire = replay.Input("wire.pcap", [.. Enumerable.Range(0, 50).Select(i =>
            ((ulong)i * 1_000_000, ReplayTests.ToGateway(200, ReplayTests.Inner(60 + i, i))))]);
        using (var editcap = Process.Start("editcap", ["-F", format, wire, replay.Folder["other"]]))
        {
            editcap.WaitForExit();
            Assert.That(editcap.ExitCode, Is.Zero);
        }

        foreach (var input in new[] { "wire.pcap", "other" })
        {
            replay.Replay("model", "--in", $"wire={replay.Folder[input]}",
                "--out", $"host.blue={replay.Folder[input + ".out"]}");
        }

        Assert.That(File.ReadAllBytes(replay.Folder["other.out"]),
            Is.EqualTo(File.ReadAllBytes(replay.Folder["wire.pcap.out"])));
        Assert.That(replay.Output("other.out"), Has.Count.EqualTo(50));
    }
}
