namespace SmartNic.Packets.Tests;

public sealed class PcapngReaderTests
{
    [TestCase(false)]
    [TestCase(true)]
    public void Reads_packets_of_several_interfaces_and_units(bool bigEndian)
    {
        var capture = new CaptureBytes(bigEndian).Section()
            .Interface()
            .Interface(147, options: b => b.Option(2, 1, 2, 3).Option(9, 9).Option(0))
            .Block(5, b => b.U32(0).U64(7))
            .Interface(options: b => b.Option(9, 0x80 | 10))
            .Interface(options: b => b.Option(9, 3)
                .Option(14, bigEndian ? [0, 0, 0, 0, 0, 0, 0, 9] : [9, 0, 0, 0, 0, 0, 0, 0]))
            .Interface(options: b => b.Option(9, 12))
            .Enhanced(0, 1_700_000_000_123_456, Captures.Frame(61))
            .Enhanced(1, 1_700_000_000_123_456_789, Captures.Frame(62))
            .Enhanced(2, (3UL << 10) + 512, Captures.Frame(63))
            .Enhanced(3, 1500, Captures.Frame(64))
            .Enhanced(4, 1_234_567, Captures.Frame(65))
            .Obsolete(1, 42, Captures.Frame(66))
            .Simple(Captures.Frame(67));
        var packets = Captures.ReadAll(capture.ToStream());
        Assert.That(packets.Select(p => (p.TimeNs, p.HasTime, p.Link, p.Frame.Length)), Is.EqualTo(
            new[]
            {
                (1_700_000_000_123_456_000UL, true, 1, 61),
                (1_700_000_000_123_456_789UL, true, 147, 62),
                (3_500_000_000UL, true, 1, 63),
                (10_500_000_000UL, true, 1, 64),
                (1_234UL, true, 1, 65),
                (42UL, true, 147, 66),
                (0UL, false, 1, 67),
            }));
        Assert.That(packets.Select(p => p.Frame),
            Is.EqualTo(Enumerable.Range(61, 7).Select(n => Captures.Frame(n))));
    }

    [Test]
    public void A_new_section_may_change_the_byte_order_and_forgets_the_interfaces()
    {
        var first = new CaptureBytes(false).Section().Interface().Enhanced(0, 1, [1, 2]);
        var second = new CaptureBytes(true).Section().Interface(147).Enhanced(0, 2, [3]);
        var both = new CaptureBytes(false).Raw(first.ToArray()).Raw(second.ToArray());
        Assert.That(Captures.ReadAll(both.ToStream()).Select(p => (p.TimeNs, p.Link)),
            Is.EqualTo(new[] { (1000UL, 1), (2000UL, 147) }));
        both.Raw(new CaptureBytes(true).Section().Enhanced(0, 3, [4]).ToArray());
        Assert.That(Captures.ErrorOf(both),
            Does.Contain("packet 3").And.Contain("interface 0 is not described"));
    }

    [Test]
    public void A_packet_that_was_cut_is_an_error()
    {
        var start = new CaptureBytes(false).Section().Interface(snap: 64);
        Assert.That(Captures.ErrorOf(new CaptureBytes(false).Raw(start.ToArray())
            .Enhanced(0, 1, Captures.Frame(100), cut: 36)),
            Does.Contain("is cut by the snapshot length: 64 of 100"));
        Assert.That(Captures.ErrorOf(new CaptureBytes(false).Raw(start.ToArray())
            .Enhanced(0, 1, Captures.Frame(60)).Block(3, b => b.U32(100).Raw(new byte[64]))),
            Does.Contain("packet 2 (offset 148): is cut by the snapshot length: 64 of 100"));
    }

    [Test]
    public void Damaged_blocks_are_errors()
    {
        Assert.Multiple(() =>
        {
            Assert.That(Captures.ErrorOf(Start().U32(6).U32(13)), Does.Contain("has length 13"));
            Assert.That(Captures.ErrorOf(Start().U32(9).U32(12).U32(16)),
                Does.Contain("closing length of the block is 16; expected 12"));
            Assert.That(Captures.ErrorOf(Start().Block(6, b => b.U32(0))),
                Does.Contain("expected at least 20"));
            Assert.That(Captures.ErrorOf(Start().Block(6, b =>
                b.U32(0).U32(0).U32(0).U32(9).U32(9))), Does.Contain("exceeds its block"));
            Assert.That(Captures.ErrorOf(Start().Interface(options: b => b.Option(9, 1, 2))),
                Does.Contain("option 9 has 2 bytes; expected 1"));
            Assert.That(Captures.ErrorOf(Start().Interface(options: b => b.Option(9, 99))),
                Does.Contain("time resolution 0x63"));
            Assert.That(Captures.ErrorOf(Start().Interface(options: b => b.U16(2).U16(99))),
                Does.Contain("option 2 of 99 bytes exceeds its block"));
            Assert.That(Captures.ErrorOf(Start().Interface(options: b => b.Option(13, 32))),
                Does.Contain("FCS of 32 bits"));
            Assert.That(Captures.ErrorOf(Start().Interface().Enhanced(1, ulong.MaxValue, [1])),
                Does.Contain("outside of the years"));
            Assert.That(Captures.ErrorOf(new CaptureBytes(false)
                .U32(0x0A0D0D0A).U32(28).U32(0x11111111)), Does.Contain("byte-order magic"));
            Assert.That(Captures.ErrorOf(new CaptureBytes(false).Block(0x0A0D0D0A, b =>
                b.U32(0x1A2B3C4D).U16(2).U16(0).U64(0))), Does.Contain("pcapng version 2"));
        });
    }

    [Test]
    public void Every_truncation_inside_of_a_block_is_an_error()
    {
        var start = Start().ToArray();
        var whole = Start().Enhanced(0, 1, Captures.Frame(21)).ToArray();
        for (var length = 1; length < whole.Length; length++)
        {
            var cut = new CaptureBytes(false).Raw(whole[..length]);
            if (length is 28 || length == start.Length)
            {
                Assert.That(Captures.ReadAll(cut.ToStream()), Is.Empty);
                continue;
            }

            Assert.That(Captures.ErrorOf(cut), Does.Contain("truncated").And.Contain("expected"));
        }
    }

    private static CaptureBytes Start() => new CaptureBytes(false).Section().Interface();
}
