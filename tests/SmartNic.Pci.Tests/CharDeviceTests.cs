using System.Buffers.Binary;
using System.Text;
using SmartNic.Pci.Linux;

namespace SmartNic.Pci.Tests;

/// <summary>The kernel module's device, played by a file and a table of answers.</summary>
public sealed class CharDeviceTests
{
    [Test]
    public void A_board_opens_by_the_regions_of_the_module()
    {
        using var sysfs = FakeSysfs.WithBoard();
        using var device = Device(sysfs, new FakeModule());
        Assert.That(device.Info, Is.EqualTo(new CharDeviceInfo(12, 13, 14, 15, 16, 17, 3)));
        Assert.That(device.Regions[1], Is.EqualTo(
            new CharDeviceRegion(1, CharDevice.ApplicationRegion, FakeSysfs.BarBytes, "app")));
        using var board = PciBoard.Open(device);
        board.Bar.Write32(0x24, 0x55);
        Assert.That(board.Bar.Read32(0x24), Is.EqualTo(0x55));
        Assert.That(board.Nic.SteerQueues(), Is.EqualTo(2));
    }

    [Test]
    public void A_module_without_application_region_is_a_nic_without_application()
    {
        using var sysfs = FakeSysfs.WithBoard();
        using var device = Device(sysfs, new FakeModule { AppType = 0x2000 });
        Assert.That(() => PciBoard.Open(device),
            Throws.TypeOf<PciException>().With.Message.Contains("has no application"));
    }

    [Test]
    public void Another_interface_version_is_refused()
    {
        using var sysfs = FakeSysfs.WithBoard();
        Assert.That(() => Device(sysfs, new FakeModule { Version = 1 }),
            Throws.TypeOf<PciException>().With.Message.Contains("ioctl interface version 1"));
    }

    [Test]
    public void Too_many_regions_are_refused()
    {
        using var sysfs = FakeSysfs.WithBoard();
        Assert.That(() => Device(sysfs, new FakeModule { Regions = 65 }),
            Throws.TypeOf<PciException>().With.Message.Contains("says that it has 65 regions"));
    }

    [Test]
    public void A_file_that_is_no_device_refuses_the_real_calls()
    {
        using var sysfs = FakeSysfs.WithBoard();
        Assert.That(() => CharDevice.Open(sysfs.NicBar),
            Throws.TypeOf<PciException>().With.Message.Contains("is not a device of Corundum"));
        Assert.That(() => CharDevice.Open(sysfs.NicBar + "9"),
            Throws.TypeOf<PciException>().With.Message.Contains("is not there"));
    }

    /// <summary>The module's file: BAR0 at 0, BAR2 at 2^40, nothing (a hole) between.</summary>
    private static CharDevice Device(FakeSysfs sysfs, FakeModule module)
    {
        var path = Path.Combine(sysfs.Root, "mqnic0");
        using (var file = new FileStream(path, FileMode.Create, FileAccess.Write))
        {
            file.Write(File.ReadAllBytes(sysfs.NicBar));
            file.Position = 1L << 40;
            file.Write(File.ReadAllBytes(sysfs.AppBar));
        }

        return new CharDevice(path, LinuxCalls.OpenDevice(path), module);
    }

    private sealed class FakeModule : IDeviceControl
    {
        public int Version { get; init; }

        public uint Regions { get; init; } = 3;

        public uint AppType { get; init; } = CharDevice.ApplicationRegion;

        public int Call(uint request, Span<byte> argument)
        {
            switch (request)
            {
                case 0x88C0:
                    return Version;
                case 0x88C1:
                    Assert.That(Word(argument, 0), Is.EqualTo(44), "argsz");
                    for (var i = 2; i < 9; i++)
                    {
                        Put(argument, i, (uint)(10 + i));
                    }

                    Put(argument, 9, Regions);
                    return 0;
                case 0x88C2:
                    Assert.That(Word(argument, 0), Is.EqualTo(72), "argsz");
                    var index = Word(argument, 2);
                    Put(argument, 3, index == 0 ? CharDevice.NicRegion : index == 1 ? AppType : 0);
                    BinaryPrimitives.WriteInt64LittleEndian(argument[24..], FakeSysfs.BarBytes);
                    BinaryPrimitives.WriteInt64LittleEndian(argument[32..], (long)index << 40);
                    Encoding.ASCII.GetBytes(index == 1 ? "app\0" : "ctrl\0", argument[40..]);
                    return 0;
                default:
                    throw new AssertionException($"request {request:X}");
            }
        }

        private static uint Word(Span<byte> bytes, int index) =>
            BinaryPrimitives.ReadUInt32LittleEndian(bytes[(4 * index)..]);

        private static void Put(Span<byte> bytes, int index, uint value) =>
            BinaryPrimitives.WriteUInt32LittleEndian(bytes[(4 * index)..], value);
    }
}
