using SmartNic.Driver;
using SmartNic.Pci.Nic;

namespace SmartNic.Pci.Tests;

/// <summary>The register blocks of the NIC, good and bad.</summary>
public sealed class RegisterBlockTests
{
    private static CorundumNic Read(FakeSysfs sysfs)
    {
        using var bar = PciBoard.OpenNicBar(sysfs.Board());
        return new CorundumNic(bar, bar.LengthBytes);
    }

    [Test]
    public void Blocks_of_device_interfaces_and_ports_are_found()
    {
        using var sysfs = FakeSysfs.WithBoard();
        using var bar = PciBoard.OpenNicBar(sysfs.Board());
        var nic = new CorundumNic(bar, bar.LengthBytes);
        Assert.Multiple(() =>
        {
            Assert.That(nic.Blocks.Select(block => block.Name), Is.EqualTo(
                (string[])["fw_id", "if", "null", "app_info", "clk_info", "flash_spi"]));
            Assert.That(nic.Firmware, Is.EqualTo(new FirmwareId(
                0x14B77093, 0x1234, 0x10002, 0x10EE9032, 1, 1_700_000_000, 0xABCD0123, 7)));
            Assert.That(nic.Application, Is.EqualTo(ApplicationInfo.Id));
            Assert.That(nic.Interfaces, Has.Count.EqualTo(2));
            Assert.That(nic.Interfaces[1].Offset,
                Is.EqualTo(FakeSysfs.InterfaceOffset + FakeSysfs.InterfaceStride));
            Assert.That(nic.Interfaces[1].Blocks.Select(block => block.Name),
                Is.EqualTo((string[])["if_ctrl", "rx_queue_map", "port"]));
            Assert.That(nic.Interfaces[0].ReadPorts().Single().IsUp, Is.True);
            Assert.That(nic.Interfaces[1].ReadPorts().Single(),
                Is.EqualTo(new PortStatus(1, 3)));
            Assert.That(nic.Interfaces[1].ReadPorts().Single().IsUp, Is.False);
        });
    }

    [Test]
    public void A_block_of_an_unknown_type_is_passed_over()
    {
        using var sysfs = FakeSysfs.WithBoard();
        FakeSysfs.Poke(sysfs.NicBar, 0x80, 0xBEEF_0001);
        Assert.That(Read(sysfs).Blocks[2].Name, Is.EqualTo("0xbeef0001"));
    }

    [TestCase(0x140u, "the block at 0x140 leads to 0x140, which was there before")]
    [TestCase(0x40u, "the block at 0x140 leads to 0x40, which was there before")]
    [TestCase(0x181u, "the block at 0x140 leads to 0x181, not at a multiple of 4")]
    [TestCase(0xFF_FFF8u, "leads to 0xFFFFF8, outside of the region of 0x1000000 bytes")]
    [TestCase(0x8000_0000u, "leads to 0x80000000, outside of the region")]
    public void A_broken_link_is_named(uint link, string message)
    {
        using var sysfs = FakeSysfs.WithBoard();
        FakeSysfs.Poke(sysfs.NicBar, 0x148, link);
        Assert.That(() => Read(sysfs),
            Throws.TypeOf<PciException>().With.Message.Contains(message));
    }

    [Test]
    public void A_link_of_an_interface_stays_in_its_region()
    {
        using var sysfs = FakeSysfs.WithBoard();
        FakeSysfs.Poke(sysfs.NicBar,
            FakeSysfs.InterfaceOffset + FakeSysfs.CsrOffset + 8, FakeSysfs.InterfaceStride);
        Assert.That(() => Read(sysfs), Throws.TypeOf<PciException>().With.Message.Contains(
            "leads to 0x80000, outside of the region of 0x80000 bytes at 0x100000"));
    }

    [TestCase(17u)]
    [TestCase(16u, 0x1000000u)]
    [TestCase(1u, 0u)]
    [TestCase(1u, 0x8002u)]
    [TestCase(uint.MaxValue)]
    public void Interfaces_that_cannot_be_there_are_refused(uint count, uint stride = 0x80000)
    {
        using var sysfs = FakeSysfs.WithBoard();
        FakeSysfs.Poke(sysfs.NicBar, 0x50, count, stride);
        Assert.That(() => Read(sysfs),
            Throws.TypeOf<PciException>().With.Message.Contains("the block at 0x40 says"));
    }

    [Test]
    public void A_block_that_does_not_fit_in_its_region_is_named()
    {
        using var sysfs = FakeSysfs.WithBoard();
        FakeSysfs.Poke(sysfs.NicBar, 0x148, 0xFF_FFF4);
        FakeSysfs.Poke(sysfs.NicBar, 0xFF_FFF4, BlockType.Application, 0x200, 0);
        FakeSysfs.Poke(sysfs.NicBar, FakeSysfs.AppInfo, BlockType.Null);
        Assert.That(() => Read(sysfs), Throws.TypeOf<PciException>().With.Message.Contains(
            "the block at 0xFFFFF4 (app_info) has 16 bytes, but its region ends after 12"));
    }

    [TestCase(0x4u, "fw_id")]
    [TestCase(0x44u, "if")]
    [TestCase(FakeSysfs.AppInfo + 4, "app_info")]
    [TestCase(FakeSysfs.InterfaceOffset + FakeSysfs.QueueMap + 4, "rx_queue_map")]
    [TestCase(FakeSysfs.InterfaceOffset + FakeSysfs.PortControl + 4, "port_ctrl")]
    public void A_block_of_another_revision_is_named(uint version, string name)
    {
        using var sysfs = FakeSysfs.WithBoard();
        FakeSysfs.Poke(sysfs.NicBar, version, 0x300);
        Assert.That(() => Read(sysfs), Throws.TypeOf<PciException>().With.Message.Contains(
            $"the block at 0x{version - 4:X} ({name}) has version 0x300, this program knows 0x"));
    }

    [Test]
    public void The_end_of_a_list_without_end_is_named()
    {
        using var sysfs = FakeSysfs.WithBoard();
        for (uint at = 0; at < 300; at++)
        {
            FakeSysfs.Poke(sysfs.NicBar, 0x10 * at, BlockType.FirmwareId, 0x100, 0x10 * (at + 1));
        }

        Assert.That(() => Read(sysfs),
            Throws.TypeOf<PciException>().With.Message.Contains("more than 256 blocks"));
    }

    [Test]
    public void Memory_that_is_no_nic_is_said_to_be_none()
    {
        using var sysfs = FakeSysfs.WithBoard();
        FakeSysfs.Poke(sysfs.NicBar, 0, 0, 0, 0);
        Assert.That(() => Read(sysfs), Throws.TypeOf<PciException>()
            .With.Message.Contains("the first one has type 0x00000000"));
    }

    [Test]
    public void A_nic_that_reads_all_ones_is_lost()
    {
        using var sysfs = FakeSysfs.WithBoard();
        FakeSysfs.AllOnes(sysfs.NicBar);
        Assert.That(() => Read(sysfs), Throws.TypeOf<DeviceLostException>());
    }
}
