using System.Diagnostics;
using System.Text.Json;
using SmartNic.Pci.Tests;
using SmartNic.Registers;

namespace SmartNic.Cli.Tests;

/// <summary>Verbs on PCI boards, on a sysfs tree in a temporary folder.</summary>
public sealed class PciVerbTests
{
    private const uint AppMask = FakeSysfs.InterfaceOffset + FakeSysfs.QueueMap + 0x18;

    [Test]
    public void Probe_says_what_a_board_is()
    {
        using var sysfs = FakeSysfs.WithBoard();
        var result = Snic.Run("board", "probe", "--sysfs", sysfs.Root);
        Assert.That(result.Code, Is.Zero, result.Error);
        Assert.That(result.Output, Is.EqualTo($"""
            0000:03:00.0  1234:1001  class 020000
              link:         8.0 GT/s x8 (card: 16.0 GT/s x16, slower than it could)
              driver:       mqnic
              decoding:     on
              windows:      BAR0 16 MiB, BAR2 16 MiB
              firmware:     0x00001234 version 0x00010002, built 2023-11-14 22:13 from 0xABCD0123
              board:        0x10EE9032 version 0x00000001, FPGA 0x14B77093
              blocks:       fw_id if null app_info clk_info flash_spi
              application:  0x534E4943, 2 interfaces
              spec hash:    0x{RegisterSpecHash.Value:X16}, as this program

            """));
    }

    [Test]
    public void Probe_as_json_has_the_same()
    {
        using var sysfs = FakeSysfs.WithBoard();
        var result = Snic.Run("board", "probe", "--json", "--sysfs", sysfs.Root);
        Assert.That(result.Code, Is.Zero, result.Error);
        var board = JsonDocument.Parse(result.Output).RootElement[0];
        Assert.Multiple(() =>
        {
            Assert.That(board.GetProperty("address").GetString(), Is.EqualTo("0000:03:00.0"));
            Assert.That(board.GetProperty("ids").GetString(), Is.EqualTo("1234:1001"));
            Assert.That(board.GetProperty("link").GetProperty("lanes").GetInt32(), Is.EqualTo(8));
            Assert.That(board.GetProperty("spec_matches").GetBoolean(), Is.True);
            Assert.That(board.GetProperty("bar_bytes").GetProperty("2").GetInt64(),
                Is.EqualTo(FakeSysfs.BarBytes));
            Assert.That(board.TryGetProperty("problem", out _), Is.False);
        });
    }

    [Test]
    public void Probe_lists_a_board_that_cannot_be_used_and_says_why()
    {
        using var sysfs = FakeSysfs.WithBoard();
        File.Delete(sysfs.AppBar);
        var result = Snic.Run("board", "probe", "--sysfs", sysfs.Root);
        Assert.That(result.Code, Is.Zero, result.Error);
        Assert.That(result.Output, Does.Contain("problem:      0000:03:00.0 has no application")
            .And.Contain("problem:      its bitstream was built with APP_ENABLE=0"));
    }

    [Test]
    public void Decoding_that_is_off_is_switched_on_only_when_asked()
    {
        using var sysfs = FakeSysfs.WithBoard();
        sysfs.Attribute("enable", "0");
        Assert.That(Snic.Run("board", "probe", "--sysfs", sysfs.Root).Output,
            Does.Contain("decoding:     off").And.Contain("give --enable"));
        Assert.That(Snic.Run("board", "probe", "--enable", "--sysfs", sysfs.Root).Output,
            Does.Contain("decoding:     on").And.Not.Contain("problem"));
    }

    [TestCase("probe")]
    [TestCase("link")]
    public void Without_a_board_it_is_exit_code_3(string verb)
    {
        using var folder = new Folder();
        var result = Snic.Run("board", verb, "--sysfs", folder["none"]);
        Assert.That(result.Code, Is.EqualTo(3));
        Assert.That(result.Error, Does.Contain("there is no board (PCI 1234:1001)"));
    }

    [Test]
    public void Link_shows_every_port()
    {
        using var sysfs = FakeSysfs.WithBoard();
        FakeSysfs.Poke(sysfs.NicBar, AppMask, 0x8000_0000);
        var result = Snic.Run("board", "link", "--pci", "03:00.0", "--sysfs", sysfs.Root);
        Assert.That(result.Code, Is.Zero, result.Error);
        Assert.That(result.Output, Is.EqualTo("""
            0000:03:00.0  PCI 8.0 GT/s x8 (card: 16.0 GT/s x16, slower than it could)
            PORT  LINK  TX     RX     QUEUE CHOSEN BY
            0:0   up    ready  ready  application
            1:0   down  ready  reset  NIC

            """));
        var json = Snic.Run("board", "link", "--json", "--sysfs", sysfs.Root).Output;
        Assert.That(JsonDocument.Parse(json).RootElement[0].GetProperty("ports")[1]
            .GetProperty("is_up").GetBoolean(), Is.False);
    }

    [Test]
    public async Task Attach_serves_a_board_until_it_is_gone()
    {
        using var sysfs = FakeSysfs.WithBoard(interfaces: 1);
        using var folder = new Folder();
        var socket = folder["attach.sock"];
        var config = folder.Write(
            "gateway.yaml", "version: 1\ntenants: [ { name: red, vni: 100 } ]\n");
        var attach = Task.Run(() => Snic.Run("board", "attach", "--pci", FakeSysfs.Address,
            "--sysfs", sysfs.Root, "--socket", socket, "--log-level", "none", "--retry", "0",
            "--no-state"));
        await Until(() => File.Exists(socket) || attach.IsCompleted, "attach");
        Assert.That(attach.IsCompleted, Is.False, () => attach.Result.Error);

        var apply = Snic.Run("config", "apply", config, "--socket", socket);
        Assert.That(apply.Code, Is.Zero, apply.Error);
        Assert.That(Snic.Run("tenant", "list", "--socket", socket).Output, Does.Contain("red"));
        Assert.That(Snic.Run("counter", "list", "--socket", socket).Code, Is.Zero);

        // The kernel driver starts a port, and takes the queues; they come back.
        await Until(() => FakeSysfs.Peek(sysfs.NicBar, AppMask) >> 31 == 1, "first steering");
        FakeSysfs.Poke(sysfs.NicBar, AppMask, 0);
        await Until(() => FakeSysfs.Peek(sysfs.NicBar, AppMask) >> 31 == 1, "second steering");

        FakeSysfs.AllOnes(sysfs.NicBar);
        FakeSysfs.AllOnes(sysfs.AppBar);
        var end = await attach.WaitAsync(TimeSpan.FromSeconds(60));
        Assert.That(end.Code, Is.EqualTo(3));
        Assert.That(end.Error, Does.Contain("all ones"));
    }

    [Test]
    public void Attach_refuses_other_applications_and_devices_and_two_boards()
    {
        using var sysfs = FakeSysfs.WithBoard();
        using var folder = new Folder();
        FakeSysfs.Poke(sysfs.NicBar, FakeSysfs.AppInfo + 0xC, 0x1234_0001);
        var result = Attach("--pci", FakeSysfs.Address, "--sysfs", sysfs.Root);
        Assert.That(result.Code, Is.EqualTo(3));
        Assert.That(result.Error, Does.Contain("application 0x12340001, expected 0x534E4943"));
        var both = Attach("--pci", FakeSysfs.Address, "--board", folder["board.sock"]);
        Assert.That(both.Code, Is.EqualTo(2));
        Assert.That(both.Error, Does.Contain("either --pci or --board"));

        var device = Attach("--pci", "/dev/null");
        Assert.That(device.Code, Is.EqualTo(3));
        Assert.That(device.Error, Does.Contain("/dev/null is not a device of Corundum"));

        SnicResult Attach(params string[] args) =>
            Snic.Run(["board", "attach", "--no-state", "--socket", folder["a.sock"], .. args]);
    }

    private static async Task Until(Func<bool> condition, string what)
    {
        var watch = Stopwatch.StartNew();
        while (!condition())
        {
            Assert.That(watch.Elapsed, Is.LessThan(TimeSpan.FromSeconds(60)), what);
            await Task.Delay(10);
        }
    }
}
