using System.Collections.Concurrent;
using Microsoft.Extensions.Logging.Abstractions;
using SmartNic.Driver;

namespace SmartNic.SlowPath.Tests;

/// <summary>The loop over a slow port.</summary>
public sealed class LoopTests
{
    [Test]
    public void PuntsAreAnsweredUntilCancelled()
    {
        var port = new QueuePort();
        var engine = new SlowPathEngine(Bench.World());
        using var cancel = new CancellationTokenSource();
        var loop = new Thread(
            () => SlowPathLoop.Run(engine, port, NullLogger.Instance, cancel.Token));
        loop.Start();
        byte[] header = Hex.Bytes(
            "01 00 01 00 0000 002a 00000000 0000 0000 0000000000000000 0000000000000000");
        for (int i = 0; i < 3; i++)
        {
            port.Punts.Enqueue([.. header, .. Frames.WireArp]);
            Assert.That(port.Answers.TryTake(out byte[]? answer, TimeSpan.FromSeconds(20)));
            Assert.That(answer.AsSpan(32).SequenceEqual(Frames.WireArpReply));
        }

        cancel.Cancel();
        Assert.That(loop.Join(TimeSpan.FromSeconds(20)));
        Assert.That(engine.Counters.All["received"], Is.EqualTo(3));
    }

    /// <summary>A board that takes nothing holds nobody up: punts are taken on, what finds no room
    /// is dropped and counted, and what waits goes out when the board goes on.</summary>
    [Test]
    public void ABoardThatTakesNothingDoesNotStopTheLoop()
    {
        SlowPathTenant red = Tenants.Tenant(1, 500, Tenants.NoLimit);
        SlowPathTenant blue = Tenants.Tenant(2);
        var engine = new SlowPathEngine(Tenants.World(red, blue));
        var port = new QueuePort { IsFull = true, LostFrames = 3 };
        using var cancel = new CancellationTokenSource();
        var loop = new Thread(
            () => SlowPathLoop.Run(engine, port, NullLogger.Instance, cancel.Token));
        loop.Start();
        for (int n = 0; n < 20_000; n++)
        {
            port.Punts.Enqueue(red.Punt(Reasons.Broadcast, Tenants.Broadcast));
        }

        port.Punts.Enqueue(blue.Punt(Reasons.Arp, Frames.TenantArp));
        Assert.That(
            () => engine.Counters.All["received"], Is.EqualTo(20_001).After(60_000, 10));
        IReadOnlyDictionary<string, long> all = engine.Counters.All;
        Assert.That(all["injected"], Is.Zero);
        Assert.That(all["queue_full"], Is.GreaterThan(19_000));
        Assert.That(() => engine.Counters.All["lost_at_port"], Is.EqualTo(3).After(60_000, 10));
        Ledger.Check(engine.Counters);
        port.IsFull = false;
        var first = new List<byte[]>();
        while (first.Count < 2 && port.Answers.TryTake(out byte[]? answer, 60_000))
        {
            first.Add(answer);
        }

        Assert.That(first.Any(f => f.AsSpan(32).SequenceEqual(Frames.TenantArpReply)), Is.True,
            "the neighbour's answer is among the first two");
        cancel.Cancel();
        Assert.That(loop.Join(TimeSpan.FromSeconds(60)));
        Assert.That(engine.Counters.All["waiting"], Is.Zero);
        Ledger.Check(engine.Counters);
    }

    [Test]
    public void ALostBoardEndsTheLoopAndWhatWaitedIsCounted()
    {
        SlowPathTenant red = Tenants.Tenant(1, 500, Tenants.NoLimit);
        var engine = new SlowPathEngine(Tenants.World(red));
        var port = new QueuePort { IsFull = true };
        port.Punts.Enqueue(red.Punt(Reasons.Broadcast, Tenants.Broadcast));
        port.Punts.Enqueue([]);
        Assert.That(
            () => SlowPathLoop.Run(engine, port, NullLogger.Instance, CancellationToken.None),
            Throws.TypeOf<DeviceLostException>());
        Assert.That(engine.Counters.All["board_lost"], Is.EqualTo(500));
        Assert.That(engine.Counters.All["injected"], Is.Zero);
        Ledger.Check(engine.Counters);
    }

    [Test]
    public void NothingIsAllocatedForAFrame()
    {
        var engine = new SlowPathEngine(Bench.World());
        byte[][] punts =
        [
            .. Frames.Requests.Append((Reasons.Arp, Frames.TenantArp.With(41, 9)))
                .Select(r => Bench.Punted(
                    r.Item1, r.Item2, r.Item1 >= Reasons.Arp ? Bench.Red : (ushort)0)),
        ];
        var sink = default(NullSink);
        ulong nowNs = 0;
        HandleAll();
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int round = 0; round < 1000; round++)
        {
            HandleAll();
        }

        Assert.That(GC.GetAllocatedBytesForCurrentThread() - before, Is.Zero);
        Assert.That(
            engine.Counters.All["injected"], Is.EqualTo(1001 * (punts.Length + 1)));
        Ledger.Check(engine.Counters);

        void HandleAll()
        {
            foreach (byte[] punt in punts)
            {
                engine.Handle(punt, nowNs += 100_000);
            }

            engine.Send(ref sink, int.MaxValue);
        }
    }

    private struct NullSink : IInjectionSink
    {
        public readonly bool TryInject(ReadOnlySpan<byte> frame) => true;
    }

    private sealed class QueuePort : ISlowPort
    {
        public ConcurrentQueue<byte[]> Punts { get; } = [];

        public BlockingCollection<byte[]> Answers { get; } = [];

        public long LostFrames { get; init; }

        /// <summary>Whether it refuses every frame.</summary>
        public bool IsFull { get; set; }

        public bool TryReceive(Span<byte> buffer, out int length)
        {
            length = 0;
            if (!Punts.TryDequeue(out byte[]? punt))
            {
                return false;
            }

            // An empty punt ends the board.
            length = punt.Length > 0 ? punt.Length : throw new DeviceLostException("unplugged");
            punt.CopyTo(buffer);
            return true;
        }

        public bool TrySend(ReadOnlySpan<byte> frame)
        {
            if (IsFull)
            {
                return false;
            }

            Answers.Add(frame.ToArray());
            return true;
        }
    }
}
