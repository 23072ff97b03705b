namespace SmartNic.Sim.Tests.Gateway;

/// <summary>No bubble at any size, in either direction, and the added latency.</summary>
public sealed class ThroughputTests
{
    private const int BeatBytes = 64;
    private const int HeaderBytes = 50;
    private const int FramesPerSize = 8;
    private const ulong LatencyClocks = 48;

    /// <summary>
    /// Every size up to 4 beats, those around the ends of beats, and the largest.
    /// </summary>
    private static IEnumerable<int> Sizes =>
        Enumerable.Range(64, 256)
            .Concat(Enumerable.Range(5, 136).SelectMany(beats => new[]
            {
                (beats * BeatBytes) - HeaderBytes, (beats * BeatBytes) - HeaderBytes + 1,
                (beats * BeatBytes) - 1, beats * BeatBytes, (beats * BeatBytes) + 1,
            }))
            .Append(9018)
            .Where(size => size is >= 64 and <= 9018)
            .Distinct();

    [TestCase(false)]
    [TestCase(true)]
    public void AFrameTakesNoMoreClocksThanItHasBeats(bool tx)
    {
        using GatewayBoard board = new();
        board.Core.LogAccepted(true);
        foreach (int size in Sizes)
        {
            byte[] inner = Frames.UdpFrame(World.Peer, World.Self, size);
            byte[] outer = Frames.VxlanFrame(World.East, World.West, World.Vnis[0], inner);
            TestFrame frame = tx
                ? new(PortId.Host(0, 1), inner)
                : new(PortId.Wire(0), outer);
            for (ushort n = 0; n < FramesPerSize; n++)
            {
                board.Push(frame, n);
            }

            Assert.That(board.Core.Run(100_000), Is.True);
            List<SimFrame> accepted = [];
            while (board.Core.TryPopAccepted(out SimFrame f))
            {
                accepted.Add(f);
            }

            var left = board.Take();
            Assert.That(left, Has.Count.EqualTo(FramesPerSize));
            Assert.That(left.Select(f => f.Frame.Bytes.Length), Is.All.EqualTo(
                tx ? size + HeaderBytes : size));
            ulong beatsIn = Beats(frame.Bytes.Length);
            ulong beatsOut = Beats(left[0].Frame.Bytes.Length);
            ulong clocks = left[^1].Seen.LastClock - left[0].Seen.LastClock;
            Assert.That(
                clocks,
                Is.EqualTo((FramesPerSize - 1) * Math.Max(beatsIn, beatsOut)),
                $"{size} bytes, output");
            // The input FIFO takes what comes while the output is still busy.
            Assert.That(
                accepted[^1].LastClock - accepted[0].FirstClock + 1,
                Is.EqualTo(FramesPerSize * beatsIn),
                $"{size} bytes, input");
        }

        board.AssertConservation();
    }

    [TestCase(false)]
    [TestCase(true)]
    public void ASmallFrameIsOutSoon(bool tx)
    {
        using GatewayBoard board = new();
        board.Core.LogAccepted(true);
        byte[] inner = Frames.UdpFrame(World.Peer, World.Self, 64);
        TestFrame frame = tx
            ? new(PortId.Host(0, 1), inner)
            : new(PortId.Wire(0), Frames.VxlanFrame(World.East, World.West, 100, inner));
        board.Push(frame, 1);
        Assert.That(board.Core.Run(10_000), Is.True);
        Assert.That(board.Core.TryPopAccepted(out SimFrame accepted), Is.True);
        ulong latency = board.Take().Single().Seen.FirstClock - accepted.LastClock;
        TestContext.Out.WriteLine($"{latency} clocks");
        Assert.That(latency, Is.LessThanOrEqualTo(LatencyClocks));
        board.AssertConservation();
    }

    private static ulong Beats(int bytes) => (ulong)((bytes + BeatBytes - 1) / BeatBytes);
}
