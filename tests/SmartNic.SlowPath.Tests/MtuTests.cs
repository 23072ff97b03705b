using System.Buffers.Binary;
using Make = SmartNic.Testing.Frames;

namespace SmartNic.SlowPath.Tests;

/// <summary>What becomes of a tenant's packets that are too long for their way.</summary>
public sealed class MtuTests
{
    private const int Mtu = 1400;
    private const ushort More = 0x2000;

    /// <summary>RFC 1191 section 4: the next-hop MTU; RFC 1812 section 4.3.2.3: as much of the
    /// packet as 576 bytes hold.</summary>
    [Test]
    public void IPv4IsAnswered([Values(0, 1, 2)] int tags)
    {
        var bench = new MtuBench(Mtu);
        byte[] sent = Make.Tagged(MtuBench.Packet4(1500, isWhole: true), tags);
        Assert.That(bench.Punt(sent), Is.EqualTo(SlowPathOutcome.MtuAnswered));
        Assert.That(bench.Ways, Is.EqualTo(new[] { (3, 0) }));
        byte[] answer = bench.Sent.Single();
        int at = 14 + (4 * tags);
        Assert.That(answer[..at], Is.EqualTo((byte[])
            [.. sent[6..12], .. sent[..6], .. sent[12..at]]), "the same tags, addresses swapped");
        byte[] ip = answer[at..];
        Assert.That(Checks.ChecksumsAreRight([.. new byte[14], .. ip]));
        Assert.That(ip, Has.Length.EqualTo(576));
        Assert.That(ip[12..20], Is.EqualTo((byte[])[10, 0, 0, 3, 10, 0, 0, 1]));
        Assert.That(ip[20..22], Is.EqualTo((byte[])[3, 4]));
        Assert.That(ip[24..28], Is.EqualTo((byte[])[0, 0, Mtu >> 8, Mtu & 0xFF]));
        Assert.That(ip[28..], Is.EqualTo(sent[at..(at + 548)]));
    }

    /// <summary>RFC 4443 section 3.2: the MTU; section 2.4 c: as much of the packet as 1280 bytes
    /// hold.</summary>
    [Test]
    public void IPv6IsAnswered([Values(0, 1, 2)] int tags)
    {
        var bench = new MtuBench(Mtu);
        byte[] sent = Make.Tagged(MtuBench.Packet6(1500), tags);
        Assert.That(bench.Punt(sent), Is.EqualTo(SlowPathOutcome.MtuAnswered));
        byte[] answer = bench.Sent.Single();
        int at = 14 + (4 * tags);
        Assert.That(answer[..at], Is.EqualTo((byte[])
            [.. sent[6..12], .. sent[..6], .. sent[12..at]]));
        byte[] ip = answer[at..];
        Assert.That(Checks.ChecksumsAreRight([.. new byte[14], .. ip]));
        Assert.That(ip, Has.Length.EqualTo(1280));
        Assert.That(ip[8..40], Is.EqualTo((byte[])
            [.. sent[(at + 24)..(at + 40)], .. sent[(at + 8)..(at + 24)]]));
        Assert.That(ip[40..42], Is.EqualTo((byte[])[2, 0]));
        Assert.That(ip[44..48], Is.EqualTo((byte[])[0, 0, Mtu >> 8, Mtu & 0xFF]));
        Assert.That(ip[48..], Is.EqualTo(sent[at..(at + 1232)]));
    }

    /// <summary>The MTU that is told is the least on the way, less the tags of the frame where the
    /// way carries them.</summary>
    [TestCase(1450, 1400, 0, 1400)]
    [TestCase(1400, 1450, 1, 1400)]
    [TestCase(1450, 1400, 2, 1392)]
    [TestCase(0, 1400, 1, 1396)]
    public void TheLeastIsTold(int tenant, int way, int tags, int told)
    {
        var bench = new MtuBench(tenant, far: way);
        bench.Punt(Make.Tagged(MtuBench.Packet4(1500, isWhole: true), tags));
        int at = 14 + (4 * tags) + 26;
        Assert.That(BinaryPrimitives.ReadUInt16BigEndian(bench.Sent.Single().AsSpan(at)),
            Is.EqualTo(told));
    }

    private static IEnumerable<TestCaseData> Silent()
    {
        static TestCaseData Case(string name, byte[] frame) =>
            new TestCaseData(frame).SetArgDisplayNames(name);
        byte[] four = MtuBench.Packet4(1500, isWhole: true);
        byte[] six = MtuBench.Packet6(1500);
        foreach (byte type in (byte[])[3, 4, 5, 11, 12, 200])
        {
            yield return Case($"ICMP {type}",
                MtuBench.Packet4(1500, isWhole: true, protocol: 1).With(34, type));
        }

        foreach (byte type in (byte[])[1, 2, 127, 137])
        {
            yield return Case($"ICMPv6 {type}", MtuBench.Packet6(1500, 58).With(54, type));
        }

        yield return Case("ICMPv6 error behind options", MtuBench.Packet6(
            1500, 60, [58, 0, 1, 4, 0, 0, 0, 0, 1]));
        yield return Case("later fragment",
            MtuBench.Packet4(1500, isWhole: true, fragment: 100));
        yield return Case("later fragment of ICMPv6", MtuBench.Packet6(
            1500, 44, [58, 0, 1, 0, 0, 0, 0, 7]));
        yield return Case("from a group MAC", four.With(6, 1));
        yield return Case("from a group", Again(four.With(26, 224)));
        yield return Case("from nowhere", Again(four.With(26, 0, 0, 0, 0)));
        yield return Case("to a group", Again(four.With(30, 239)));
        yield return Case("to everybody", Again(four.With(30, 255, 255, 255, 255)));
        yield return Case("from ::", six.With(22, new byte[16]));
        yield return Case("from a group of IPv6", six.With(22, 0xFF));
        yield return Case("to a group of IPv6", six.With(38, 0xFF));
    }

    /// <summary>RFC 1122 section 3.2.2, RFC 4443 section 2.4 e.</summary>
    [TestCaseSource(nameof(Silent))]
    public void NobodyElseIsTold(byte[] frame)
    {
        var bench = new MtuBench(Mtu);
        Assert.That(bench.Punt(frame), Is.EqualTo(SlowPathOutcome.MtuSilent));
        Assert.That(bench.Sent, Is.Empty);
    }

    /// <summary>A ping is a question, and a first fragment is told.</summary>
    [Test]
    public void QuestionsAndFirstFragmentsAreTold()
    {
        var bench = new MtuBench(Mtu);
        foreach (byte[] frame in (byte[][])
        [
            MtuBench.Packet4(1500, isWhole: true, protocol: 1).With(34, 8),
            MtuBench.Packet6(1500, 58).With(54, 128),
            MtuBench.Packet4(1500, isWhole: true, fragment: More),
            MtuBench.Packet6(1500, 44, [17, 0, 0, 1, 0, 0, 0, 7]),
        ])
        {
            Assert.That(bench.Punt(frame), Is.EqualTo(SlowPathOutcome.MtuAnswered));
        }
    }

    /// <summary>RFC 791 section 3.2: fragments in order, each as long as fits, that make the
    /// packet again.</summary>
    [Test]
    public void IPv4WithoutDFIsCut(
        [Values(1401, 1500, 3000, 9000)] int bytes, [Values(600, 1400)] int mtu,
        [Values(0, 2)] int tags, [Values(0, 185)] int offset, [Values] bool more,
        [Values] bool hasOptions)
    {
        var bench = new MtuBench(mtu);

        // Record route is not copied, a router alert is; between them nothing.
        byte[] options = hasOptions ? [7, 7, 4, 0, 0, 0, 0, 1, 0x94, 4, 0, 0] : [];
        byte[] plain = MtuBench.Packet4(bytes, isWhole: false, options,
            (ushort)(offset | (more ? More : 0)));
        byte[] frame = Make.Tagged(plain, tags);
        Assert.That(bench.Punt(frame), Is.EqualTo(SlowPathOutcome.Fragmented));
        List<byte[]> pieces = bench.Sent;
        Assert.That(bench.Ways, Has.All.EqualTo((1, MtuBench.HopOfFar)));
        int link = 14 + (4 * tags);
        byte[] data = [];
        for (int n = 0; n < pieces.Count; n++)
        {
            byte[] ip = pieces[n][link..];
            bool isLast = n == pieces.Count - 1;
            int header = 20 + (!hasOptions ? 0 : n == 0 ? 12 : 4);
            Assert.That(pieces[n][..link], Is.EqualTo(frame[..link]));
            Assert.That(ip[0], Is.EqualTo(0x40 | (header / 4)));
            Assert.That(Make.Checksum(ip.AsSpan(0, header)), Is.Zero, "checksum");
            Assert.That(ip, Has.Length.EqualTo((ip[2] << 8) | ip[3]).And.Length.AtMost(mtu));
            Assert.That(ip.Length, isLast ? Is.AtMost(mtu) : Is.GreaterThan(mtu - 8));
            Assert.That(ip[4..6], Is.EqualTo(plain[18..20]), "identification");
            Assert.That(((ip[6] << 8) | ip[7]) & 0x1FFF, Is.EqualTo(offset + (data.Length / 8)));
            Assert.That((ip[6] & 0xE0) == 0x20, Is.EqualTo(!isLast || more), "more fragments");
            Assert.That(ip[8..10], Is.EqualTo(plain[22..24]));
            Assert.That(ip[12..20], Is.EqualTo(plain[26..34]), "addresses");
            Assert.That(ip[20..header], Is.EqualTo(!hasOptions ? [] : n == 0 ? options
                : options[8..]));
            data = [.. data, .. ip[header..]];
        }

        Assert.That(data, Is.EqualTo(plain[(34 + options.Length)..]));
    }

    /// <summary>Options that contradict themselves cannot be sorted: nothing is sent.</summary>
    [TestCase(new byte[] { 7, 1, 0, 0 })]
    [TestCase(new byte[] { 7, 5, 0, 0 })]
    [TestCase(new byte[] { 1, 1, 1, 7 })]
    public void BrokenOptionsAreNotCut(byte[] options)
    {
        var bench = new MtuBench(Mtu);
        Assert.That(bench.Punt(MtuBench.Packet4(1500, isWhole: false, options)),
            Is.EqualTo(SlowPathOutcome.MtuSilent));
        Assert.That(bench.Sent, Is.Empty);
    }

    /// <summary>All fragments of a packet wait, or none, and each is a copy of its tenant's limit.
    /// </summary>
    [Test]
    public void FragmentsAreAdmittedTogether()
    {
        var bench = new MtuBench(600);
        byte[] frame = MtuBench.Packet4(9000, isWhole: false);
        SlowPathEngine engine = bench.Bench.Engine;
        byte[] punt = Bench.Punted(Reasons.TooBig, frame, Bench.Red);
        Assert.That(engine.Handle(punt, 1), Is.EqualTo(SlowPathOutcome.Fragmented));
        long waiting = engine.Waiting;
        Assert.That(waiting, Is.EqualTo(16));
        Assert.That(engine.Handle(punt, 1), Is.EqualTo(SlowPathOutcome.QueueFull));
        Assert.That(engine.Waiting, Is.EqualTo(waiting));
        Ledger.Check(engine.Counters);
    }

    /// <summary>What hardware finds no way for goes to all flood remotes: the least of their
    /// limits holds.</summary>
    [Test]
    public void UnknownDestinationsHaveTheLeastOfAll()
    {
        var bench = new MtuBench(0, third: 1450, fourth: 1400);
        byte[] unknown = MtuBench.Packet4(1430, isWhole: true).With(5, 0x77);
        Assert.That(bench.Punt(unknown, Reasons.UnknownUnicast),
            Is.EqualTo(SlowPathOutcome.MtuAnswered));
        byte[] cut = MtuBench.Packet4(1430, isWhole: false).With(5, 0x77);
        Assert.That(bench.Punt(cut, Reasons.UnknownUnicast),
            Is.EqualTo(SlowPathOutcome.Fragmented));
        Assert.That(bench.Ways, Is.EqualTo(new[] { (1, 3), (1, 4), (1, 3), (1, 4) }));
        Assert.That(bench.Punt(MtuBench.Packet4(1400, true).With(5, 0x77), Reasons.UnknownUnicast),
            Is.EqualTo(SlowPathOutcome.Replicated));
    }

    /// <summary>Bytes behind a packet that fits are taken off, and it goes on.</summary>
    [Test]
    public void PaddingIsTakenOff()
    {
        var bench = new MtuBench(0, far: Mtu);
        byte[] packet = MtuBench.Packet6(Mtu);
        Assert.That(bench.Punt([.. packet, .. new byte[100]]),
            Is.EqualTo(SlowPathOutcome.Forwarded));
        Assert.That(bench.Sent, Is.EqualTo(new[] { packet }));
    }

    /// <summary>What fits by now is sent on as it is: the configuration has changed meanwhile.
    /// </summary>
    [Test]
    public void WhatFitsGoesOn()
    {
        var bench = new MtuBench(Mtu);
        byte[] packet = MtuBench.Packet4(Mtu, isWhole: true);
        Assert.That(bench.Punt(packet), Is.EqualTo(SlowPathOutcome.Forwarded));
        Assert.That(bench.Sent, Is.EqualTo(new[] { packet }));
    }

    /// <summary>An IPv4 header with another address, its checksum made right.</summary>
    private static byte[] Again(byte[] frame)
    {
        frame[24] = frame[25] = 0;
        BinaryPrimitives.WriteUInt16BigEndian(
            frame.AsSpan(24), Make.Checksum(frame.AsSpan(14, 20)));
        return frame;
    }
}
