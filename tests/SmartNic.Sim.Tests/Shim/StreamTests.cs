namespace SmartNic.Sim.Tests.Shim;

/// <summary>The shim's ports, against a board that gives every frame back.</summary>
public sealed class StreamTests
{
    private static readonly PortKind[] Kinds = [PortKind.Wire, PortKind.Host, PortKind.Slow];

    [TestCase(64, 1)]
    [TestCase(512, 1)]
    [TestCase(128, 2)]
    public void EveryFrameComesBackOnceInOrder(int width, int interfaces)
    {
        const int Seed = 1;
        TestContext.Out.WriteLine($"seed {Seed}");
        Random random = new(Seed);
        using SimCore core = new(SimBuild.Loopback(width, interfaces));
        Assert.That((core.DataWidthBits, core.Interfaces), Is.EqualTo((width, interfaces)));
        foreach (PortKind kind in Kinds)
        {
            for (int n = 0; n < interfaces; n++)
            {
                core.SetGaps(kind, n, random.NextDouble() / 2, (ulong)random.Next());
                core.SetStalls(kind, n, random.NextDouble() / 2, (ulong)random.Next());
            }
        }

        Dictionary<(PortKind, byte), Queue<(ushort Tag, byte[] Bytes)>> sent = [];
        for (ushort tag = 0; tag < 600; tag++)
        {
            PortId port = new(
                Kinds[random.Next(3)], (byte)random.Next(interfaces), (ushort)(tag & 0xFFF));
            byte[] frame = new byte[1 + random.Next(random.Next(4) == 0 ? 9216 : 300)];
            random.NextBytes(frame);
            core.Push(port, 0, tag, frame);
            var key = (Back(port.Kind), port.Interface);
            if (!sent.TryGetValue(key, out var queue))
            {
                sent.Add(key, queue = new());
            }

            queue.Enqueue((tag, frame));
        }

        Assert.That(core.Run(1_000_000), Is.True);
        byte[] buffer = new byte[SimCore.MaxFrameBytes];
        ulong lastClock = 0;
        while (core.TryPop(buffer, out SimFrame frame))
        {
            var (tag, bytes) = sent[(frame.Port.Kind, frame.Port.Interface)].Dequeue();
            Assert.That(frame.Tag, Is.EqualTo(tag));
            Assert.That(buffer.AsSpan(0, frame.LengthBytes).SequenceEqual(bytes), Is.True);
            Assert.That(frame.LastClock, Is.GreaterThanOrEqualTo(lastClock));
            lastClock = frame.LastClock;
        }

        Assert.That(sent.Values, Has.All.Empty);
    }

    [Test]
    public void TheSameSeedGivesTheSameClocks()
    {
        ulong[] clocks = [Once(7), Once(7), Once(8)];
        Assert.That(clocks[1], Is.EqualTo(clocks[0]));
        Assert.That(clocks[2], Is.Not.EqualTo(clocks[0]));

        static ulong Once(ulong seed)
        {
            using SimCore core = new(SimBuild.Loopback());
            core.SetGaps(PortKind.Wire, 0, 0.3, seed);
            core.SetStalls(PortKind.Host, 0, 0.3, seed);
            for (ushort n = 0; n < 100; n++)
            {
                core.Push(PortId.Wire(0), 0, n, new byte[200]);
            }

            Assert.That(core.Run(100_000), Is.True);
            return core.Clocks;
        }
    }

    [Test]
    public void InParallelModeTimeIsTheClock()
    {
        using SimCore core = new(SimBuild.Loopback());
        core.LogAccepted(true);
        core.SetTime(1_000_000);
        core.SetTime(5);
        for (ushort n = 0; n < 3; n++)
        {
            core.Push(PortId.Wire(0), 77, n, new byte[130]);
        }

        Assert.That(core.Run(10_000), Is.True);
        byte[] buffer = new byte[SimCore.MaxFrameBytes];
        for (ushort n = 0; n < 3; n++)
        {
            Assert.That(core.TryPopAccepted(out SimFrame accepted), Is.True);
            Assert.That(core.TryPop(buffer, out SimFrame received), Is.True);
            Assert.That(accepted.Tag, Is.EqualTo(n));
            Assert.That(accepted.TimeNs, Is.EqualTo(1_000_000 + (12ul * n)));
            Assert.That(received.TimeNs, Is.EqualTo(accepted.TimeNs));
            Assert.That(accepted.LastClock - accepted.FirstClock, Is.EqualTo(2));
            Assert.That(received.FirstClock - accepted.FirstClock, Is.EqualTo(1));
        }

        Assert.That(core.TryPopAccepted(out _), Is.False);
    }

    [Test]
    public void ReplayKeepsOrderAndStamps()
    {
        const int Seed = 2;
        TestContext.Out.WriteLine($"seed {Seed}");
        Random random = new(Seed);
        using SimBoard board = new(SimBuild.Loopback(64));
        foreach (PortKind kind in Kinds)
        {
            board.Core.SetGaps(kind, 0, 0.4, 1);
            board.Core.SetStalls(kind, 0, 0.6, 2);
        }

        board.Core.LogAccepted(true);
        List<ulong> stamps = [];
        ulong time = 0;
        for (ushort tag = 0; tag < 300; tag++)
        {
            time += (ulong)random.Next(3);
            stamps.Add(time);
            PortId port = new(Kinds[random.Next(3)], 0, 0);
            board.Inject(port, time, tag, new byte[random.Next(1, 2000)]);
        }

        int received = 0;
        board.Drain((_, timeNs, tag, _) =>
        {
            received++;
            Assert.That(timeNs, Is.EqualTo(stamps[tag]));
        });
        Assert.That(received, Is.EqualTo(stamps.Count));
        ulong lastClock = 0;
        for (int n = 0; n < stamps.Count; n++)
        {
            Assert.That(board.Core.TryPopAccepted(out SimFrame frame), Is.True);
            Assert.That((frame.Tag, frame.TimeNs), Is.EqualTo(((ushort)n, stamps[n])));
            Assert.That(frame.FirstClock, Is.GreaterThan(lastClock));
            lastClock = frame.LastClock;
        }
    }

    private static PortKind Back(PortKind kind) => kind switch
    {
        PortKind.Wire => PortKind.Host,
        PortKind.Host => PortKind.Wire,
        _ => PortKind.Slow,
    };
}
