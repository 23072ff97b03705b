using SmartNic.Driver;
using SmartNic.Pci.Nic;
using SmartNic.Registers;

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

    /// <summary>
    /// Random memory, with many small words so that links often lead somewhere: the walk ends, with
    /// blocks or with an error of ours.
    /// </summary>
    [Test]
    public void Random_memory_never_hangs_or_crashes_the_walk()
    {
        var seed = Environment.TickCount;
        TestContext.Out.WriteLine($"seed {seed}");
        var random = new Random(seed);
        int nics = 0, errors = 0;
        for (var round = 0; round < 20_000; round++)
        {
            var bar = new RandomMemory(random, words: 1 << random.Next(3, 14));
            try
            {
                var nic = new CorundumNic(bar, bar.LengthBytes);
                nic.SteerQueues();
                nics += nic.Blocks.Count > 0 ? 1 : 0;
                foreach (var entry in nic.Interfaces)
                {
                    entry.ReadPorts();
                }
            }
            catch (PciException e)
            {
                Assert.That(e.Message, Does.Contain("register blocks of the NIC"));
                errors++;
            }
        }

        Assert.That(nics, Is.GreaterThan(100), $"seed {seed}: hardly any walk came to an end");
        Assert.That(errors, Is.GreaterThan(100), $"seed {seed}: hardly any walk failed");
    }

    /// <summary>Memory that fails the test when it is left.</summary>
    private sealed class RandomMemory : IBar
    {
        private static readonly uint[] Types =
            [0, 0xC000, 0xC001, 0xC002, 0xC003, 0xC005, 0xC090, uint.MaxValue];

        private readonly uint[] memory;

        public RandomMemory(Random random, int words)
        {
            memory = new uint[words];
            foreach (ref var word in memory.AsSpan())
            {
                word = random.Next(8) switch
                {
                    0 => (uint)random.NextInt64(1L << 32),
                    1 or 2 => Types[random.Next(Types.Length)],
                    3 => 0,
                    4 => (uint)random.Next(4),
                    _ => (uint)(4 * random.Next(words)),
                };
            }

            memory[0] = uint.MaxValue;
        }

        public long LengthBytes => 4L * memory.Length;

        public uint Read32(uint offset) => memory[Index(offset)];

        public void Write32(uint offset, uint value) => memory[Index(offset)] = value;

        public void WriteBlock(uint offset, ReadOnlySpan<uint> words) =>
            words.CopyTo(memory.AsSpan(Index(offset)));

        private static int Index(uint offset) => offset % 4 == 0
            ? checked((int)(offset / 4)) : throw new ArgumentOutOfRangeException(nameof(offset));
    }
}
