using System.IO.Compression;
using System.Text;

namespace SmartNic.Flash.Tests;

/// <summary>Bitstream files: what is read, and what is refused, with the place.</summary>
public sealed class ImageTests
{
    private readonly byte[] payload = TestImage.Create(5000, 20);
    private DirectoryInfo folder = null!;

    [SetUp]
    public void CreateFolder() => folder = Directory.CreateTempSubdirectory("snic-image-");

    [TearDown]
    public void DeleteFolder() => folder.Delete(recursive: true);

    [TestCase(false)]
    [TestCase(true)]
    public void A_bit_file_has_design_part_and_date(bool isCompressed)
    {
        var image = FpgaImage.Load(File(isCompressed ? "x.bit.gz" : "x.bit",
            TestImage.Bit(payload, "xcvu9p-flga2104-2L-e", "top;Version=2023.1"), isCompressed));
        Assert.Multiple(() =>
        {
            Assert.That(image.Design, Is.EqualTo("top;Version=2023.1"));
            Assert.That(image.Part, Is.EqualTo("xcvu9p-flga2104-2L-e"));
            Assert.That(image.Built, Is.EqualTo("2026/11/20 10:30:00"));
            Assert.That(image.IdCode, Is.EqualTo(TestImage.Vu9p));
            Assert.That(image.Format, Is.EqualTo(isCompressed ? "bit, gzip" : "bit"));
            Assert.That(image.Payload.ToArray(), Is.EqualTo(payload));
        });
    }

    [Test]
    public void Old_part_names_get_their_letters_back() => Assert.That(
        FpgaImage.Load(File("x.bit", TestImage.Bit(payload, "7vx690tffg1761"))).Part,
        Is.EqualTo("xc7vx690tffg1761"));

    [TestCase(false)]
    [TestCase(true)]
    public void A_bin_file_is_the_payload(bool isCompressed)
    {
        var image = FpgaImage.Load(File("x.bin", payload, isCompressed));
        Assert.That(image.Payload.ToArray(), Is.EqualTo(payload));
        Assert.That(image.IdCode, Is.EqualTo(TestImage.Vu9p));
    }

    [TestCase(0L, false)]
    [TestCase(0x0100_2000L, true)]
    [TestCase(0x0000_FFF0L, false)]
    public void An_mcs_file_has_a_place(long start, bool isCompressed)
    {
        var image = FpgaImage.Load(Lines("x.mcs", TestImage.Mcs(payload, start), isCompressed));
        Assert.That(image.LoadAddress, Is.EqualTo(start));
        Assert.That(image.Payload.ToArray(), Is.EqualTo(payload));
    }

    [Test]
    public void Gaps_of_an_mcs_file_are_ones_and_segment_records_count_sixteens()
    {
        var lines = TestImage.Mcs(payload, 0);
        lines.Insert(0, ":020000021000EC");
        lines.RemoveAt(1);
        lines.Insert(lines.Count - 1, ":0200000420" + "00DA");
        var image = FpgaImage.Load(Lines("x.mcs", [.. lines.Take(lines.Count - 2),
            ":00000001FF"]));
        Assert.That(image.LoadAddress, Is.EqualTo(0x10000));
        var gap = TestImage.Mcs(payload, 0);
        gap.RemoveAt(2); // 16 bytes of padding, all ones
        Assert.That(FpgaImage.Load(Lines("y.mcs", gap)).Payload.ToArray(), Is.EqualTo(payload));
    }

    [TestCase(false)]
    [TestCase(true)]
    public void Memory_files_of_parallel_flashes_are_put_in_order(bool swapped)
    {
        var parallel = payload.Select(Mirror).ToArray();
        for (var i = 0; swapped && i + 1 < parallel.Length; i += 2)
        {
            (parallel[i], parallel[i + 1]) = (parallel[i + 1], parallel[i]);
        }

        var image = FpgaImage.Load(Lines("x.mcs", TestImage.Mcs(parallel, 0)));
        Assert.That(image.Payload.ToArray(), Is.EqualTo(payload));
    }

    [TestCase(3, ":10000000", "checksum", "expected")]
    [TestCase(3, ";", "expected ':'", null)]
    [TestCase(3, ":1000000G00", "no hexadecimal digit", null)]
    [TestCase(3, ":05000000FB", "says 5 bytes of data, but has 0", null)]
    [TestCase(3, ":00000006FA", "record of type 6", null)]
    [TestCase(3, ":0000000", "characters", null)]
    [TestCase(3, ":00000001FF", "after the end record", null)]
    public void A_damaged_mcs_file_names_the_line(
        int line, string text, string message, string? more)
    {
        var lines = TestImage.Mcs(payload, 0);
        if (text == ":10000000")
        {
            text = lines[line - 1][..^1] + (lines[line - 1][^1] == '0' ? '1' : '0');
        }

        var isEnd = text == ":00000001FF";
        lines[line - 1] = text;
        var refusal = Refused(Lines("x.mcs", lines));
        Assert.That(refusal.Message, Does.Contain($"x.mcs:{(isEnd ? line + 1 : line)}: "));
        Assert.That(refusal.Message, Does.Contain(message).And.Contain(more ?? message));
    }

    [Test]
    public void An_mcs_file_without_end_was_cut_short()
    {
        var lines = TestImage.Mcs(payload, 0);
        lines.RemoveAt(lines.Count - 1);
        Assert.That(Refused(Lines("x.mcs", lines)).Message,
            Does.Contain($"x.mcs:{lines.Count}: ").And.Contain("end record"));
    }

    [Test]
    public void A_bit_file_that_is_cut_anywhere_is_refused()
    {
        var bytes = TestImage.Bit(payload, "xcvu9p-flga2104-2L-e");
        foreach (var length in Enumerable.Range(0, 140).Append(bytes.Length - 1))
        {
            Assert.That(() => FpgaImage.Load(File("x.bit", bytes[..length])),
                Throws.TypeOf<ImageException>(), $"{length} bytes");
        }

        Assert.That(Refused(File("x.bit", [.. bytes, 0])).Message, Does.Contain("behind it"));
        bytes[13] = (byte)'z';
        Assert.That(Refused(File("x.bit", bytes)).Message,
            Does.Contain("offset 0xD: expected field 'a', found byte 7A"));
    }

    [Test]
    public void Configuration_data_that_end_early_are_refused()
    {
        var message = Refused(File("x.bin", payload[..3000])).Message;
        Assert.That(message, Does.Contain("end after 3000 bytes").And.Contain("packet at offset"));
        Assert.That(Refused(File("x.bin", payload[..^16])).Message,
            Does.Contain("before the DESYNC command"));
    }

    [Test]
    public void What_is_no_bitstream_is_refused()
    {
        Assert.That(Refused(File("x.bin", new byte[1000])).Message,
            Does.Contain("synchronisation word AA 99 55 66"));
        Assert.That(Refused(File("x.bin", [])).Message, Does.Contain("is empty"));
        Assert.That(Refused(File("x.bit", payload)).Message, Does.Contain("no .bit file"));
        Assert.That(Refused(File("x.bin.gz", payload)).Message, Does.Contain("1F 8B"));
        Assert.That(Refused(File("x.mcs", payload)).Message, Does.Contain("x.mcs:1: "));
        byte[] damaged = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF, 0xFF];
        Assert.That(Refused(File("y.bin.gz", damaged)).Message, Does.Contain("gzip"));
    }

    [Test]
    public void Random_files_are_read_or_refused_and_nothing_else()
    {
        var seed = Environment.TickCount;
        TestContext.Out.WriteLine($"seed {seed}");
        var random = new Random(seed);
        for (var i = 0; i < 200; i++)
        {
            var name = new[] { "x.bit", "x.bin", "x.mcs" }[i % 3];
            var bytes = name == "x.bit" ? TestImage.Bit(payload, "xcvu9p")
                : name == "x.bin" ? (byte[])payload.Clone()
                : Encoding.ASCII.GetBytes(string.Join('\n', TestImage.Mcs(payload, 0)));
            for (var change = 0; change < 1 + (i % 4); change++)
            {
                bytes[random.Next(bytes.Length / (1 + (i % 8)))] = (byte)random.Next(256);
            }

            try
            {
                FpgaImage.Load(File(name, bytes));
            }
            catch (ImageException)
            {
                // What is damaged may be refused; anything else fails the test.
            }
        }
    }

    [TestCase(TestImage.Vu9p, null)]
    [TestCase(0x14B3_1093u, null)]
    [TestCase(0x04B3_7093u, "is for xcvu9p (0x4B31093), the board has xcu200 (0x4B37093)")]
    [TestCase(0u, "the board does not say")]
    [TestCase(0x0123_4093u, "the board has 0x1234093")]
    public void An_image_fits_one_fpga(uint fpgaId, string? refusal)
    {
        var why = PartCheck.WhyNot(FpgaImage.Load(File("x.bin", payload)), fpgaId);
        Assert.That(why, refusal is null ? Is.Null : Does.Contain(refusal));
    }

    [TestCase(0x012u, "0:0+32 1:32+32", 1, 0)]
    [TestCase(0x0100_2012u, "0:0+16.008 1:16.008+47.992", 1, 0)]
    [TestCase(0x000u, "0:0+64", 0, null)]
    [TestCase(0x0F1u, null, 0, null)]
    [TestCase(0x123u, null, 0, null)]
    [TestCase(0x014u, "0:0+16 1:16+16 2:32+16 3:48+16", 1, 0)]
    [TestCase(0xFFFF_F012u, null, 0, null)]
    public void Segments_are_those_of_the_format_register(
        uint format, string? expected, int start, int? fallback)
    {
        if (expected is null)
        {
            Assert.That(() => FlashSegments.Of(format, 64 << 20), Throws.TypeOf<FlashException>());
            return;
        }

        var segments = FlashSegments.Of(format, 64 << 20);
        Assert.That(string.Join(' ', segments.All.Select(s =>
            $"{s.Index}:{s.Start / 1048576.0:0.###}+{s.Bytes / 1048576.0:0.###}")),
            Is.EqualTo(expected));
        Assert.That(segments.Default.Index, Is.EqualTo(start));
        Assert.That(segments.Fallback?.Index, Is.EqualTo(fallback));
    }

    private static ImageException Refused(string path) =>
        Assert.Throws<ImageException>(() => FpgaImage.Load(path))!;

    private static byte Mirror(byte value) =>
        (byte)Enumerable.Range(0, 8).Sum(bit => ((value >> bit) & 1) << (7 - bit));

    private string Lines(string name, IEnumerable<string> lines, bool isCompressed = false) =>
        File(name, Encoding.ASCII.GetBytes(string.Join("\r\n", lines)), isCompressed);

    private string File(string name, byte[] bytes, bool isCompressed = false)
    {
        var path = Path.Combine(folder.FullName, name);
        using Stream file = System.IO.File.Create(path);
        using var stream = isCompressed ? new GZipStream(file, CompressionLevel.Fastest) : file;
        stream.Write(bytes);
        return path;
    }
}
