namespace SmartNic.SlowPath.Tests;

/// <summary>What the slow path does for tenants: answers and replication.</summary>
public sealed class TenantTests
{
    // version 1, to host queue 7 of tenant 7, VNI 100, arrival time kept.
    private const string HostHeader =
        "010300000007{0:x4}00000064000000070000000000000099" + "0000000000000000";

    // The same, encapsulated to next hop {1}.
    private const string WireHeader =
        "010100000007{0:x4}00000064{1:x4}00070000000000000099" + "0000000000000000";

    private static readonly byte[] Unicast =
        Hex.Bytes("0200000009ff 020000000101 88b5 0102030405");

    [Test]
    public void ArpIsAnsweredFromNeighbours()
    {
        AssertAnswer(Reasons.Arp, Frames.TenantArp, Frames.TenantArpReply,
            SlowPathOutcome.ArpAnswered);
    }

    [Test]
    public void ProbeOfANeighboursAddressIsAnswered()
    {
        AssertAnswer(Reasons.Arp, Frames.TenantArp.With(28, 0, 0, 0, 0),
            Frames.TenantArpReply.With(38, 0, 0, 0, 0), SlowPathOutcome.ArpAnswered);
    }

    [Test]
    public void SolicitationIsAnsweredFromNeighbours()
    {
        AssertAnswer(Reasons.Neighbour, Frames.TenantSolicitation, Frames.TenantAdvertisement,
            SlowPathOutcome.NeighbourAnswered);
    }

    [Test]
    public void DuplicateDetectionIsAnsweredToAllNodes()
    {
        AssertAnswer(Reasons.Neighbour, Frames.TenantDetection, Frames.TenantDetectionAnswer,
            SlowPathOutcome.NeighbourAnswered);
    }

    [Test]
    public void WhatIsNotAnsweredIsReplicatedToEachRemote()
    {
        (string Why, int Reason, byte[] Frame)[] cases =
        [
            ("unknown address", Reasons.Arp, Frames.TenantArp.With(41, 9)),
            ("announcement", Reasons.Arp, Frames.TenantArp.With(28, 10, 0, 0, 2)),
            ("own address", Reasons.Arp, Frames.TenantArp.With(22, 2, 0, 0, 0, 1, 2)),
            ("group as sender", Reasons.Arp, Frames.TenantArp.With(22, 3)),
            ("no sender", Reasons.Arp, Frames.TenantArp.With(22, 0, 0, 0, 0, 0, 0)),
            ("ARP reply", Reasons.Arp, Frames.TenantArp.With(21, 2)),
            ("six-byte protocol address", Reasons.Arp, Frames.TenantArp.With(19, 6)),
            ("ARP cut short", Reasons.Arp, Frames.TenantArp[..41]),
            ("tagged ARP", Reasons.Broadcast, Frames.TenantArp.With(12, 0x81, 0)),
            ("wrong checksum", Reasons.Neighbour, Frames.TenantSolicitation.With(57, 0x96)),
            ("hop limit", Reasons.Neighbour, Frames.TenantSolicitation.With(21, 254)),
            ("length beyond the frame", Reasons.Neighbour,
                Frames.TenantSolicitation.With(19, 0x28)),
            ("broadcast", Reasons.Broadcast, Hex.Bytes("ffffffffffff 020000000101 88b5 01")),
            ("multicast", Reasons.Multicast, Hex.Bytes("01005e000009 020000000101 88b5 01")),
            ("unknown unicast", Reasons.UnknownUnicast, Unicast),
        ];
        foreach ((string why, int reason, byte[] frame) in cases)
        {
            Bench bench = Bench.Create();
            Assert.That(bench.Punt(reason, frame, Bench.Red),
                Is.EqualTo(SlowPathOutcome.Replicated), why);
            string[] expected =
            [
                string.Format(WireHeader, frame.Length, 3) + Hex.Text(frame),
                string.Format(WireHeader, frame.Length, 4) + Hex.Text(frame),
            ];
            Assert.That(bench.Injected.Select(f => Hex.Text(f)), Is.EqualTo(expected), why);
        }
    }

    [Test]
    public void AddressLearnedMeanwhileGoesToItsRemoteOnly()
    {
        Bench bench = Bench.Create();
        byte[] frame = Unicast.With(0, 2, 0, 0, 0, 1, 3);
        Assert.That(bench.Punt(Reasons.UnknownUnicast, frame, Bench.Red),
            Is.EqualTo(SlowPathOutcome.Forwarded));
        Assert.That(bench.Single(), Is.EqualTo(
            string.Format(WireHeader, frame.Length, 5) + " " + Hex.Text(frame)));
    }

    [Test]
    public void TenantsDoNotShareNeighbours()
    {
        Bench bench = Bench.Create();
        Assert.That(bench.Punt(Reasons.Arp, Frames.TenantArp, Bench.Lonely),
            Is.EqualTo(SlowPathOutcome.NoRemotes));
        Assert.That(bench.Injected, Is.Empty);
    }

    [Test]
    public void UnknownTenantGetsNothing()
    {
        Bench bench = Bench.Create();
        Assert.That(bench.Punt(Reasons.Arp, Frames.TenantArp, 9),
            Is.EqualTo(SlowPathOutcome.TenantUnknown));
        Assert.That(bench.Injected, Is.Empty);
    }

    [Test]
    public void ExchangedWorldAnswersFromThenOn()
    {
        Bench bench = Bench.Create();
        bench.Engine.World = SlowPathWorld.Empty;
        Assert.That(bench.Punt(Reasons.Arp, Frames.TenantArp, Bench.Red),
            Is.EqualTo(SlowPathOutcome.TenantUnknown));
        bench.Engine.World = Bench.World();
        Assert.That(bench.Punt(Reasons.Arp, Frames.TenantArp, Bench.Red),
            Is.EqualTo(SlowPathOutcome.ArpAnswered));
    }

    private static void AssertAnswer(
        int reason, byte[] request, byte[] reply, SlowPathOutcome outcome)
    {
        Bench bench = Bench.Create();
        Assert.That(bench.Punt(reason, request, Bench.Red), Is.EqualTo(outcome));
        Assert.That(bench.Single(), Is.EqualTo(
            string.Format(HostHeader, reply.Length) + " " + Hex.Text(reply)));
    }
}
