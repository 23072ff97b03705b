using SmartNic.Features;
using SmartNic.Hls.Language;
using SmartNic.Testing;

namespace SmartNic.Features.Tests;

/// <summary>Shares, fragments, errors and changes of policy.</summary>
public sealed class SessionTrackerTests
{
    private static readonly U24 Zone = (U24)5u;

    [Test]
    public void AShareIsNobodyElses()
    {
        var tracker = new SessionTracker(100, 1);
        tracker.SetPolicy(1, new SessionPolicy { Most = 10 });
        tracker.SetPolicy(2, new SessionPolicy { Most = 10, WhenFull = SessionsFull.Evict });
        for (ushort port = 0; port < 20; port++)
        {
            Assert.That(Syn(tracker, port, 1).Passes, Is.EqualTo(port < 10));
        }

        Assert.That(Syn(tracker, 99, 1).Outcome, Is.EqualTo(SessionOutcome.ShareFull));
        for (ushort port = 100; port < 120; port++)
        {
            Assert.That(Syn(tracker, port, 2).Passes, Is.True);
        }

        Assert.That(tracker.Evicted, Is.EqualTo(11));
        Assert.That(tracker.Table.ChargedTo(2), Is.EqualTo(9));
        Assert.That(tracker.Expire(1UL << 40, 1000), Is.EqualTo(19));
        Assert.That(tracker.Table.FreePlaces, Is.EqualTo(100));
    }

    [Test]
    public void FragmentsFollowTheFirst()
    {
        var tracker = new SessionTracker(100, 1);
        byte[] first = Piece(0x2000, 7, [0, 9, 0, 9, 0, 40, 0, 0]);
        byte[] later = Piece(2, 7, new byte[16]);
        Assert.That(Judge(tracker, later), Is.EqualTo(SessionOutcome.FragmentUnknown));
        Assert.That(Judge(tracker, first), Is.EqualTo(SessionOutcome.Opened));
        Assert.That(Judge(tracker, later), Is.EqualTo(SessionOutcome.Fragment));
        Assert.That(Judge(tracker, Piece(2, 8, new byte[16])),
            Is.EqualTo(SessionOutcome.FragmentUnknown));
        Assert.That(Judge(tracker, later, 31_000_000_000),
            Is.EqualTo(SessionOutcome.FragmentUnknown));
    }

    [Test]
    public void AnErrorBelongsToWhatItIsAbout()
    {
        var tracker = new SessionTracker(100, 1);
        byte[] udp = SessionFrames.Udp("10.0.0.1", "10.0.0.2", 5, 6);
        byte[] error = Frames.Ethernet(2, 4, 0x0800, Frames.Ipv4(
            "10.9.9.9", "10.0.0.1", 1, [3, 3, 0, 0, 0, 0, 0, 0, .. udp[14..]]));
        Assert.That(Judge(tracker, error), Is.EqualTo(SessionOutcome.NoSession));
        Judge(tracker, udp);
        Assert.That(Judge(tracker, error), Is.EqualTo(SessionOutcome.Related));
    }

    /// <summary>Found against the Linux kernel; RFC 5961 section 4.</summary>
    [TestCase(false, "LAST_ACK")]
    [TestCase(true, "TIME_WAIT")]
    public void TheAnswerToANewSynAcknowledgesNoFin(bool again, string state)
    {
        var tracker = new SessionTracker(100, 1);
        byte[] Packet(bool back, byte flags) => back
            ? SessionFrames.Tcp("10.0.0.2", "10.0.0.1", 80, 9, flags)
            : SessionFrames.Tcp("10.0.0.1", "10.0.0.2", 9, 80, flags);
        foreach ((bool back, byte flags) in new (bool, byte)[]
            { (false, 2), (true, 18), (false, 16), (false, 17), (true, 17), (false, 2) })
        {
            Assert.That(Judge(tracker, Packet(back, flags)).Passes(), Is.True);
        }

        Assert.That(Judge(tracker, Packet(true, 16)), Is.EqualTo(SessionOutcome.Ignored));
        if (again)
        {
            Judge(tracker, Packet(true, 16));
        }

        Assert.That(tracker.List(0).Single().State, Is.EqualTo(state));
    }

    [Test]
    public void WhatIsNoLongerAllowedEnds()
    {
        var tracker = new SessionTracker(100, 1);
        for (ushort port = 1; port <= 20; port++)
        {
            Syn(tracker, port, 1);
        }

        tracker.BeginRejudge();
        int left;
        do
        {
            left = tracker.Rejudge(
                (in SessionEntry s) => s.Original.SourcePort % 2 == 0, 7);
        }
        while (left > 0);
        Assert.That(tracker.Forbidden, Is.EqualTo(10));
        Assert.That(tracker.List(1).Count(), Is.EqualTo(10));
    }

    private static SessionAnswer Syn(SessionTracker tracker, ushort port, ushort tenant) =>
        tracker.Judge(SessionFrames.Tcp("10.0.0.1", "10.0.0.2", port, 80, 2), Zone, tenant,
            true, 1);

    private static SessionOutcome Judge(SessionTracker tracker, byte[] frame, ulong now = 1) =>
        tracker.Judge(frame, Zone, 1, true, now).Outcome;

    private static byte[] Piece(ushort offset, ushort id, byte[] data)
    {
        byte[] ip = Frames.Ipv4("10.0.0.1", "10.0.0.2", 17, data);
        (ip[4], ip[5], ip[6], ip[7]) =
            ((byte)(id >> 8), (byte)id, (byte)(offset >> 8), (byte)offset);
        ip[10] = ip[11] = 0;
        ushort sum = Frames.Checksum(ip.AsSpan(0, 20));
        (ip[10], ip[11]) = ((byte)(sum >> 8), (byte)sum);
        return Frames.Ethernet(2, 4, 0x0800, ip);
    }
}
