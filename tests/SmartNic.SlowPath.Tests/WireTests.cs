using SmartNic.Packets;

namespace SmartNic.SlowPath.Tests;

/// <summary>What the slow path does for the wire: ARP, neighbour solicitation and ping.</summary>
public sealed class WireTests
{
    // version 1, to the wire as it is, interface 0, arrival time kept.
    private const string Header =
        "010200000000{0:x4}00000000000000000000000000000099" + "0000000000000000";

    private static IEnumerable<TestCaseData> Answers()
    {
        yield return new TestCaseData(1, Frames.WireArp, Frames.WireArpReply);
        yield return new TestCaseData(2, Frames.WireSolicitation, Frames.WireAdvertisement);
        yield return new TestCaseData(3, Frames.WirePing, Frames.WirePingReply);
        yield return new TestCaseData(3, Frames.WirePing6, Frames.WirePing6Reply);
    }

    private static IEnumerable<TestCaseData> Refusals()
    {
        TestCaseData Case(string name, int reason, byte[] frame, SlowPathOutcome outcome) =>
            new TestCaseData(reason, frame, outcome).SetArgDisplayNames(name);

        byte[] arp = Frames.WireArp;
        byte[] ping = Frames.WirePing;
        byte[] ping6 = Frames.WirePing6;
        yield return Case("ARP foreign", 1, arp.With(41, 2), SlowPathOutcome.Foreign);
        yield return Case("ARP reply", 1, arp.With(21, 2), SlowPathOutcome.Malformed);
        yield return Case("ARP short", 1, arp[..41], SlowPathOutcome.Malformed);
        yield return Case("ARP announcement", 1,
            arp.With(28, 0xC0, 0xA8, 0xCB, 1), SlowPathOutcome.Gratuitous);
        yield return Case("ARP own MAC", 1, arp.With(27, 1), SlowPathOutcome.Gratuitous);
        yield return Case("ARP group MAC", 1, arp.With(22, 0xFF), SlowPathOutcome.BadSource);
        yield return Case("ARP broadcast IP", 1,
            arp.With(28, 255, 255, 255, 255), SlowPathOutcome.BadSource);
        yield return Case("NS checksum", 2,
            Frames.WireSolicitation.With(56, 0), SlowPathOutcome.Malformed);
        yield return Case("NS option length 0", 2,
            Frames.WireSolicitation.With(79, 0), SlowPathOutcome.Malformed);
        yield return Case("ping fragment", 3,
            ping.With(20, 0x20, 0).With(24, 0x32, 0x95), SlowPathOutcome.Fragment);
        yield return Case("ping last fragment", 3,
            ping.With(20, 0, 1).With(24, 0x52, 0x94), SlowPathOutcome.Fragment);
        yield return Case("ping header checksum", 3, ping.With(24, 0), SlowPathOutcome.Malformed);
        yield return Case("ping checksum", 3, ping.With(36, 0), SlowPathOutcome.Malformed);
        yield return Case("ping too long", 3,
            ping.With(17, 0x28).With(24, 0x12, 0x94), SlowPathOutcome.Malformed);
        yield return Case("ping short", 3, ping[..41], SlowPathOutcome.Malformed);
        yield return Case("ping from broadcast", 3,
            ping.With(26, 255, 255, 255, 255).With(24, 0x9D, 0x3F), SlowPathOutcome.BadSource);
        yield return Case("ping from our own address", 3,
            ping.With(28, 0xCB).With(24, 0x11, 0x95), SlowPathOutcome.BadSource);
        yield return Case("ping6 from our own address", 3,
            ping6.With(37, 1).With(56, 0x0E, 0x8B), SlowPathOutcome.BadSource);
        yield return Case("ping from group MAC", 3, ping.With(6, 1), SlowPathOutcome.BadSource);
        yield return Case("ping to broadcast MAC", 3,
            ping.With(0, 255, 255, 255, 255, 255, 255), SlowPathOutcome.BadDestination);
        yield return Case("ping foreign", 3,
            ping.With(33, 2).With(24, 0x12, 0x94), SlowPathOutcome.Foreign);
        yield return Case("ping6 checksum", 3, ping6.With(56, 0), SlowPathOutcome.Malformed);
        yield return Case("ping6 to group MAC", 3, ping6.With(0, 0x33),
            SlowPathOutcome.BadDestination);
        yield return Case("unknown type", 3, ping.With(12, 0x88, 0xB5),
            SlowPathOutcome.Malformed);
    }

    [TestCaseSource(nameof(Answers))]
    public void RequestIsAnswered(int reason, byte[] request, byte[] reply)
    {
        Bench bench = Bench.Create();
        bench.Punt(reason, request);
        Assert.That(bench.Single(), Is.EqualTo(
            string.Format(Header, reply.Length) + " " + Hex.Text(reply)));
    }

    [TestCaseSource(nameof(Refusals))]
    public void RequestIsRefused(int reason, byte[] request, SlowPathOutcome outcome)
    {
        Bench bench = Bench.Create();
        Assert.That(bench.Punt(reason, request), Is.EqualTo(outcome));
        Assert.That(bench.Injected, Is.Empty);
        Assert.That(
            bench.Engine.Counters.All[SlowPathCounters.NameOf(outcome)], Is.EqualTo(1));
    }

    [TestCaseSource(nameof(Answers))]
    public void OtherInterfaceIsForeign(int reason, byte[] request, byte[] reply)
    {
        Bench bench = Bench.Create();
        Assert.That(bench.Punt(reason, request, @interface: 1),
            Is.EqualTo(SlowPathOutcome.Foreign));
        Assert.That(bench.Injected, Is.Empty, Hex.Text(reply));
    }

    [Test]
    public void EthernetPaddingIsNotAnswered()
    {
        Bench bench = Bench.Create();
        bench.Punt(Reasons.WirePing, [.. Frames.WirePing, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
        Assert.That(bench.Single(), Does.EndWith(" " + Hex.Text(Frames.WirePingReply)));
    }

    [Test]
    public void LongestPingIsAnswered()
    {
        Bench bench = Bench.Create();
        byte[] frame = [.. Frames.WirePing, .. new byte[SlowPathEngine.MaxFrameBytes - 53]];
        Assert.That(bench.Punt(Reasons.WirePing, frame),
            Is.EqualTo(SlowPathOutcome.EchoAnswered), "padding is not answered");
        byte[] longest = LongPing(SlowPathEngine.MaxInjectedBytes);
        Assert.That(bench.Punt(Reasons.WirePing, longest),
            Is.EqualTo(SlowPathOutcome.EchoAnswered));
        Assert.That(bench.Injected[^1], Has.Length.EqualTo(SlowPathEngine.MaxFrameBytes));
        Assert.That(bench.Punt(Reasons.WirePing, LongPing(longest.Length + 1)),
            Is.EqualTo(SlowPathOutcome.TooLong), "the board would drop the answer");
        Assert.That(bench.Punt(Reasons.WirePing, [.. frame, 0]),
            Is.EqualTo(SlowPathOutcome.LengthInvalid));
    }

    /// <summary>A ping whose message fills a frame of a length.</summary>
    private static byte[] LongPing(int bytes)
    {
        byte[] frame = [.. Frames.WirePing, .. new byte[bytes - Frames.WirePing.Length]];
        Span<byte> ip = frame.AsSpan(14);
        System.Buffers.Binary.BinaryPrimitives.WriteUInt16BigEndian(ip[2..], (ushort)ip.Length);
        ip[10] = ip[11] = 0;
        System.Buffers.Binary.BinaryPrimitives.WriteUInt16BigEndian(
            ip[10..], InternetChecksum.Of(ip[..20]));
        return frame; // the ICMP checksum holds: only zeros were added
    }
}
