using System.Diagnostics;

namespace SmartNic.Packets.Tests;

public sealed class PcapWriterTests
{
    private const int Seed = 4711;

    [Test]
    public void What_is_written_is_read_back()
    {
        TestContext.Out.WriteLine($"seed {Seed}");
        var random = new Random(Seed);
        var path = Temporary("roundtrip.pcap");
        var written = new List<(ulong, byte[])>();
        using (var writer = PcapWriter.Create(path, LinkTypes.User0))
        {
            for (var i = 0; i < 500; i++)
            {
                var frame = new byte[random.Next(0, 9300)];
                random.NextBytes(frame);
                var time = (ulong)random.NextInt64(0, (1L << 32) * 1_000_000_000);
                writer.Write(time, frame);
                written.Add((time, frame));
            }
        }

        using var stream = File.OpenRead(path);
        var read = Captures.ReadAll(stream);
        Assert.That(read.Select(p => (p.TimeNs, p.Frame)), Is.EqualTo(written));
        Assert.That(read.Select(p => p.Link), Is.All.EqualTo(147));
    }

    [Test]
    public void The_bytes_are_those_of_the_format()
    {
        var stream = new MemoryStream();
        using (var writer = new PcapWriter(stream, "x", LinkTypes.Ethernet))
        {
            writer.Write(1_000_000_002, [0xAA, 0xBB]);
            Assert.That(writer.Packets, Is.EqualTo(1));
        }

        var expected = new CaptureBytes(bigEndian: false)
            .U32(0xA1B23C4D).U16(2).U16(4).U32(0).U32(0).U32(262144).U32(1)
            .U32(1).U32(2).U32(2).U32(2).Raw(0xAA, 0xBB);
        Assert.That(stream.ToArray(), Is.EqualTo(expected.ToArray()));
    }

    [Test]
    public void What_a_pcap_cannot_hold_is_an_error()
    {
        using var writer = new PcapWriter(new MemoryStream(), "x.pcap", LinkTypes.Ethernet);
        Assert.That(() => writer.Write((1UL << 32) * 1_000_000_000, [1]),
            Throws.TypeOf<CaptureException>().With.Message.Contains("2106"));
        Assert.That(() => writer.Write(0, new byte[262145]),
            Throws.TypeOf<CaptureException>().With.Message.Contains("262144"));
        Assert.That(() => PcapWriter.Create("/nowhere/x.pcap", 1),
            Throws.TypeOf<CaptureException>().With.Message.StartsWith("/nowhere/x.pcap: cannot"));
    }

    /// <summary>A foreign reader agrees with ours about our files.</summary>
    [Test]
    public void Tshark_reads_what_we_write()
    {
        var path = Temporary("tshark.pcap");
        byte[] frame = [2, 0, 0, 0, 0, 1, 2, 0, 0, 0, 0, 2, 8, 6, .. new byte[46]];
        using (var writer = PcapWriter.Create(path, LinkTypes.Ethernet))
        {
            writer.Write(1_368_908_504_837_063_001, frame);
            writer.Write(1_368_908_505_000_000_000, frame);
        }

        var start = new ProcessStartInfo("tshark")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            ArgumentList =
            {
                "-r", path, "-T", "fields", "-e", "frame.time_epoch", "-e", "frame.len",
                "-e", "eth.src",
            },
        };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.That(output.Replace('\t', ' '), Is.EqualTo("""
            1368908504.837063001 60 02:00:00:00:00:02
            1368908505.000000000 60 02:00:00:00:00:02

            """), process.StandardError.ReadToEnd());
    }

    private static string Temporary(string name) =>
        Path.Combine(TestContext.CurrentContext.WorkDirectory, name);
}
