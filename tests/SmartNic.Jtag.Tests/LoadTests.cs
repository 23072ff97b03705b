using SmartNic.Flash;
using SmartNic.Jtag.Mpsse;
using SmartNic.Jtag.Tests.Model;
using SmartNic.Jtag.Xilinx;

namespace SmartNic.Jtag.Tests;

/// <summary>Configuration of a part, through a cable's commands, into the Verilog model.</summary>
public sealed class LoadTests
{
    private const int MegabyteWords = 1 << 18;

    [Test]
    public void A_megabyte_is_loaded_and_progress_is_shown()
    {
        using var chain = new SimChain(Present.Fpga0, SimPart.U50);
        using var target = Bench.Open(chain);
        var image = BitstreamBuilder.Image(SimPart.U50, MegabyteWords / 2, name: "xcu50-fsvh2104");
        List<LoadProgress> progress = [];
        var status = new XilinxConfigurator(target.Chain, target.Device)
            .Load(image, progress.Add);
        Assert.Multiple(() =>
        {
            Assert.That(image.Payload.Length, Is.GreaterThan(1 << 20));
            Assert.That(chain.IsConfigured());
            Assert.That(chain.FrameWords(), Is.EqualTo(MegabyteWords));
            Assert.That(status.Value, Is.EqualTo(chain.Stat()));
            Assert.That(progress.Select(p => p.Bytes), Is.Ordered.And.Unique);
            Assert.That(progress[^1].Percent, Is.EqualTo(100));
            Assert.That(progress[0].Expected.TotalSeconds,
                Is.EqualTo(8.0 * image.Payload.Length / 30e6).Within(1e-6));
        });
    }

    [TestCase(1)]
    [TestCase(2)]
    [TestCase(3)]
    [TestCase(4)]
    public void Parts_of_any_number_of_regions_are_loaded(int regions)
    {
        uint[] codes = [0x0362_C093, 0x14B7_7093, 0x04B3_1093, 0x04B5_7093];
        var part = new SimPart(codes[regions - 1],
            [.. Enumerable.Range(1, regions - 1).Select(i => 0x04B2_0093u + (uint)(i << 13))]);
        using var chain = new SimChain(Present.Fpga0, part);
        using var target = Bench.Open(chain);
        new XilinxConfigurator(target.Chain, target.Device)
            .Load(BitstreamBuilder.Image(part, 1000));
        Assert.That(chain.FrameWords(), Is.EqualTo(1000 * regions));
        Assert.That(chain.IsConfigured());
    }

    [TestCase(Present.Fpga0 | Present.OtherFirst)]
    [TestCase(Present.Fpga0 | Present.OtherLast)]
    public void Other_parts_in_the_chain_do_not_disturb(object present)
    {
        using var chain = new SimChain((Present)present, SimPart.Vu9p);
        using var target = Bench.Open(chain);
        new XilinxConfigurator(target.Chain, target.Device)
            .Load(BitstreamBuilder.Image(SimPart.Vu9p, 1000));
        Assert.That(chain.IsConfigured());
    }

    [TestCase(0)]
    [TestCase(1)]
    public void One_of_two_FPGAs_is_loaded_and_the_other_stays(int position)
    {
        using var chain =
            new SimChain(Present.Fpga0 | Present.Fpga1, SimPart.Vu9p, SimPart.Artix);
        using var target = Bench.Open(chain, position: position);
        // Position 0 is nearest to TDO, and that is the second from TDI.
        var (part, fpga) = position == 0 ? (SimPart.Artix, 1) : (SimPart.Vu9p, 0);
        new XilinxConfigurator(target.Chain, target.Device)
            .Load(BitstreamBuilder.Image(part, 500));
        Assert.That(chain.IsConfigured(fpga));
        Assert.That(chain.IsConfigured(1 - fpga), Is.False);
    }

    [Test]
    public void A_part_is_loaded_again_and_again()
    {
        using var chain = new SimChain(Present.Fpga0, SimPart.Artix);
        using var target = Bench.Open(chain);
        var configurator = new XilinxConfigurator(target.Chain, target.Device);
        foreach (int words in (int[])[100, 1, 257])
        {
            configurator.Load(BitstreamBuilder.Image(SimPart.Artix, words));
            Assert.That(chain.FrameWords(), Is.EqualTo(words));
        }

        configurator.Clear();
        Assert.That(chain.IsConfigured(), Is.False);
        Assert.That(configurator.ReadStatus().IsDone, Is.False);
    }

    [TestCase(64, 0x6010)]
    [TestCase(512, 0x6010)]
    [TestCase(512, 0x6011)]
    [TestCase(512, 0x6014)]
    public void Every_chip_and_speed_loads(int packetBytes, int product)
    {
        using var chain = new SimChain(Present.Fpga0, SimPart.Artix);
        using var target = Bench.Open(chain, (ushort)product, packetBytes);
        new XilinxConfigurator(target.Chain, target.Device)
            .Load(BitstreamBuilder.Image(SimPart.Artix, 40_000));
        Assert.That(chain.IsConfigured());
    }
}
