using SmartNic.SlowPath.Queues;

namespace SmartNic.SlowPath.Tests;

/// <summary>The limit of copies, the queues' bounds, and the longest frames.</summary>
public sealed class LimitTests
{
    [TestCase(1u, 1)]
    [TestCase(10_000u, 8)]
    [TestCase(10_000u, 4095)]
    [TestCase(100_000_000u, 4095)]
    public void CopiesKeepToRateBurstAndOneFrame(uint rate, int copies)
    {
        var bucket = default(CopyBucket);
        ulong start = ulong.MaxValue / 2, nowNs = start;
        long taken = 0;
        var random = new Random(copies);
        for (int n = 0; n < 200_000; n++)
        {
            nowNs += (ulong)random.Next(0, 2 * 1_000_000_000 / 100_000);
            taken += bucket.TryTake(copies, rate, nowNs) ? copies : 0;
        }

        double seconds = (nowNs - start) / 1e9;
        double most = (seconds * rate) + CopyBucket.Burst(rate) + copies;
        Assert.That(taken, Is.LessThanOrEqualTo(most));
        double offered = 200_000.0 * copies;
        Assert.That(taken, Is.GreaterThanOrEqualTo(Math.Min(offered, seconds * rate) * 0.99));
    }

    [Test]
    public void ALongPauseGivesOneBurst()
    {
        var bucket = default(CopyBucket);
        Assert.That(bucket.TryTake(1000, 10_000, 5), Is.True);
        Assert.That(bucket.TryTake(1, 10_000, 5), Is.False);
        Assert.That(bucket.TryTake(1, 10_000, 4), Is.False, "a clock that goes back gives nothing");
        ulong late = ulong.MaxValue;
        Assert.That(bucket.TryTake(999, 10_000, late), Is.True);
        Assert.That(bucket.TryTake(4095, 10_000, late), Is.True, "one frame may make a debt");
        Assert.That(bucket.TryTake(1, 10_000, late), Is.False);
    }

    /// <summary>A frame goes to all remotes or to none, whatever the limit.</summary>
    [Test]
    public void NoRemoteIsLeftOut()
    {
        SlowPathTenant red = Tenants.Tenant(1, 4000, 100);
        var engine = new SlowPathEngine(Tenants.World(red));
        byte[] punt = red.Punt(Reasons.Broadcast, Tenants.Broadcast);
        Assert.That(engine.Handle(punt, 0), Is.EqualTo(SlowPathOutcome.Replicated));
        Assert.That(engine.Handle(punt, 0), Is.EqualTo(SlowPathOutcome.CopyLimit));
        var port = new Port();
        port.Take(engine, int.MaxValue);
        Assert.That(port.Frames.Select(f => f.NextHop), Is.EqualTo(red.Flood));

        // 3990 copies of debt at 100 a second.
        Assert.That(engine.Handle(punt, 39_000_000_000), Is.EqualTo(SlowPathOutcome.CopyLimit));
        Assert.That(engine.Handle(punt, 40_000_000_000), Is.EqualTo(SlowPathOutcome.Replicated));
        Ledger.Check(engine.Counters);
    }

    /// <summary>A frame that finds no room is not charged as copies.</summary>
    [Test]
    public void AFullQueueCostsNoCopies()
    {
        SlowPathTenant red = Tenants.Tenant(1, 1, 10_000);
        var engine = new SlowPathEngine(Tenants.World(red));
        byte[] punt = red.Punt(Reasons.Broadcast, Tenants.Broadcast);
        int replicated = 0;
        while (engine.Handle(punt, 0) == SlowPathOutcome.Replicated)
        {
            replicated++;
        }

        for (int n = 0; n < 10_000; n++)
        {
            Assert.That(engine.Handle(punt, 0), Is.EqualTo(SlowPathOutcome.QueueFull));
        }

        Assert.That(replicated, Is.InRange(100, 999));
        new Port().Take(engine, 1);
        Assert.That(engine.Handle(punt, 0), Is.EqualTo(SlowPathOutcome.Replicated));
        Ledger.Check(engine.Counters);
    }

    [Test]
    public void ATenantWithoutRemotesCostsNothing()
    {
        SlowPathTenant red = Tenants.Tenant(1);
        var engine = new SlowPathEngine(Tenants.World(red));
        for (int n = 0; n < 100_000; n++)
        {
            engine.Handle(red.Punt(Reasons.Broadcast, Tenants.Broadcast), 0);
        }

        Assert.That(engine.Of(red)["no_remotes"], Is.EqualTo(100_000));
        Assert.That(engine.Waiting, Is.Zero);
        Ledger.Check(engine.Counters);
    }

    /// <summary>What fits no outer headers is dropped here once, not N times by the board.
    /// </summary>
    [TestCase(9178, SlowPathOutcome.Replicated)]
    [TestCase(9179, SlowPathOutcome.TooLong)]
    [TestCase(9216, SlowPathOutcome.TooLong)]
    public void TheLongestFrameIsReplicated(int bytes, SlowPathOutcome outcome)
    {
        SlowPathTenant red = Tenants.Tenant(1, 3);
        var engine = new SlowPathEngine(Tenants.World(red));
        byte[] frame = [.. Tenants.Broadcast, .. new byte[bytes - Tenants.Broadcast.Length]];
        Assert.That(engine.Handle(red.Punt(Reasons.Broadcast, frame), 0), Is.EqualTo(outcome));
        var port = new Port { KeepsBytes = true };
        int sent = port.Take(engine, 10);
        Assert.That(sent, Is.EqualTo(outcome == SlowPathOutcome.Replicated ? 3 : 0));
        Assert.That(port.Frames.All(f => f.Frame.AsSpan(32).SequenceEqual(frame)), Is.True);
        Ledger.Check(engine.Counters);
    }

    /// <summary>The queue gives back what it took, in order, however it wraps.</summary>
    [Test]
    public void AFrameQueueIsAQueue()
    {
        var random = new Random(5);
        var pool = new BufferPool(16 << 10);
        var queue = new FrameQueue(pool);
        var model = new Queue<(int Mark, byte[] Frame)>();
        int refused = 0;
        for (int n = 0; n < 200_000; n++)
        {
            if (random.Next(100) < (n / 1000 % 2 == 0 ? 70 : 30))
            {
                var frame = new byte[random.Next(20) == 0 ? random.Next(9198) : random.Next(200)];
                random.NextBytes(frame);
                bool hasRoom = queue.HasRoom(frame.Length);
                if (queue.TryAdd(frame.Length, n, out Span<byte> at))
                {
                    frame.CopyTo(at);
                    model.Enqueue((n, frame));
                    Assert.That(hasRoom, Is.True);
                }
                else
                {
                    refused++;
                    Assert.That(hasRoom, Is.False);
                    Assert.That(
                        model.Sum(f => f.Frame.Length + 8) + (2 * frame.Length) + 16 + 9198,
                        Is.GreaterThan(pool.Bytes), "refused with room");
                }
            }
            else if (model.TryDequeue(out var oldest))
            {
                Assert.That(queue.HeadMark, Is.EqualTo(oldest.Mark));
                Assert.That(queue.Head.SequenceEqual(oldest.Frame), Is.True);
                queue.Remove();
            }

            Assert.That(queue.Count, Is.EqualTo(model.Count));
        }

        Assert.That(refused, Is.GreaterThan(1000));
    }
}
