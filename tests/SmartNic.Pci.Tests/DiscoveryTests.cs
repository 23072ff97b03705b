namespace SmartNic.Pci.Tests;

/// <summary>Boards are found in a tree of sysfs, whatever else is in it.</summary>
public sealed class DiscoveryTests
{
    [Test]
    public void A_board_is_found_among_other_functions_with_all_that_sysfs_says()
    {
        using var sysfs = FakeSysfs.WithBoard();
        Directory.CreateDirectory(Path.Combine(sysfs.Folder, "misc", "mqnic3"));
        var board = new SysfsBus(sysfs.Root).Boards().Single();
        Assert.Multiple(() =>
        {
            Assert.That(board.Address, Is.EqualTo(FakeSysfs.Address));
            Assert.That(board.Link, Is.EqualTo(new PciLink(8, 8)));
            Assert.That(board.MaxLink, Is.EqualTo(new PciLink(16, 16)));
            Assert.That(board.Link.IsBelow(board.MaxLink), Is.True);
            Assert.That(board.Link.ToString(), Is.EqualTo("8.0 GT/s x8"));
            Assert.That(board.Driver, Is.EqualTo("mqnic"));
            Assert.That(board.IsEnabled, Is.True);
            Assert.That(board.BarBytes.Keys, Is.EquivalentTo((int[])[0, 2]));
            Assert.That(board.BarBytes[2], Is.EqualTo(FakeSysfs.BarBytes));
            Assert.That(board.CharDevice, Is.EqualTo("/dev/mqnic3"));
        });
    }

    [TestCase("0x1235", "0x1001", "0x020000")]
    [TestCase("0x1234", "0x1111", "0x030000")]
    [TestCase("0x1234", "0x1001", "0x030000")]
    [TestCase("junk", "0x1001", "0x020000")]
    [TestCase("0x", "0x1001", "0x020000")]
    public void Other_functions_are_no_boards(string vendor, string device, string code)
    {
        using var sysfs = new FakeSysfs();
        sysfs.AddFunction(FakeSysfs.Address, vendor, device, code);
        Assert.That(new SysfsBus(sysfs.Root).Boards(), Is.Empty);
        Assert.That(() => sysfs.Board(), Throws.TypeOf<PciException>());
    }

    [Test]
    public void What_sysfs_does_not_say_is_unknown_and_not_an_error()
    {
        using var sysfs = new FakeSysfs();
        sysfs.AddFunction(FakeSysfs.Address, "0x1234", "0x1001", "0x020000");
        sysfs.Attribute("current_link_speed", "Unknown");
        sysfs.Attribute("current_link_width", "255");
        var board = new SysfsBus(sysfs.Root).Boards().Single();
        Assert.Multiple(() =>
        {
            Assert.That(board.Link, Is.EqualTo(new PciLink(null, null)));
            Assert.That(board.Link.IsBelow(new PciLink(16, 16)), Is.False);
            Assert.That(board.Link.ToString(), Is.EqualTo("? x?"));
            Assert.That(board.Driver, Is.Null);
            Assert.That(board.CharDevice, Is.Null);
            Assert.That(board.IsEnabled, Is.False);
            Assert.That(board.BarBytes, Is.Empty);
        });
    }

    [Test]
    public void A_machine_without_a_pci_bus_has_no_boards() =>
        Assert.That(new SysfsBus("/no/such/folder").Boards(), Is.Empty);

    [TestCase("0000:03:00.0")]
    [TestCase("03:00.0")]
    public void An_address_may_leave_the_domain_out(string address)
    {
        using var sysfs = FakeSysfs.WithBoard();
        Assert.That(new SysfsBus(sysfs.Root).Board(address).Address, Is.EqualTo(FakeSysfs.Address));
    }

    [TestCase("../0000:03:00.0", "is not a PCI address")]
    [TestCase("3:0.0", "is not a PCI address")]
    [TestCase("0000:03:00.0\n", "is not a PCI address")]
    [TestCase("0000:04:00.0", "there is no PCI function 0000:04:00.0")]
    [TestCase("00:01.0", "is 8086:29c0, class 060000; a board is 1234:1001, class 020000")]
    public void A_wrong_address_is_explained(string address, string message)
    {
        using var sysfs = FakeSysfs.WithBoard();
        Assert.That(() => new SysfsBus(sysfs.Root).Board(address),
            Throws.TypeOf<PciException>().With.Message.Contains(message)
                .And.Property("Advice").Not.Null);
    }
}
