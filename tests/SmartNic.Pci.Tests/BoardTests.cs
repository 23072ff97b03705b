using SmartNic.Driver;
using SmartNic.Features;
using SmartNic.Registers;
using G = SmartNic.Registers.GlobalRegisters;

namespace SmartNic.Pci.Tests;

/// <summary>Opening a board, everything that can be wrong with it, and the driver on it.</summary>
public sealed class BoardTests
{
    private const uint AppMask = FakeSysfs.InterfaceOffset + FakeSysfs.QueueMap + 0x18;

    [Test]
    public void The_driver_attaches_applies_a_configuration_and_reads_counters()
    {
        using var sysfs = FakeSysfs.WithBoard(interfaces: 1);
        using var board = PciBoard.Open(sysfs.Board());
        var driver = GatewayDriver.Attach(board.Bar);
        var config = ConfigLoader.Parse("version: 1\ntenants: [ { name: red, vni: 100 } ]", "test");
        var result = driver.Apply(config.Config!);
        Assert.Multiple(() =>
        {
            Assert.That(result.Errors, Is.Empty);
            Assert.That(driver.Board.Interfaces, Is.EqualTo(1));
            Assert.That(FakeSysfs.Peek(sysfs.AppBar, G.Generation), Is.EqualTo(1));
            Assert.That(FakeSysfs.Peek(
                sysfs.AppBar, InterfaceRegisters.Base + InterfaceRegisters.TableCommit),
                Is.Not.Zero);
            Assert.That(driver.ReadCounters(), Is.Not.Null);
        });
        FakeSysfs.AllOnes(sysfs.AppBar);
        Assert.That(() => driver.ReadCounters(), Throws.TypeOf<DeviceLostException>());
        Assert.That(driver.IsLost, Is.True);
    }

    [Test]
    public void Queues_are_steered_again_after_the_kernel_driver_cleared_the_masks()
    {
        using var sysfs = FakeSysfs.WithBoard();
        using var board = PciBoard.Open(sysfs.Board());
        Assert.That(board.Nic.SteerQueues(), Is.EqualTo(2));
        Assert.That(FakeSysfs.Peek(sysfs.NicBar, AppMask), Is.EqualTo(0x8000_00FF), "bits kept");
        Assert.That(FakeSysfs.Peek(sysfs.NicBar, AppMask + FakeSysfs.InterfaceStride) >> 31,
            Is.EqualTo(1));
        Assert.That(board.Nic.SteerQueues(), Is.Zero);

        FakeSysfs.Poke(sysfs.NicBar, AppMask, 0);
        Assert.That(board.Nic.Interfaces[0].QueueMap!.IsSteered(0), Is.False);
        Assert.That(board.Nic.SteerQueues(), Is.EqualTo(1));
        Assert.That(FakeSysfs.Peek(sysfs.NicBar, AppMask), Is.EqualTo(0x8000_0000));
        Assert.That(() => board.Nic.Interfaces[0].QueueMap!.IsSteered(1),
            Throws.TypeOf<ArgumentOutOfRangeException>());
    }

    [Test]
    public void A_board_without_an_application_bar_was_built_without()
    {
        using var sysfs = FakeSysfs.WithBoard();
        File.Delete(sysfs.AppBar);
        Refused(sysfs, "has no application", "APP_ENABLE=0");
    }

    [Test]
    public void A_board_without_an_application_block_was_built_without()
    {
        using var sysfs = FakeSysfs.WithBoard();
        FakeSysfs.Poke(sysfs.NicBar, FakeSysfs.AppInfo, 0);
        Refused(sysfs, "has no application", "APP_ENABLE=0");
    }

    [Test]
    public void A_board_without_nic_registers_could_not_be_placed()
    {
        using var sysfs = FakeSysfs.WithBoard();
        File.Delete(sysfs.NicBar);
        Refused(sysfs, "has no BAR0", "dmesg");
    }

    [Test]
    public void Another_application_is_refused()
    {
        using var sysfs = FakeSysfs.WithBoard();
        FakeSysfs.Poke(sysfs.NicBar, FakeSysfs.AppInfo + 0xC, 0x1234_0001);
        Refused(sysfs, "has application 0x12340001, expected 0x534E4943", "bitstream");
    }

    [Test]
    public void Another_magic_is_refused()
    {
        using var sysfs = FakeSysfs.WithBoard();
        FakeSysfs.Poke(sysfs.AppBar, G.Magic, 5);
        Refused(sysfs, "MAGIC reads 0x00000005, expected 0x534E4943", null);
    }

    [Test]
    public void Another_spec_is_refused_unless_the_caller_wants_it()
    {
        using var sysfs = FakeSysfs.WithBoard();
        FakeSysfs.Poke(sysfs.AppBar, G.SpecHashLo, 0x11, 0x22);
        Refused(sysfs, "register spec 0x0000002200000011", "of one build");
        using var board = PciBoard.Open(sysfs.Board(), checkSpec: false);
        Assert.That(board.Application.HasOurSpec, Is.False);
    }

    [Test]
    public void More_interfaces_than_the_bar_has_room_for_are_refused()
    {
        using var sysfs = FakeSysfs.WithBoard(interfaces: 2);
        FakeSysfs.Resize(sysfs.AppBar, 0x2_0000);
        Refused(sysfs, "says that it has 2 interfaces, but BAR2 has 131072 bytes", null);
    }

    [Test]
    public void Memory_decoding_that_is_off_is_said_and_switched_on_when_asked()
    {
        using var sysfs = FakeSysfs.WithBoard();
        sysfs.Attribute("enable", "0");
        Refused(sysfs, "memory decoding is off", "--enable");
        PciBoard.Open(sysfs.Board(), enable: true).Dispose();
        Assert.That(File.ReadAllText(Path.Combine(sysfs.Folder, "enable")), Is.EqualTo("1"));
    }

    [Test]
    public void A_device_that_reads_all_ones_is_lost()
    {
        using var sysfs = FakeSysfs.WithBoard();
        FakeSysfs.AllOnes(sysfs.NicBar);
        FakeSysfs.AllOnes(sysfs.AppBar);
        Assert.That(() => PciBoard.Open(sysfs.Board()), Throws.TypeOf<DeviceLostException>());
    }

    [TestCase(13, "no permission to open", "udev")]
    [TestCase(1, "the kernel does not allow to open", "lockdown")]
    [TestCase(2, "is not there", "removed")]
    [TestCase(22, "cannot open /x: Invalid argument (errno 22)", null)]
    public void What_the_kernel_refuses_is_explained(int error, string message, string? advice)
    {
        var failure = Linux.LinuxCalls.Failure("open", "/x", error);
        Assert.That(failure.Message, Does.Contain(message));
        Assert.That(failure.Advice, advice is null ? Is.Null : Does.Contain(advice));
    }

    private static void Refused(FakeSysfs sysfs, string message, string? advice)
    {
        var refusal = Assert.Throws<PciException>(() => PciBoard.Open(sysfs.Board()));
        Assert.That(refusal!.Message, Does.Contain(message));
        Assert.That(refusal!.Advice, advice is null ? Is.Null : Does.Contain(advice));
    }
}
