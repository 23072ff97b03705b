namespace SmartNic.Packets.Tests;

/// <summary>Whatever the bytes, a reader ends or throws <see cref="CaptureException"/>.</summary>
public sealed class MutationTests
{
    private const int Seed = 20240607;

    [TestCase("pcap")]
    [TestCase("pcapng")]
    public void A_damaged_capture_never_breaks_the_reader(string kind)
    {
        TestContext.Out.WriteLine($"seed {Seed}");
        var random = new Random(Seed);
        var (ended, failed) = (0, 0);
        for (var round = 0; round < 20_000; round++)
        {
            var bytes = Build(kind, random.Next(2) == 1);
            for (var n = random.Next(1, 6); n > 0; n--)
            {
                bytes[random.Next(bytes.Length)] = random.Next(3) switch
                {
                    0 => 0xFF,
                    1 => (byte)random.Next(256),
                    _ => (byte)(1 << random.Next(8)),
                };
            }

            try
            {
                Captures.ReadAll(new MemoryStream(bytes, 0, random.Next(4, bytes.Length + 1)));
                ended++;
            }
            catch (CaptureException e)
            {
                Assert.That(e.Message, Does.StartWith("test.pcap: "));
                failed++;
            }
        }

        Assert.That(ended, Is.GreaterThan(100), "some damage is harmless");
        Assert.That(failed, Is.GreaterThan(100), "some damage is found");
    }

    [Test]
    public void Noise_after_each_magic_number_never_breaks_the_reader()
    {
        TestContext.Out.WriteLine($"seed {Seed}");
        var random = new Random(Seed);
        uint[] starts = [0xA1B2C3D4, 0xA1B23C4D, 0x0A0D0D0A];
        for (var round = 0; round < 20_000; round++)
        {
            var noise = new byte[random.Next(200)];
            random.NextBytes(noise);
            var capture = new CaptureBytes(round % 2 == 0).U32(starts[round % 3]).Raw(noise);
            try
            {
                Captures.ReadAll(capture.ToStream());
            }
            catch (CaptureException)
            {
                continue;
            }

            Assert.That(noise, Has.Length.EqualTo(20), "only a bare pcap header can be whole");
        }
    }

    private static byte[] Build(string kind, bool bigEndian) => kind == "pcap"
        ? new CaptureBytes(bigEndian).PcapHeader().PcapPacket(1, 2, Captures.Frame(20))
            .PcapPacket(3, 4, Captures.Frame(30)).ToArray()
        : new CaptureBytes(bigEndian).Section()
            .Interface(options: b => b.Option(9, 6).Option(2, 65).Option(0))
            .Enhanced(0, 99, Captures.Frame(20)).Simple(Captures.Frame(5))
            .Obsolete(0, 100, Captures.Frame(9)).ToArray();
}
