using SmartNic.Cli;
using SmartNic.Cli.Board;
using SmartNic.Jtag.Tests.Model;
using SmartNic.Usb;

namespace SmartNic.Jtag.Tests;

/// <summary><c>snic board load</c> and <c>board flash --bridge</c>, as a user types them.</summary>
public sealed class CommandLineTests : IUsbBus
{
    private const int Start = 0x4_0000;
    private string _folder = string.Empty;
    private SimChain _chain = null!;
    private FtdiModel? _cable;

    [SetUp]
    public void Board()
    {
        _folder = Directory.CreateTempSubdirectory("snic-jtag-").FullName;
        _chain = new SimChain(Present.Fpga0, SimPart.Artix, clearUs: 100);
        _cable = new FtdiModel(_chain);
        CableOptions.OpenBus = () => this;
    }

    [TearDown]
    public void Remove()
    {
        CableOptions.OpenBus = () => new Usb.LibUsb.LibUsbBus();
        _chain.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    public IReadOnlyList<UsbIdentity> Devices() => _cable is null ? [] : [_cable.Identity];

    public IUsbDevice Open(UsbIdentity device) => _cable!;

    [Test]
    public void Load_shows_progress_and_the_end()
    {
        var (code, output, error) = Snic("board", "load", Image("a.bin", 30_000), "--cable", "217");
        Assert.Multiple(() =>
        {
            Assert.That(code, Is.Zero, error);
            Assert.That(output, Does.Contain("xc7a50t (0362c093)").And.Contain("DONE is high"));
            Assert.That(error, Does.Contain("load: 100 %").And.Contain("TCK 15 MHz"));
            Assert.That(_chain.IsConfigured());
        });
    }

    [Test]
    public void Load_without_a_cable_or_with_a_pulled_one_says_what_to_do()
    {
        _cable!.PulledAfterBytes = 5000;
        var (code, _, error) = Snic("board", "load", Image("a.bin", 3000));
        Assert.That((code, error.Contains("not configured now", StringComparison.Ordinal)),
            Is.EqualTo((3, true)), error);
        _cable = null;
        (code, _, error) = Snic("board", "load", Image("a.bin", 3000));
        Assert.That((code, error.Contains("no JTAG cable", StringComparison.Ordinal)),
            Is.EqualTo((3, true)), error);
    }

    [Test]
    public void Flash_goes_through_the_bridge_and_on_after_a_pulled_cable()
    {
        string bridge = Image("bridge.bin", 50, 0x5350_0002);
        string image = Image("image.bin", 10_000);
        // A slow TCK: the flash's times are few clocks to simulate.
        string[] words = ["board", "flash", image, "--bridge", bridge, "--offset", "0x40000",
            "--frequency", "0.2"];
        _cable!.PulledAfterBytes = 95_000; // after the comparison
        var (code, _, error) = Snic(words);
        Assert.That(code, Is.EqualTo(3), error);
        Assert.That(error, Does.Contain("unplugged").And.Contain("run the same command again"));
        _cable = new FtdiModel(_chain);
        (code, string output, error) = Snic(words);
        Assert.That(code, Is.Zero, error);
        Assert.That(output, Does.Contain("read back and right").And.Contain("boots now"));
        byte[] bytes = File.ReadAllBytes(image);
        Assert.That(_chain.Flash.Slice(Start, bytes.Length).SequenceEqual(bytes));
        _cable = new FtdiModel(_chain);
        (code, output, error) = Snic(words);
        Assert.That(output, Does.Contain("there already"), error);
    }

    [TestCase("--pci does not go with --bridge", "--bridge", "b.bin", "--pci", "03:00.0")]
    [TestCase("--cable needs --bridge", "--cable", "1")]
    [TestCase("--offset needs --bridge", "--offset", "4096")]
    [TestCase("with --bridge, say with --offset where", "--bridge", "b.bin")]
    [TestCase("the image that a board falls back to", "--bridge", "b.bin", "--offset", "0")]
    [TestCase("give a number of bytes", "--bridge", "b.bin", "--offset", "here")]
    [TestCase("not at a sector", "--bridge", "b.bin", "--offset", "0x1001")]
    [TestCase("give MHz", "--bridge", "b.bin", "--offset", "0x40000", "--frequency", "31")]
    public void Wrong_command_lines_are_told(string message, params string[] options)
    {
        string bridge = Image("b.bin", 50);
        string[] words = ["board", "flash", Image("a.bin", 50),
            .. options.Select(option => option == "b.bin" ? bridge : option)];
        var (code, _, error) = Snic(words);
        Assert.That(code, Is.Not.Zero);
        Assert.That(error, Does.Contain(message));
    }

    private static (int Code, string Output, string Error) Snic(params string[] words)
    {
        using StringWriter output = new();
        using StringWriter error = new();
        int code = SnicCli.RunAsync(words, output, error, CancellationToken.None)
            .GetAwaiter().GetResult();
        return (code, output.ToString(), error.ToString());
    }

    private string Image(string name, int frameWords, uint usercode = 0)
    {
        string path = Path.Combine(_folder, name);
        var image = BitstreamBuilder.Image(SimPart.Artix, frameWords, usercode);
        File.WriteAllBytes(path, image.Payload.ToArray());
        return path;
    }
}
