using SmartNic.Flash.Reboot;
using SmartNic.Pci;

namespace SmartNic.Flash.Tests;

/// <summary>Taking a card off the bus and finding it again, on a tree of files.</summary>
public sealed class RebootTests
{
    private const string Address = "0000:03:00.0";
    private const string PortAddress = "0000:00:01.0";
    private DirectoryInfo root = null!;
    private string port = null!;
    private string card = null!;

    [SetUp]
    public void CreateTree()
    {
        // /sys/devices/.../PORT/CARD, and links to both in /sys/bus/pci/devices.
        root = Directory.CreateTempSubdirectory("snic-reboot-");
        port = Path.Combine(root.FullName, "devices", "pci0000:00", PortAddress);
        card = Path.Combine(port, Address);
        Directory.CreateDirectory(card);
        var links = Directory.CreateDirectory(Path.Combine(root.FullName, "bus", "devices"));
        Directory.CreateSymbolicLink(Path.Combine(links.FullName, Address), card);
        PutCard();
        var config = new byte[256];
        config[0x34] = 0x40;
        config[0x40] = 0x01;        // power management, then
        config[0x41] = 0x60;
        config[0x60] = 0x10;        // PCI Express
        config[0x05] = 0x01;        // SERR
        config[0x68] = 0x0F;        // error reports
        File.WriteAllBytes(Path.Combine(port, "config"), config);
        Directory.CreateDirectory(Path.Combine(root.FullName, "drivers", "mqnic"));
        File.WriteAllText(Path.Combine(root.FullName, "drivers", "mqnic", "unbind"), "");
        Directory.CreateSymbolicLink(Path.Combine(card, "driver"),
            Path.Combine(root.FullName, "drivers", "mqnic"));
    }

    [TearDown]
    public void DeleteTree() => root.Delete(recursive: true);

    [Test]
    public void The_steps_come_in_order()
    {
        var steps = new List<string>();
        var waits = 0;
        var reboot = new PciReboot(Card(), Links, _ =>
        {
            // First wait: the kernel has removed it. Second: within the hot reset.
            if (waits++ == 0)
            {
                Assert.That(File.ReadAllText(Path.Combine(card, "remove")), Is.EqualTo("1"));
                File.Delete(Path.Combine(card, "vendor"));
            }
            else if (waits == 2)
            {
                Assert.That(Config(0x3E) & 0x40, Is.EqualTo(0x40), "bus reset");
            }
            else if (waits == 5)
            {
                PutCard();
            }
        });
        Assert.That(reboot.Port, Is.EqualTo(PortAddress));
        reboot.Run(() => steps.Add("boot"), steps.Add);
        Assert.Multiple(() =>
        {
            Assert.That(string.Join("; ", steps), Is.EqualTo(
                "unbinding driver mqnic; the FPGA loads itself from flash; boot; "
                + "looking for the card again; looking for the card again"));
            Assert.That(File.ReadAllText(Path.Combine(root.FullName, "drivers", "mqnic", "unbind")),
                Is.EqualTo(Address));
            Assert.That(File.ReadAllText(Path.Combine(port, "rescan")), Is.EqualTo("1"));
            Assert.That(Config(0x3E) & 0x40, Is.Zero, "reset over");
            Assert.That(Config(0x05) & 1, Is.Zero, "SERR off");
            Assert.That(Config(0x68), Is.EqualTo(0x0B), "fatal errors are not reported");
        });
    }

    [Test]
    public void A_card_that_stays_away_is_said()
    {
        var waits = 0;
        var reboot = new PciReboot(Card(), Links, _ =>
        {
            if (waits++ == 0)
            {
                File.Delete(Path.Combine(card, "vendor"));
            }
        });
        var failure = Assert.Throws<PciException>(() => reboot.Run(() => { }, _ => { }))!;
        Assert.That(failure.Message, Is.EqualTo($"{Address} did not come back"));
        Assert.That(failure.Advice, Does.Contain("fallback"));
    }

    private string Links => Path.Combine(root.FullName, "bus", "devices");

    private PciFunction Card() => new SysfsBus(Links).Board(Address);

    private byte Config(int offset) => File.ReadAllBytes(Path.Combine(port, "config"))[offset];

    private void PutCard()
    {
        File.WriteAllText(Path.Combine(card, "vendor"), "0x1234\n");
        File.WriteAllText(Path.Combine(card, "device"), "0x1001\n");
        File.WriteAllText(Path.Combine(card, "class"), "0x020000\n");
        File.WriteAllText(Path.Combine(card, "remove"), "");
        File.WriteAllText(Path.Combine(card, "enable"), "1\n");
    }
}
