using SmartNic.Driver;
using SmartNic.Registers;

namespace SmartNic.Pci.Tests;

/// <summary>A BAR is memory of the process; its end, and a removed device, are errors.</summary>
public sealed class BarTests
{
    private static PciBar Open(FakeSysfs sysfs) => PciBoard.OpenApplicationBar(sysfs.Board());

    [Test]
    public void Words_go_to_the_device_and_come_from_it()
    {
        using var sysfs = FakeSysfs.WithBoard();
        using var bar = Open(sysfs);
        bar.Write32(0x24, 0xCAFE_F00D);
        bar.WriteBlock(0x1_0000, [1, 2, 3]);
        bar.WriteBlock(0x1_0000, []);
        FakeSysfs.Poke(sysfs.AppBar, 0x1_0040, 77);
        Assert.Multiple(() =>
        {
            Assert.That(FakeSysfs.Peek(sysfs.AppBar, 0x24), Is.EqualTo(0xCAFE_F00D));
            Assert.That(FakeSysfs.Peek(sysfs.AppBar, 0x1_0008), Is.EqualTo(3));
            Assert.That(bar.Read32(0x1_0000), Is.EqualTo(1));
            Assert.That(bar.Read32(0x1_0040), Is.EqualTo(77));
            Assert.That(bar.LengthBytes, Is.EqualTo(FakeSysfs.BarBytes));
        });
    }

    [TestCase(1)]
    [TestCase(16)]
    [TestCase(100)]
    public void An_exchange_is_its_accesses_in_order(int rounds)
    {
        using var sysfs = FakeSysfs.WithBoard();
        using var bar = Open(sysfs);
        List<BarAccess> accesses = [];
        for (uint n = 0; n < rounds; n++)
        {
            accesses.AddRange([BarAccess.Read(0x1_0000), BarAccess.Write(0x1_0000, n + 1)]);
        }

        var words = new uint[rounds];
        bar.Exchange(accesses.ToArray(), words);
        Assert.Multiple(() =>
        {
            Assert.That(words, Is.EqualTo(Enumerable.Range(0, rounds)));
            Assert.That(FakeSysfs.Peek(sysfs.AppBar, 0x1_0000), Is.EqualTo(rounds));
        });
    }

    [TestCase(0x100_0000u)]
    [TestCase(0xFF_FFFEu)]
    [TestCase(0x1u)]
    [TestCase(uint.MaxValue)]
    public void Accesses_outside_of_the_window_are_refused(uint offset)
    {
        using var sysfs = FakeSysfs.WithBoard();
        using var bar = Open(sysfs);
        Assert.That(() => bar.Read32(offset), Throws.TypeOf<ArgumentOutOfRangeException>());
        Assert.That(() => bar.Write32(offset, 0), Throws.TypeOf<ArgumentOutOfRangeException>());
        Assert.That(() => bar.WriteBlock(0xFF_FFFC, [1, 2]),
            Throws.TypeOf<ArgumentOutOfRangeException>());
        Assert.That(() => bar.Exchange([BarAccess.Write(0, 0), BarAccess.Write(offset, 0)], []),
            Throws.TypeOf<ArgumentOutOfRangeException>());
    }

    [Test]
    public void A_register_may_hold_all_ones_as_long_as_the_device_answers()
    {
        using var sysfs = FakeSysfs.WithBoard();
        using var bar = Open(sysfs);
        bar.Write32(0x24, uint.MaxValue);
        Assert.That(bar.Read32(0x24), Is.EqualTo(uint.MaxValue));
    }

    [Test]
    public void A_device_that_reads_all_ones_is_lost()
    {
        using var sysfs = FakeSysfs.WithBoard();
        using var bar = Open(sysfs);
        FakeSysfs.AllOnes(sysfs.AppBar);
        Assert.That(() => bar.Read32(0x24),
            Throws.TypeOf<DeviceLostException>().With.Message.Contains("all ones at 0x24"));
        Assert.That(() => bar.Read32(0), Throws.TypeOf<DeviceLostException>());
        Assert.That(() => bar.Exchange([BarAccess.Read(0x24)], new uint[1]),
            Throws.TypeOf<DeviceLostException>());
    }

    [Test]
    public void A_device_whose_files_are_gone_is_lost_and_not_touched()
    {
        using var sysfs = FakeSysfs.WithBoard();
        using var bar = Open(sysfs);
        File.Delete(sysfs.AppBar);
        Assert.That(() => bar.Read32(0x24),
            Throws.TypeOf<DeviceLostException>().With.Message.Contains("device removed"));
        Assert.That(() => bar.Write32(0x24, 1), Throws.TypeOf<DeviceLostException>());
        Assert.That(() => bar.WriteBlock(0x24, [1]), Throws.TypeOf<DeviceLostException>());
        Assert.That(() => bar.Exchange([BarAccess.Write(0x24, 1)], []),
            Throws.TypeOf<DeviceLostException>());
    }

    [Test]
    public void A_closed_window_is_not_touched()
    {
        using var sysfs = FakeSysfs.WithBoard();
        var bar = Open(sysfs);
        bar.Dispose();
        Assert.That(() => bar.Read32(0), Throws.TypeOf<ObjectDisposedException>());
    }

    [TestCase(0)]
    [TestCase(0x1_FFFF)]
    public void A_window_that_is_too_small_is_refused(long bytes)
    {
        using var sysfs = FakeSysfs.WithBoard();
        FakeSysfs.Resize(sysfs.AppBar, bytes);
        Assert.That(() => Open(sysfs), Throws.TypeOf<PciException>()
            .With.Message.Contains($"has {bytes} bytes, at least 131072 are needed"));
    }
}
