using SmartNic.Flash;
using SmartNic.Flash.Writing;
using SmartNic.Jtag.Bridge;
using SmartNic.Jtag.Mpsse;
using SmartNic.Jtag.Tests.Model;
using SmartNic.Usb;

namespace SmartNic.Jtag.Tests;

/// <summary>
/// An image into the flash behind an FPGA, end to end: cable, bridge, NOR flash, each a model;
/// cables pulled and power lost at random points, and the same again until it is done.
/// </summary>
[CancelAfter(120_000)]
public sealed class IndirectFlashTests
{
    private const int FallbackBytes = 0x4_0000;
    private const int SegmentBytes = 0x4_0000;
    private const uint SpiOverJtag = 0x5350_0002;
    private static readonly byte[] Sync = [0xAA, 0x99, 0x55, 0x66];

    private static readonly FpgaImage Bridge =
        BitstreamBuilder.Image(SimPart.Artix, 50, SpiOverJtag);

    [Test]
    public void An_image_is_written_and_read_back()
    {
        using var chain = Board(1);
        byte[] image = Image(2, 16_000);
        var link = Bench.Link(new FtdiModel(chain));
        var report = Write(chain, link, image);
        TestContext.Out.WriteLine($"{link.RoundTrips} round trips for {image.Length} bytes");
        Assert.Multiple(() =>
        {
            Assert.That(report.IsChanged);
            Assert.That(chain.Flash.Slice(FallbackBytes, image.Length).SequenceEqual(image));
            Assert.That(chain.Misuse, Is.Zero);
            Assert.That(Write(chain, Bench.Link(new FtdiModel(chain)), image).IsChanged,
                Is.False, "it is there already");
        });
    }

    [TestCase(false)]
    [TestCase(true)]
    public void Pulled_cables_and_lost_power_leave_the_fallback_and_no_half_an_image(bool power)
    {
        int seed = Random.Shared.Next();
        TestContext.Out.WriteLine($"seed {seed}");
        var random = new Random(seed);
        for (int round = 0; round < 3; round++)
        {
            using var chain = Board(seed + round);
            int pulls = WriteUntilDone(chain, Image(seed - round, 16_000), random, power);
            TestContext.Out.WriteLine($"{pulls} pulls");
        }
    }

    private static int WriteUntilDone(SimChain chain, byte[] image, Random random, bool power)
    {
        byte[] fallback = chain.Flash[..FallbackBytes].ToArray();
        int pulls = 0;
        for (bool isDone = false; !isDone;)
        {
            // Later and later on average, so that it ends; a whole run takes about 250 KB.
            var cable = new FtdiModel(chain)
            {
                PulledAfterBytes = random.NextInt64(20_000 * (pulls + 1)),
            };
            try
            {
                Write(chain, Bench.Link(cable), image);
                isDone = true;
            }
            catch (Exception e) when (e is UsbException or JtagException)
            {
                Assert.That(e.Message, Does.Contain("unplugged"), $"pull {pulls}");
                pulls++;
            }

            if (power)
            {
                chain.LosePower((uint)random.Next());
            }

            var segment = chain.Flash.Slice(FallbackBytes, SegmentBytes);
            Assert.That(chain.Flash[..FallbackBytes].SequenceEqual(fallback), $"pull {pulls}");
            Assert.That(
                segment.IndexOf(Sync) < 0 || segment[..image.Length].SequenceEqual(image)
                    || IsOld(segment),
                $"pull {pulls}: half an image that looks whole");
        }

        Assert.That(chain.Flash.Slice(FallbackBytes, image.Length).SequenceEqual(image));
        return pulls;
    }

    [Test]
    public void A_bitstream_that_is_no_bridge_is_told()
    {
        using var chain = new SimChain(Present.Fpga0, SimPart.Artix);
        using var target = Bench.Open(chain);
        var other = BitstreamBuilder.Image(SimPart.Artix, 50);
        Assert.That(() => new BridgedFlash(target, other, chain), Throws.TypeOf<JtagException>()
            .With.Message.Contains("no SPI flash answers through design.bit (its identification"));
    }

    [Test]
    public void Reboot_clears_the_FPGA()
    {
        using var chain = new SimChain(Present.Fpga0, SimPart.Artix, clearUs: 0);
        using var target = Bench.Open(chain);
        new BridgedFlash(target, Bridge, chain).Reboot();
        Assert.That(chain.IsConfigured(), Is.False);
    }

    private static bool IsOld(ReadOnlySpan<byte> segment) =>
        segment[..OldImage.Length].SequenceEqual(OldImage);

    private static readonly byte[] OldImage = Image(77, 4000);

    private static SimChain Board(int seed)
    {
        var chain = new SimChain(Present.Fpga0, SimPart.Artix);
        new Random(seed).NextBytes(chain.Flash[..FallbackBytes]);
        OldImage.CopyTo(chain.Flash[FallbackBytes..]);
        return chain;
    }

    private static byte[] Image(int seed, int frameWords) =>
        BitstreamBuilder.Image(SimPart.Artix, frameWords, seed: seed).Payload.ToArray();

    private static FlashReport Write(SimChain chain, MpsseLink link, byte[] image)
    {
        using var target = new JtagTarget(link);
        var flash = new BridgedFlash(target, Bridge, chain);
        var bank = new FlashBank(flash.Memory, FallbackBytes, SegmentBytes);
        return new Flasher(new Silent(), CancellationToken.None).Write([bank], [image]);
    }

    private sealed class Silent : IFlashProgress
    {
        public void Begin(FlashStage stage, long totalBytes)
        {
        }

        public void Advance(long bytes)
        {
        }

        public void Note(string text) => TestContext.Out.WriteLine(text);
    }
}
