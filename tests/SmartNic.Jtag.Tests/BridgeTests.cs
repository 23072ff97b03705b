using SmartNic.Flash.Spi;
using SmartNic.Jtag.Bridge;
using SmartNic.Jtag.Tests.Model;
using SmartNic.Jtag.Xilinx;

namespace SmartNic.Jtag.Tests;

/// <summary>The SPI flash behind an FPGA, through a bridge that was loaded.</summary>
public sealed class BridgeTests
{
    private const uint BscanSpi = 0x5350_0001;
    private const uint SpiOverJtag = 0x5350_0002;

    [Test]
    public void Both_framings_reach_the_flash_in_chains_of_every_kind(
        [Values(BscanSpi, SpiOverJtag)] uint usercode,
        [Values(2u, 3u, 10u, 6u)] uint present)
    {
        using var chain = new SimChain((Present)present, SimPart.Vu9p, SimPart.Artix);
        using var target = Bench.Open(chain, position: (present & 12) != 0 ? 1 : null);
        var bus = Load(target, usercode);
        byte[] id = new byte[3];
        bus.Transfer([0x9F], id);
        Assert.That(bus.Framing, Is.EqualTo(
            usercode == BscanSpi ? BridgeFraming.BscanSpi : BridgeFraming.SpiOverJtag));
        Assert.That(id, Is.EqualTo((byte[])[0x20, 0xBB, 0x18]));
        Assert.That(chain.Misuse, Is.Zero);
    }

    [Test]
    public void Transfers_of_every_length_are_right(
        [Values(BscanSpi, SpiOverJtag)] uint usercode)
    {
        int seed = Random.Shared.Next();
        TestContext.Out.WriteLine($"seed {seed}");
        var random = new Random(seed);
        using var chain = new SimChain(Present.Fpga0, SimPart.Artix);
        using var target = Bench.Open(chain);
        var bus = Load(target, usercode);
        random.NextBytes(chain.Flash[..100_000]);
        foreach (int length in (int[])[1, 2, 26, 27, 28, 29, 31, 32, 33, 255, 256, 257, 2043,
            2044, 4000, 8186, 8187, 8188, 20_000])
        {
            int address = random.Next(0, 70_000);
            byte[] read = new byte[length];
            bus.Transfer([0x03, (byte)(address >> 16), (byte)(address >> 8), (byte)address], read);
            Assert.That(read.AsSpan().SequenceEqual(chain.Flash.Slice(address, length)),
                $"seed {seed}, {length} bytes at {address:x}");
        }
    }

    [Test]
    public void The_driver_erases_programs_and_reads(
        [Values(BscanSpi, SpiOverJtag)] uint usercode)
    {
        using var chain = new SimChain(Present.Fpga0 | Present.OtherLast, SimPart.U50);
        using var target = Bench.Open(chain);
        var flash = new SpiNor(Load(target, usercode), chain);
        byte[] data = [.. Enumerable.Range(0, 256).Select(i => (byte)(i * 7))];
        chain.Flash[0x1_0000..0x2_0000].Clear();
        flash.Erase(0x1_0000, 0x1_0000);
        flash.Program(0x1_0100, data);
        byte[] read = new byte[256];
        flash.Read(0x1_0100, read);
        Assert.That(read, Is.EqualTo(data));
        Assert.That(chain.Flash.Slice(0x1_0100, 256).SequenceEqual(data));
        Assert.That(chain.Flash[0x1_0000], Is.EqualTo(0xFF));
        Assert.That(chain.Misuse, Is.Zero);
    }

    internal static JtagSpiBus Load(JtagTarget target, uint usercode)
    {
        var part = target.Device.Part!.Regions switch
        {
            1 => SimPart.Artix,
            2 => SimPart.U50,
            _ => SimPart.Vu9p,
        };
        new XilinxConfigurator(target.Chain, target.Device)
            .Load(BitstreamBuilder.Image(part, 50, usercode));
        return JtagSpiBus.Detect(target.Chain, target.Device);
    }
}
