namespace SmartNic.Packets.Tests;

/// <summary>Packets that are not whole are left out and counted where that is asked for.</summary>
public sealed class CutPacketTests
{
    private static (List<int> Lengths, long Cut) Read(byte[] capture)
    {
        using var reader = CaptureReader.Open(new MemoryStream(capture), "test");
        reader.SkipsCut = true;
        var lengths = new List<int>();
        while (reader.Next())
        {
            lengths.Add(reader.Frame.Length);
        }

        return (lengths, reader.CutPackets);
    }

    private static CaptureBytes Pcap() => new CaptureBytes(false).PcapHeader()
        .PcapPacket(1, 0, Captures.Frame(20)).PcapPacket(2, 0, Captures.Frame(30), cut: 10)
        .PcapPacket(3, 0, Captures.Frame(40));

    [Test]
    public void Cut_packets_of_a_pcap_are_counted()
    {
        var (lengths, cut) = Read(Pcap().ToArray());
        Assert.That(lengths, Is.EqualTo((int[])[20, 40]));
        Assert.That(cut, Is.EqualTo(1));
    }

    [Test]
    public void Cut_packets_of_a_pcapng_are_counted()
    {
        var capture = new CaptureBytes(false).Section().Interface(snap: 16)
            .Enhanced(0, 1, Captures.Frame(20)).Enhanced(0, 2, Captures.Frame(30), cut: 10)
            .Simple(Captures.Frame(12)).Block(3, b => b.U32(40).Raw(Captures.Frame(16)))
            .Enhanced(0, 3, Captures.Frame(44));
        var whole = capture.ToArray();
        var (lengths, cut) = Read(whole);
        Assert.That(lengths, Is.EqualTo((int[])[20, 12, 44]));
        Assert.That(cut, Is.EqualTo(2));
        for (var length = whole.Length - 1; length > whole.Length - 76; length--)
        {
            (lengths, cut) = Read(whole[..length]);
            Assert.That(lengths, Is.EqualTo((int[])[20, 12]), $"{length} bytes");
            Assert.That(cut, Is.EqualTo(3), $"{length} bytes");
        }

        (lengths, cut) = Read(whole[..^76]);
        Assert.That((lengths.Count, cut), Is.EqualTo((2, 2L)));
    }

    /// <summary>Every end of the file: whole packets are read, one that is begun is counted once.
    /// </summary>
    [Test]
    public void A_pcap_may_end_anywhere()
    {
        var whole = Pcap().ToArray();
        int[] ends = [24, 24 + 36, 24 + 36 + 36, whole.Length];
        for (var length = 24; length <= whole.Length; length++)
        {
            var (lengths, cut) = Read(whole[..length]);
            var complete = ends.Count(end => end <= length) - 1;
            var isBegun = !ends.Contains(length);
            var cutBySnap = complete >= 2 ? 1 : 0;
            Assert.That(lengths, Has.Count.EqualTo(complete - cutBySnap), $"{length} bytes");
            Assert.That(cut, Is.EqualTo(cutBySnap + (isBegun ? 1 : 0)), $"{length} bytes");
        }
    }
}
