namespace SmartNic.Packets.Tests;

public sealed class PcapReaderTests
{
    [TestCase(0xA1B2C3D4u, false, 1000u)]
    [TestCase(0xA1B2C3D4u, true, 1000u)]
    [TestCase(0xA1B23C4Du, false, 1u)]
    [TestCase(0xA1B23C4Du, true, 1u)]
    public void Reads_both_units_in_both_byte_orders(uint magic, bool bigEndian, uint unitNs)
    {
        var capture = new CaptureBytes(bigEndian).PcapHeader(magic)
            .PcapPacket(1368908504, 837063, Captures.Frame(60))
            .PcapPacket(uint.MaxValue, 999_999, Captures.Frame(9018, 3))
            .PcapPacket(5, 0, []);
        var packets = Captures.ReadAll(capture.ToStream());
        Assert.That(packets.Select(p => p.TimeNs), Is.EqualTo(new[]
        {
            1368908504_000_000_000UL + (837063UL * unitNs),
            (uint.MaxValue * 1_000_000_000UL) + (999_999UL * unitNs),
            5_000_000_000UL,
        }));
        Assert.That(packets.Select(p => p.Frame), Is.EqualTo(new[]
        {
            Captures.Frame(60), Captures.Frame(9018, 3), [],
        }));
        Assert.That(packets.Select(p => p.Link), Is.All.EqualTo(1));
        Assert.That(packets.Select(p => p.HasTime), Is.All.True);
    }

    [Test]
    public void A_capture_without_packets_is_a_capture() =>
        Assert.That(Captures.ReadAll(new CaptureBytes(false).PcapHeader().ToStream()), Is.Empty);

    [Test]
    public void A_packet_that_was_cut_by_the_snapshot_length_is_an_error()
    {
        var error = Captures.ErrorOf(new CaptureBytes(false).PcapHeader()
            .PcapPacket(1, 0, Captures.Frame(60)).PcapPacket(2, 0, Captures.Frame(90), cut: 30));
        Assert.That(error, Does.StartWith("test.pcap: packet 2 (offset ")
            .And.Contain("): is cut by the snapshot length: 60 of 90 "
                + "bytes are in the file; capture with -s 0, or leave such packets out with "
                + "--skip-cut"));
    }

    [Test]
    public void Every_truncation_is_an_error_that_names_the_packet()
    {
        var whole = new CaptureBytes(false).PcapHeader()
            .PcapPacket(1, 0, Captures.Frame(20)).PcapPacket(2, 0, Captures.Frame(20)).ToArray();
        for (var length = 0; length < whole.Length; length++)
        {
            var cut = new CaptureBytes(false).Raw(whole[..length]);
            if (length is 24 or 60)
            {
                Assert.That(Captures.ReadAll(cut.ToStream()), Has.Count.EqualTo(length / 36));
                continue;
            }

            var where = length == 0 ? "is empty"
                : length < 24 ? "truncated before its first packet"
                : length < 60 ? "truncated in packet 1" : "truncated in packet 2";
            Assert.That(Captures.ErrorOf(cut), Does.Contain(where), $"{length} bytes");
        }
    }

    [Test]
    public void Errors_say_what_was_expected()
    {
        Assert.Multiple(() =>
        {
            Assert.That(Captures.ErrorOf(new CaptureBytes(true).U32(0x7F454C46)),
                Does.Contain("not a capture: it starts with 0x7F454C46; expected pcap"));
            Assert.That(Captures.ErrorOf(new CaptureBytes(true).U32(0x1F8B0800)),
                Does.Contain("gunzip"));
            Assert.That(Captures.ErrorOf(new CaptureBytes(false).U32(0xA1B2C3D4).U16(1).U16(9)
                .U32(0).U32(0).U32(0).U32(1)), Does.Contain("pcap version 1.9; expected 2.4"));
            Assert.That(Captures.ErrorOf(new CaptureBytes(false).PcapHeader(link: 0x24000001)),
                Does.Contain("FCS of 4 bytes"));
            Assert.That(Captures.ErrorOf(new CaptureBytes(false).PcapHeader()
                .PcapPacket(1, 1_000_000, [])), Does.Contain("expected less than 1000000"));
            Assert.That(Captures.ErrorOf(new CaptureBytes(false).PcapHeader()
                .U32(0).U32(0).U32(262145).U32(262145)), Does.Contain("at most 262144"));
            Assert.That(Captures.ErrorOf(new CaptureBytes(false).PcapHeader()
                .U32(0).U32(0).U32(61).U32(60)), Does.Contain("exceeds the original"));
        });
    }

    [Test]
    public void A_missing_file_and_a_folder_are_errors()
    {
        var missing = Path.Combine(TestContext.CurrentContext.WorkDirectory, "no-such.pcap");
        Assert.That(() => CaptureReader.Open(missing),
            Throws.TypeOf<CaptureException>().With.Message.Contains("there is no such file"));
        Assert.That(() => CaptureReader.Open(TestContext.CurrentContext.WorkDirectory),
            Throws.TypeOf<CaptureException>().With.Message.Contains("cannot be opened"));
    }
}
