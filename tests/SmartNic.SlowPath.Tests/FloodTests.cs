namespace SmartNic.SlowPath.Tests;

/// <summary>
/// One tenant floods, as much as hardware lets it: its neighbours' answers, and those to the wire,
/// leave within the frames that <c>Scheduler</c> promises. Time is virtual, and the board takes a
/// limited number of frames a second.
/// </summary>
public sealed class FloodTests
{
    private const ulong TickNs = 100_000;
    private const int Ticks = 10_000; // a second
    private const int Asked = 50;

    /// <summary>The default limits: 1000 punts a second and 10,000 copies; then no limit of copies,
    /// so that only the fair queues stand between them.</summary>
    [TestCase(500, 10_000u, 50_000)]
    [TestCase(4000, 10_000u, 50_000)]
    [TestCase(500, Tenants.NoLimit, 50_000)]
    [TestCase(4000, Tenants.NoLimit, 50_000)]
    [TestCase(4000, Tenants.NoLimit, 1_000)]
    public void NeighboursOfAFloodingTenantAreAnswered(
        int remotes, uint copiesPerSecond, int framesPerSecond)
    {
        SlowPathTenant red = Tenants.Tenant(1, remotes, copiesPerSecond);
        SlowPathTenant blue = Tenants.Tenant(2);
        var engine = new SlowPathEngine(Tenants.World(red, blue));
        byte[] flood = red.Punt(Reasons.Broadcast, Tenants.Broadcast);
        byte[] ask = blue.Punt(Reasons.Arp, Frames.TenantArp);
        var port = new Port();
        var asked = new Queue<int>();
        int worst = 0, answered = 0;
        for (int tick = 0; tick < Ticks; tick++)
        {
            ulong nowNs = 1_000_000_000 + ((ulong)tick * TickNs);
            if (tick % 10 == 0)
            {
                engine.Handle(flood, nowNs);
            }

            if (tick % (Ticks / Asked) == 77)
            {
                Assert.That(engine.Handle(ask, nowNs), Is.EqualTo(SlowPathOutcome.ArpAnswered));
                asked.Enqueue(port.Frames.Count);
            }

            // Spread over the ticks without a remainder that is lost.
            int due = (int)(((long)(tick + 1) * framesPerSecond / Ticks)
                - ((long)tick * framesPerSecond / Ticks));
            int before = port.Frames.Count;
            port.Take(engine, due);
            for (int n = before; n < port.Frames.Count; n++)
            {
                if (port.Frames[n] is { Action: 3, Tenant: 2 })
                {
                    worst = Math.Max(worst, n + 1 - asked.Dequeue());
                    answered++;
                }
            }

            if (tick % 500 == 0)
            {
                Ledger.Check(engine.Counters);
            }
        }

        // One tenant waits for one answer: with the second frame at the latest.
        Assert.That((answered, asked.Count), Is.EqualTo((Asked, 0)));
        Assert.That(worst, Is.InRange(1, 2));
        IReadOnlyDictionary<string, long> counts = engine.Of(red);
        TestContext.Out.WriteLine(string.Join(' ', counts.Where(c => c.Value != 0)));
        Assert.That(counts["received"], Is.EqualTo(1000));
        Assert.That(counts["replicated"] + counts["copy_limit"] + counts["queue_full"],
            Is.EqualTo(1000));
        Assert.That(counts["made"], Is.EqualTo(counts["replicated"] * remotes));
        Assert.That(counts["copy_limit"] > 0, Is.EqualTo(copiesPerSecond == 10_000));
        if (copiesPerSecond == 10_000)
        {
            // The rate, the burst, and one frame of debt.
            Assert.That(counts["copies"], Is.InRange(10_000 - remotes, 11_000 + remotes));
            Assert.That(counts["injected"], Is.GreaterThan(9_000));
        }
        else
        {
            Assert.That(counts["queue_full"], Is.GreaterThan(0));
            Assert.That(port.Frames, Has.Count.GreaterThan(framesPerSecond * 99 / 100),
                "a port that could take more was left idle");
        }
    }

    /// <summary>A tenant that floods with answers, or the wire with pings, only holds up itself.
    /// </summary>
    [TestCase(Reasons.Arp)]
    [TestCase(Reasons.Neighbour)]
    [TestCase(Reasons.UnknownUnicast)]
    [TestCase(Reasons.WirePing)]
    public void WhateverIsFloodedTheOthersLeaveInTurn(int reason)
    {
        SlowPathTenant red = Tenants.Tenant(1, 500, Tenants.NoLimit);
        SlowPathTenant blue = Tenants.Tenant(2);
        var engine = new SlowPathEngine(Tenants.World(red, blue));
        var random = new Random(reason);
        for (int n = 0; n < 20_000; n++)
        {
            engine.Handle(Flooded(reason, red, random), 1);
        }

        Ledger.Check(engine.Counters);
        long full = engine.Counters.All["queue_full"];
        Assert.That(full, Is.GreaterThan(10_000), "queues are bounded");
        var port = new Port();
        port.Take(engine, random.Next(10));
        int before = port.Frames.Count;
        engine.Handle(blue.Punt(Reasons.Arp, Frames.TenantArp), 1);
        engine.Handle(blue.Punt(Reasons.Neighbour, Frames.TenantSolicitation), 1);
        engine.Handle(Bench.Punted(Reasons.WireArp, Frames.WireArp), 1);
        Assert.That(engine.Counters.All["queue_full"], Is.EqualTo(full), "the others have room");
        port.Take(engine, int.MaxValue);
        List<Port.Taken> after = port.Frames[before..];

        // Scheduler: 2 x k x m and 4 x k x m, with k = 1 and 2, m = 2.
        Assert.That(after.FindIndex(f => f is { Action: 3, Tenant: 2 }), Is.InRange(0, 3));
        Assert.That(after.FindIndex(5, f => f is { Action: 3, Tenant: 2 })
            + after.FindIndex(f => f is { Action: 3, Tenant: 2 }), Is.LessThan(12));
        Assert.That(after.FindIndex(f => f.Action == 2 && f.Bytes == 32 + 60), Is.InRange(0, 7));
        Assert.That(after.Count(f => f is { Action: 3, Tenant: 2 }), Is.EqualTo(2));
        Assert.That(engine.Waiting, Is.Zero);
        Ledger.Check(engine.Counters);
    }

    /// <summary>Everybody floods, with the longest frames: memory is bounded, all get their share,
    /// and an answer waits for one frame of each of the others.</summary>
    [Test]
    public void FourThousandFloodingTenantsShareThePortInBoundedMemory()
    {
        SlowPathTenant[] tenants =
        [
            .. Enumerable.Range(1, 4095).Select(
                n => Tenants.Tenant((ushort)n, 300, Tenants.NoLimit)),
        ];
        var engine = new SlowPathEngine(Tenants.World(tenants));
        byte[] longest = [.. Tenants.Broadcast, .. new byte[9166 - Tenants.Broadcast.Length]];
        long before = GC.GetTotalMemory(true);
        for (int round = 0; round < 12; round++)
        {
            foreach (SlowPathTenant tenant in tenants)
            {
                bool isLong = tenant.Index % 2 == 0;
                engine.Handle(
                    tenant.Punt(Reasons.Broadcast, isLong ? longest : Tenants.Broadcast), 1);
                engine.Handle(tenant.Punt(Reasons.Arp, Frames.TenantArp), 1);
            }
        }

        long used = GC.GetTotalMemory(true) - before;
        Assert.That(used, Is.LessThan(130L << 20));
        var port = new Port();
        port.Take(engine, 12 * 2 * 4095);
        Assert.That(
            port.Frames.Count(f => f.Action == 3), Is.EqualTo(12 * 4095), "all answers are first");
        int[] copies = new int[4096];
        port.Frames.Where(f => f.Action == 1).ToList().ForEach(f => copies[f.Tenant]++);

        // Equal bytes for long frames, equal frames for those below the quantum.
        int[] ofShort =
            [.. Enumerable.Range(1, 4095).Where(n => n % 2 != 0).Select(n => copies[n])];
        int[] ofLong = [.. Enumerable.Range(1, 4095).Where(n => n % 2 == 0).Select(n => copies[n])];
        Assert.That(ofShort.Max() - ofShort.Min(), Is.LessThanOrEqualTo(1));
        Assert.That(ofLong.Max() - ofLong.Min(), Is.LessThanOrEqualTo(1));
        Assert.That(ofLong.Max() * 9198, Is.LessThanOrEqualTo((ofShort.Max() + 5) * 2048));
        Ledger.Check(engine.Counters);

        // What waits goes when the world goes, and the buffers are used again.
        engine.World = SlowPathWorld.Empty;
        Assert.That(engine.Waiting, Is.Zero);
        Assert.That(engine.Counters.All["stale"], Is.GreaterThan(1_000_000));
        Ledger.Check(engine.Counters);
    }

    private static byte[] Flooded(int reason, SlowPathTenant red, Random random)
    {
        switch (reason)
        {
            case Reasons.Arp:
                return red.Punt(reason, Frames.TenantArp);
            case Reasons.Neighbour:
                return red.Punt(reason, Frames.TenantSolicitation);
            case Reasons.WirePing:
                return Bench.Punted(reason, Frames.WirePing);
            default:
                var mac = new byte[6];
                random.NextBytes(mac);
                mac[0] &= 0xFE;
                return red.Punt(reason, Tenants.Broadcast.With(0, mac));
        }
    }
}
