using SmartNic.Flash.Bpi;
using SmartNic.Flash.Spi;
using SmartNic.Sim.Flash;

namespace SmartNic.Flash.Tests;

/// <summary>The drivers of the parts and of Corundum's register blocks.</summary>
public sealed class DriverTests
{
    [Test]
    public void A_serial_chip_tells_what_it_is()
    {
        using var rig = new Rig(FlashBoardKind.Spi);
        using var flash = rig.Open();
        var chip = (SpiNor)flash.Memories.Single();
        Assert.Multiple(() =>
        {
            Assert.That(chip.Part.Id, Is.EqualTo(0x20BB20));
            Assert.That(chip.Part.QuadDummyBytes, Is.EqualTo(1));
            Assert.That(chip.Geometry.SizeBytes, Is.EqualTo(64 << 20));
            Assert.That(chip.SectorBytes(0, 1 << 20), Is.EqualTo(64 << 10));
            Assert.That(chip.SectorBytes(0x2000, 1 << 20), Is.EqualTo(4 << 10));
            Assert.That(chip.SectorBytes(0, 0x8000), Is.EqualTo(4 << 10));
            Assert.That(chip.SectorBytes(0x2100, 1 << 20), Is.Zero);
        });
    }

    [TestCase(FlashBoardKind.Bpi, 0x10000, 32 << 10, 2)]
    [TestCase(FlashBoardKind.BpiMicron, 0x40000, 256 << 10, 1024)]
    public void A_parallel_chip_tells_what_it_is(
        FlashBoardKind kind, long address, int sector, int commit)
    {
        using var rig = new Rig(kind);
        using var flash = rig.Open();
        var chip = (CfiNor)flash.Memories.Single();
        Assert.Multiple(() =>
        {
            Assert.That(chip.Geometry.SizeBytes, Is.EqualTo(64 << 20));
            Assert.That(chip.Geometry.PageBytes, Is.EqualTo(1024));
            Assert.That(chip.Geometry.CommitBytes, Is.EqualTo(commit));
            Assert.That(chip.SectorBytes(address, 1 << 20), Is.EqualTo(sector));
            Assert.That(chip.SectorBytes(address + 2, 1 << 20), Is.Zero);
        });
    }

    [Test]
    public void Only_clocks_that_bring_data_in_are_read()
    {
        using var rig = new Rig(FlashBoardKind.Spi);
        using var flash = rig.Open();
        var (chip, data) = (flash.Memories[0], new byte[4096]);
        var reads = rig.Board.Reads;
        chip.Read(0, data);
        Assert.That(rig.Board.Reads - reads, Is.EqualTo(2 * data.Length), "four lines");

        using var parallel = new Rig(FlashBoardKind.Bpi);
        using var bpi = parallel.Open();
        bpi.Memories[0].Read(0, data);
        reads = parallel.Board.Reads;
        bpi.Memories[0].Read(0, data);
        Assert.That(parallel.Board.Reads - reads, Is.EqualTo(data.Length / 2), "16 lines");
    }

    [TestCase(0x04)]
    [TestCase(0x5C)]
    public void A_protected_chip_is_left_alone_until_it_is_allowed(int status)
    {
        using var rig = new Rig(FlashBoardKind.Spi);
        rig.Board.Protect(0, (byte)status);
        using (var flash = rig.Open())
        {
            var chip = flash.Memories[0];
            Assert.That(chip.Protection(0, 1), Does.Contain($"status register 0x{status:X2}"));

            // The topmost sector is protected by either value.
            var failure = Assert.Throws<FlashException>(
                () => chip.Erase((64 << 20) - (64 << 10), 64 << 10));
            Assert.That(failure!.Message, Does.Contain("the area is protected"));
            chip.Unprotect();
            Assert.That(chip.Protection(0, 1), Is.Null);
            chip.Erase((64 << 20) - (64 << 10), 64 << 10);
        }

        Assert.That(rig.Board.Misuse, Is.Zero);
    }

    [Test]
    public void Nothing_outside_of_the_segment_can_be_touched()
    {
        using var rig = new Rig(FlashBoardKind.Spi);
        using var flash = rig.Open();
        var bank = flash.Banks(flash.Segments.Default)[0];
        Assert.Multiple(() =>
        {
            Assert.That(() => bank.Erase(bank.Start - 4096, 4096),
                Throws.TypeOf<InvalidOperationException>());
            Assert.That(() => bank.Program(bank.End - 1, new byte[2]),
                Throws.TypeOf<InvalidOperationException>());
        });
        rig.AssertFallback("refused");
    }

    [Test]
    public void A_page_program_of_the_model_wraps_clears_only_and_needs_the_latch()
    {
        using var rig = new Rig(FlashBoardKind.Spi);
        var bus = new CorundumSpi(rig.Board, 0x50);
        const int page = 0x20_0000;
        byte[] Program(byte offset, params byte[] data) => [0x12, 0, 0x20, 0, offset, .. data];

        bus.Transfer(Program(0, 0x00), []);
        rig.Board.Wait(1_000_000);
        Assert.That(rig.Board.Memory(0)[page], Is.EqualTo(0xFF), "no write enable");
        Assert.That(rig.Board.Misuse, Is.EqualTo(1));

        bus.Transfer([0x06], []);
        bus.Transfer(Program(0xFF, 0xF0, 0x0F), []);
        Assert.That(rig.Board.Memory(0)[page], Is.EqualTo(0xFF), "still busy");
        bus.Transfer([0x06], []);
        Assert.That(rig.Board.Misuse, Is.EqualTo(2), "ignored while busy");
        rig.Board.Wait(1_000_000);
        Assert.That(rig.Board.Memory(0)[page + 0xFF], Is.EqualTo(0xF0));
        Assert.That(rig.Board.Memory(0)[page], Is.EqualTo(0x0F), "wrapped");

        bus.Transfer([0x06], []);
        bus.Transfer(Program(0, 0xFA), []);
        rig.Board.Wait(1_000_000);
        Assert.That(rig.Board.Memory(0)[page], Is.EqualTo(0x0A), "ones stay zeros");
    }

    [Test]
    public void A_parallel_model_is_locked_at_power_up_and_keeps_its_errors()
    {
        using var rig = new Rig(FlashBoardKind.Bpi);
        var bus = new CorundumBpi(rig.Board, 0x40);
        const uint block = 0x40_0000;
        int Status()
        {
            bus.Write(block, 0x70);
            return bus.Read(block);
        }

        bus.Write(block, 0x20);
        bus.Write(block, 0xD0);
        Assert.That(Status(), Is.EqualTo(0xA2), "erase failed, block locked");
        bus.Write(block, 0xFF);
        Assert.That(Status(), Is.EqualTo(0xA2), "sticky");
        bus.Write(block, 0x50);
        Assert.That(Status(), Is.EqualTo(0x80));
        bus.Write(block, 0x60);
        bus.Write(block, 0xD0);
        bus.Write(block, 0x20);
        bus.Write(block, 0xD0);
        Assert.That(Status(), Is.Zero, "busy");
        bus.Write(block, 0xFF);
        Assert.That(rig.Board.Misuse, Is.EqualTo(1), "ignored while busy");
        rig.Board.Wait(1_000_000_000);
        Assert.That(Status(), Is.EqualTo(0x80));
        bus.Write(block, 0x20);
        bus.Write(block, 0x01);
        Assert.That(Status(), Is.EqualTo(0xB0), "no sequence");
    }
}
