using System.Text.Json;
using SmartNic.Cli.Register;
using SmartNic.Pci.Tests;
using SmartNic.Registers;

namespace SmartNic.Cli.Tests;

/// <summary><c>snic reg</c> on a PCI board and on a simulated one.</summary>
public sealed class RegisterVerbTests
{
    [Test]
    public void A_register_is_written_and_read_by_name_and_by_offset()
    {
        using var sysfs = FakeSysfs.WithBoard();
        Assert.That(Output(sysfs, "write", "scratch", "0xCAFE"),
            Is.EqualTo("scratch (0x24) = 0x0000CAFE (51966)\n"));
        Assert.That(FakeSysfs.Peek(sysfs.AppBar, 0x24), Is.EqualTo(0xCAFE));
        Assert.That(
            Output(sysfs, "read", "SCRATCH"), Does.StartWith("scratch (0x24) = 0x0000CAFE"));
        Assert.That(Output(sysfs, "read", "36"), Does.StartWith("scratch (0x24) = 0x0000CAFE"));
        Assert.That(Output(sysfs, "write", "if1.table_data[3]", "7"),
            Is.EqualTo("if1.table_data[3] (0x2040C) = 0x00000007 (7)\n"));
        Assert.That(Output(sysfs, "write", "if0.table_commit", "0x01000002"),
            Is.EqualTo("if0.table_commit (0x10040) was written 0x01000002\n"));
        Assert.That(Output(sysfs, "read", "0x9000"),
            Is.EqualTo("(no register) (0x9000) = 0x00000000 (0)\n"));
    }

    [Test]
    public void Fields_are_told_apart()
    {
        using var sysfs = FakeSysfs.WithBoard();
        FakeSysfs.Poke(sysfs.AppBar, GlobalRegisters.Version, 0x0203);
        Assert.That(Output(sysfs, "read", "version"),
            Is.EqualTo("version (0x4) = 0x00000203 (major=2 minor=3)\n"));
        var json = JsonDocument.Parse(Output(sysfs, "read", "version", "--json")).RootElement;
        Assert.That(json.GetProperty("fields").GetProperty("major").GetInt32(), Is.EqualTo(2));
        Assert.That(json.GetProperty("access").GetString(), Is.EqualTo("ro"));
    }

    [Test]
    public void Every_register_of_the_spec_has_a_name_of_its_own_and_is_dumped()
    {
        using var sysfs = FakeSysfs.WithBoard(interfaces: 2);
        var names = RegisterName.All(2).ToArray();
        var registers = GatewaySpec.Device.Blocks.Sum(block =>
            block.Registers.Sum(register => register.Count) * (block.IsPerInterface ? 2 : 1));
        Assert.That(names, Has.Length.EqualTo(registers));
        var dump = JsonDocument.Parse(Output(sysfs, "dump", "--json")).RootElement;
        Assert.That(dump.EnumerateArray().Select(item => item.GetProperty("name").GetString()),
            Is.EqualTo(names.Where(name => name.IsReadable).Select(name => name.Text)));
        Assert.That(Output(sysfs, "dump"), Does.Match(@"if_count +0x00010 +ro +0x00000002\n")
            .And.Match(@"if1\.table_status +0x20048 +ro +0x00000000 +busy=0\n"));
    }

    [TestCase("read scrtch", 1, "there is no register scrtch")]
    [TestCase("read status", 1, "did you mean: if0.table_status")]
    [TestCase("read if0.table_commit", 1, "if0.table_commit is write only")]
    [TestCase("read if2.table_status", 1, "if2.table_status: the board has 2 interfaces")]
    [TestCase("read 0x25", 2, "offset 0x25 is not a multiple of 4")]
    [TestCase("read 0x1000000", 1, "beyond the window of 0x1000000 bytes")]
    [TestCase("write magic 1", 1, "magic is read only")]
    [TestCase("write scratch 0x100000000", 2, "is not a number of 32 bits")]
    [TestCase("write scratch -1", 2, "-1")]
    [TestCase("read scratch --board /tmp/x.sock", 2, "either --pci or --board")]
    public void What_cannot_be_done_is_explained(string line, int code, string message)
    {
        using var sysfs = FakeSysfs.WithBoard();
        var result = Run(sysfs, line.Split(' '));
        Assert.That(result.Code, Is.EqualTo(code), result.Error);
        Assert.That(result.Error, Does.Contain(message));
    }

    [Test]
    public void A_board_of_another_spec_has_offsets_but_no_names()
    {
        using var sysfs = FakeSysfs.WithBoard();
        FakeSysfs.Poke(sysfs.AppBar, GlobalRegisters.SpecHashLo, 1);
        Assert.That(Run(sysfs, "read", "scratch").Error, Does.Contain("register spec"));
        Assert.That(Run(sysfs, "dump").Code, Is.EqualTo(3));
        Assert.That(Run(sysfs, "read", "0x24").Code, Is.Zero);
    }

    [Test]
    public void A_card_that_is_gone_is_exit_code_3()
    {
        using var sysfs = FakeSysfs.WithBoard();
        FakeSysfs.AllOnes(sysfs.NicBar);
        FakeSysfs.AllOnes(sysfs.AppBar);
        var result = Run(sysfs, "dump");
        Assert.That(result.Code, Is.EqualTo(3));
        Assert.That(result.Error, Does.Contain("all ones"));
    }

    [Test]
    public async Task A_simulated_board_has_the_same_registers()
    {
        await using var live = await LiveGateway.StartAsync();
        var busy = Snic.Run("reg", "read", "scratch", "--board", live.BoardSocket);
        Assert.That(busy.Code, Is.EqualTo(3), "the board has an owner");
        Assert.That((await live.StopAttachAsync()).Code, Is.Zero);
        string Out(params string[] args) =>
            Snic.Run(["reg", .. args, "--board", live.BoardSocket]).Output;
        Assert.That(Out("write", "scratch", "0xBEEF"), Does.Contain("= 0x0000BEEF"));
        Assert.That(Out("read", "magic"), Does.Contain("= 0x534E4943"));
        Assert.That(Out("dump"), Does.Match(@"tenants +0x00020 +ro +0x00001000\n"));
    }

    private static SnicResult Run(FakeSysfs sysfs, params string[] args) =>
        Snic.Run(["reg", .. args, "--pci", FakeSysfs.Address, "--sysfs", sysfs.Root]);

    private static string Output(FakeSysfs sysfs, params string[] args)
    {
        var result = Run(sysfs, args);
        Assert.That(result.Code, Is.Zero, result.Error);
        return result.Output;
    }
}
