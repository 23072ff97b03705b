using System.IO.Compression;
using System.Text.Json;
using SmartNic.Flash.Tests;
using SmartNic.Pci.Tests;

namespace SmartNic.Cli.Tests;

/// <summary><c>snic board flash</c> on simulated boards, and what it refuses.</summary>
public sealed class FlashVerbTests
{
    private const uint Vu095 = 0x0384_2093;
    private const uint U200 = 0x04B3_7093;

    [TestCase("spi", U200)]
    [TestCase("dual", TestImage.Vu9p)]
    [TestCase("bpi", Vu095)]
    public void An_image_is_flashed_and_then_it_is_there(string kind, uint fpga)
    {
        using var folder = new Folder();
        var image = Image(folder, "x.bit.gz", fpga, 60_000, kind == "dual");
        var board = $"sim:{kind}:{folder["flash.img"]}";
        var first = Snic.Run("board", "flash", image, "--board", board);
        Assert.That(first.Code, Is.Zero, first.Error);
        Assert.That(first.Output, Does.Contain("are in segment 1, read back and right"));
        Assert.That(first.Output, Does.Contain("the FPGA has loaded itself again"));
        Assert.That(first.Error, Does.Contain("compare: ").And.Contain("disarm: ")
            .And.Contain("write: ").And.Contain(" MB/s").And.Contain("commit: "));

        var again = Snic.Run("board", "flash", image, "--board", board, "--json");
        Assert.That(again.Code, Is.Zero, again.Error);
        var item = JsonDocument.Parse(again.Output).RootElement;
        Assert.Multiple(() =>
        {
            Assert.That(item.GetProperty("changed").GetBoolean(), Is.False);
            Assert.That(item.GetProperty("sectors_written").GetInt32(), Is.Zero);
            Assert.That(item.GetProperty("rebooted").GetBoolean(), Is.False);
            Assert.That(item.GetProperty("format").GetString(), Is.EqualTo("bit, gzip"));
            Assert.That(item.GetProperty("segment").GetInt32(), Is.EqualTo(1));
            Assert.That(item.GetProperty("fallback").GetInt32(), Is.Zero);
        });
    }

    [Test]
    public void A_dry_run_only_says_what_it_would_do()
    {
        using var folder = new Folder();
        var result = Snic.Run("board", "flash", Image(folder, "x.bit", Vu095, 200_000),
            "--board", "sim:bpi", "--dry-run");
        Assert.That(result.Code, Is.Zero, result.Error);
        Assert.That(result.Output,
            Does.Contain("2 of 2 sectors would be written into segment 1; nothing was changed"));
    }

    [Test]
    public void An_image_for_another_fpga_is_refused_unless_it_is_forced()
    {
        using var folder = new Folder();
        var image = Image(folder, "x.bit", U200, 20_000);
        var refused = Snic.Run("board", "flash", image, "--board", "sim:bpi");
        Assert.That(refused.Code, Is.EqualTo(1));
        Assert.That(refused.Error, Does.Contain("is for xcu200")
            .And.Contain("the board has xcvu095").And.Contain("--force-part"));
        var forced = Snic.Run(
            "board", "flash", image, "--board", "sim:bpi", "--force-part", "--no-reboot");
        Assert.That(forced.Code, Is.Zero, forced.Error);
        Assert.That(forced.Output, Does.Contain("at the next power cycle"));
    }

    [Test]
    public void A_flash_without_fallback_image_is_refused_unless_it_is_allowed()
    {
        using var folder = new Folder();
        var image = Image(folder, "x.bit", Vu095, 20_000);
        var contents = folder["flash.img"];
        Snic.Run("board", "flash", image, "--board", $"sim:bpi:{contents}", "--dry-run");
        using (var file = File.OpenWrite(contents))
        {
            var ones = new byte[4096];
            Array.Fill(ones, (byte)0xFF);
            file.Write(ones);
        }

        var refused = Snic.Run("board", "flash", image, "--board", $"sim:bpi:{contents}");
        Assert.That(refused.Code, Is.EqualTo(1));
        Assert.That(refused.Error, Does.Contain("no image to fall back to")
            .And.Contain("segment 0 has no synchronisation word")
            .And.Contain("--without-fallback"));
        var allowed = Snic.Run(
            "board", "flash", image, "--board", $"sim:bpi:{contents}", "--without-fallback");
        Assert.That(allowed.Code, Is.Zero, allowed.Error);
    }

    [Test]
    public void A_memory_file_for_another_place_is_refused()
    {
        using var folder = new Folder();
        var lines = TestImage.Mcs(TestImage.Create(9000, 1, Vu095), 0x10000);
        var image = folder.Write("x.mcs", string.Join('\n', lines));
        var result = Snic.Run("board", "flash", image, "--board", "sim:bpi");
        Assert.That(result.Code, Is.EqualTo(1));
        Assert.That(result.Error, Does.Contain("wants to be at 0x10000")
            .And.Contain("is at 0x2000000"));
    }

    [TestCase("no board", 2, "name it with --pci")]
    [TestCase("--board sim:tape", 2, "expected sim:spi, sim:dual or sim:bpi")]
    [TestCase("--board sim:spi --pci 03:00.0", 2, "not both")]
    [TestCase("--pci 03:00.0", 3, "no SPI flash answers: its id reads 000000")]
    public void A_wrong_board_is_said(string words, int code, string message)
    {
        using var folder = new Folder();
        using var sysfs = FakeSysfs.WithBoard();
        string[] board = words.StartsWith('-') ? words.Split(' ') : [];
        var image = Image(folder, "x.bit", Vu095, 5000);
        var result = Snic.Run(["board", "flash", image, "--sysfs", sysfs.Root, .. board]);
        Assert.That(result.Code, Is.EqualTo(code), result.Error);
        Assert.That(result.Error, Does.Contain(message));
    }

    private static string Image(
        Folder folder, string name, uint fpga, int bytes, bool dual = false)
    {
        var data = TestImage.Bit(
            TestImage.Create(bytes, 50, fpga, dual), "xcany-ffva2104-2-e");
        var path = folder[name];
        using Stream file = File.Create(path);
        using var stream = name.EndsWith(".gz", StringComparison.Ordinal)
            ? new GZipStream(file, CompressionLevel.Fastest) : file;
        stream.Write(data);
        return path;
    }
}
