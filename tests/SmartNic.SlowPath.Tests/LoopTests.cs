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
        Assert.That(engine.Counters.Received, Is.EqualTo(3));
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
        HandleAll();
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int round = 0; round < 1000; round++)
        {
            HandleAll();
        }

        Assert.That(GC.GetAllocatedBytesForCurrentThread() - before, Is.Zero);
        Assert.That(engine.Counters.Injected, Is.EqualTo(1001 * (punts.Length + 1)));

        void HandleAll()
        {
            foreach (byte[] punt in punts)
            {
                engine.Handle(punt, ref sink);
            }
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

        public long LostFrames => 0;

        public bool TryReceive(Span<byte> buffer, out int length)
        {
            length = 0;
            if (!Punts.TryDequeue(out byte[]? punt))
            {
                return false;
            }

            punt.CopyTo(buffer);
            length = punt.Length;
            return true;
        }

        public bool TrySend(ReadOnlySpan<byte> frame)
        {
            Answers.Add(frame.ToArray());
            return true;
        }
    }
}
