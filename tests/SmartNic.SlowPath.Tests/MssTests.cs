namespace SmartNic.SlowPath.Tests;

/// <summary>The MSS of a tenant's SYN is held to what fits.</summary>
public sealed class MssTests
{
    private const int Mtu = 1400;

    /// <summary>Wherever the option is: its number and the checksum change, and nothing else; odd
    /// places too, where the number lies across two words of the sum.</summary>
    [Test]
    public void TheMssIsHeldToWhatFits(
        [Values(4, 6)] int version, [Values(0, 1, 2, 3)] int before,
        [Values(0x02, 0x12)] int flags, [Values(1461, 0xFFFF)] int mss)
    {
        var bench = new MtuBench(Mtu, clamps: true);
        byte[] sent = MtuBench.Segment(version, Options(before, mss), (byte)flags);
        Assert.That(MtuBench.TcpIsRight(sent));
        Assert.That(bench.Punt(sent, Reasons.TcpMss), Is.EqualTo(SlowPathOutcome.MssClamped));
        Assert.That(bench.Ways, Is.EqualTo(new[] { (1, MtuBench.HopOfFar) }));
        byte[] got = bench.Sent.Single();
        byte[] expected = MtuBench.Segment(
            version, Options(before, Mtu - (version == 4 ? 40 : 60)), (byte)flags);
        Assert.That(MtuBench.TcpIsRight(got));
        Assert.That(got, Is.EqualTo(expected));
    }

    /// <summary>A wrong checksum stays wrong: the receiver is to see it.</summary>
    [Test]
    public void AWrongChecksumStaysWrong()
    {
        var bench = new MtuBench(Mtu, clamps: true);
        byte[] sent = MtuBench.Segment(4, Options(0, 1460));
        sent[50] ^= 1;
        bench.Punt(sent, Reasons.TcpMss);
        Assert.That(MtuBench.TcpIsRight(bench.Sent.Single()), Is.False);
    }

    private static IEnumerable<TestCaseData> Kept()
    {
        static TestCaseData Case(string name, byte[] frame) =>
            new TestCaseData(frame).SetArgDisplayNames(name);
        yield return Case("fits", MtuBench.Segment(4, Options(0, Mtu - 40)));
        yield return Case("no SYN", MtuBench.Segment(4, Options(0, 1460), 0x10));
        yield return Case("no such option", MtuBench.Segment(4, [3, 3, 7, 0]));
        yield return Case("behind the end", MtuBench.Segment(4, [0, 0, 0, 0, 2, 4, 5, 0xB4]));
        yield return Case("of no length", MtuBench.Segment(4, [3, 0, 2, 4, 5, 0xB4, 0, 0]));
        yield return Case("longer than it is", MtuBench.Segment(4, [2, 6, 5, 0xB4, 0, 0, 0, 0]));
        yield return Case("cut off", MtuBench.Segment(4, [1, 1, 2, 4]));
        yield return Case("header longer than the segment",
            MtuBench.Segment(4, Options(0, 1460)).With(46, 0xF0));
    }

    /// <summary>What is no such SYN, or contradicts itself, goes on as it came.</summary>
    [TestCaseSource(nameof(Kept))]
    public void AllElseGoesOnAsItCame(byte[] frame)
    {
        var bench = new MtuBench(Mtu, clamps: true);
        Assert.That(bench.Punt(frame, Reasons.TcpMss), Is.EqualTo(SlowPathOutcome.Forwarded));
        Assert.That(bench.Sent, Is.EqualTo(new[] { frame }));
    }

    /// <summary>It is the tenant's wish.</summary>
    [Test]
    public void WithoutTheOptionNothingIsTouched()
    {
        var bench = new MtuBench(Mtu);
        byte[] frame = MtuBench.Segment(6, Options(0, 1440));
        Assert.That(bench.Punt(frame, Reasons.TcpMss), Is.EqualTo(SlowPathOutcome.Forwarded));
        Assert.That(bench.Sent, Is.EqualTo(new[] { frame }));
    }

    /// <summary>Mutated packets: nothing throws, nothing longer than the way carries leaves, and
    /// nothing but an answer goes back.</summary>
    [Test]
    public void MutationsNeverBreakTheContract()
    {
        const int Rounds = 50_000;
        int seed = Environment.TickCount;
        TestContext.Out.WriteLine($"seed {seed}");
        var random = new Random(seed);
        var bench = new MtuBench(Mtu, third: 1300, fourth: 1350, clamps: true);
        byte[][] frames =
        [
            MtuBench.Packet4(1500, isWhole: true), MtuBench.Packet6(1500),
            MtuBench.Packet4(3000, isWhole: false, [7, 7, 4, 0, 0, 0, 0, 1, 0x94, 4, 0, 0]),
            MtuBench.Segment(4, Options(1, 1460)), MtuBench.Segment(6, Options(2, 1460)),
        ];
        var outcomes = new HashSet<SlowPathOutcome>();
        for (int round = 0; round < Rounds; round++)
        {
            byte[] frame = [.. frames[random.Next(frames.Length)]];
            for (int n = random.Next(4); n > 0; n--)
            {
                frame[random.Next(random.Next(2) == 0 ? 80 : frame.Length) % frame.Length] =
                    (byte)random.Next(256);
            }

            frame = random.Next(10) == 0 ? frame[..random.Next(14, frame.Length + 1)] : frame;
            int reason = random.Next(3) switch
            {
                0 => Reasons.TooBig, 1 => Reasons.TcpMss, _ => Reasons.UnknownUnicast,
            };
            SlowPathOutcome outcome = bench.Punt(frame, reason);
            outcomes.Add(outcome);
            string why = $"seed {seed} round {round} {outcome}: {Hex.Text(frame)}";
            bool isAnswer = outcome == SlowPathOutcome.MtuAnswered;
            if (bench.Ways.Any(w => w.Action != (isAnswer ? 3 : 1)))
            {
                Assert.Fail(why);
            }

            if (isAnswer && bench.Sent.Any(f => f.Length > 1280 + 22))
            {
                Assert.Fail(why);
            }

            if (outcome == SlowPathOutcome.Fragmented
                && bench.Sent.Any(f => f.Length > Mtu + 22))
            {
                Assert.Fail(why);
            }
        }

        Assert.That(outcomes, Is.SupersetOf((SlowPathOutcome[])
        [
            SlowPathOutcome.MtuAnswered, SlowPathOutcome.Fragmented, SlowPathOutcome.MssClamped,
            SlowPathOutcome.MtuSilent, SlowPathOutcome.Forwarded, SlowPathOutcome.Replicated,
        ]));
    }

    /// <summary>An MSS behind so many bytes of nothing.</summary>
    private static byte[] Options(int before, int mss)
    {
        byte[] options =
        [
            .. Enumerable.Repeat((byte)1, before), 2, 4, (byte)(mss >> 8), (byte)mss,
        ];
        return [.. options, .. new byte[(4 - (options.Length % 4)) % 4]];
    }
}
