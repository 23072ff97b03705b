using NUnit.Framework;
using SmartNic.Hls.Language;

namespace SmartNic.Kernels.Tests;

/// <summary>
/// Each kind of meter, blind and aware of colours, decides bit for bit as the exact oracle.
/// </summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class MeterKindTests
{
    private const int Index = 5;

    private readonly Rmw<MeterStep, MeterState, MeterArg, U2> _states = new(16);

    /// <summary>Stored time per byte of a rate in bit/s, units of 2^-20 ns, rounded.</summary>
    private static ulong TimePerByte(double bitsPerSecond) =>
        (ulong)Math.Round(8e9 * (1 << 20) / bitsPerSecond);

    /// <summary>A meter; a rate of 0 is a bucket of no bytes.</summary>
    private static MeterConfig Config(
        MeterKind kind, double committed, double other, int cbs, int otherBurst,
        bool full = true, bool isAware = false)
    {
        MeterConfig c = default;
        c.Enabled = true;
        c.StartFull = full;
        c.Epoch = 7;
        c.Kind = (U2)(byte)kind;
        c.IsColorAware = isAware;
        double rate = kind == MeterKind.SingleRate ? committed : other;
        c.CirTimePerByte = (U37)(committed == 0 ? 1 : TimePerByte(committed));
        c.PirTimePerByte = (U37)(rate == 0 ? 1 : TimePerByte(rate));
        c.CbsTime = (U51)(committed == 0 ? 0 : TimePerByte(committed) * (ulong)cbs);
        c.PbsTime = (U51)(rate == 0 ? 0 : TimePerByte(rate) * (ulong)otherBurst);
        return c;
    }

    private static MeterOracle Oracle(in MeterConfig c, ulong firstNs) => new(
        c.CirTimePerByte, c.CbsTime, c.PirTimePerByte, c.PbsTime,
        c.StartFull ? firstNs : c.StartNs, c.StartFull, (MeterKind)(byte)c.Kind, c.IsColorAware);

    private MeterColor Kernel(
        in MeterConfig c, ulong nowNs, int bytes, MeterColor incoming = MeterColor.Green) =>
        (MeterColor)(byte)_states.Apply(
            Index, Meter.Prepare(c, (U14)(uint)bytes, nowNs, (U2)(byte)incoming));

    private static IEnumerable<TestCaseData> Meters()
    {
        (double Committed, double Other, int Cbs, int Burst)[] sizes =
        [
            (64e3, 128e3, 9216, 9216), (1e6, 3e6, 4000, 20000), (1e9, 1e9, 16384, 16384),
            (40e9, 100e9, 65536, 65536), (100e9, 100e9, 9216, 9216), (1e9, 7e9, 1000, 60000),
            (33.333e9, 1e9, 30000, 1600),
        ];
        foreach (MeterKind kind in Enum.GetValues<MeterKind>())
        {
            foreach (var (committed, other, cbs, burst) in sizes)
            {
                // Peak is at least committed (RFC 2698 section 2); an excess rate need not be.
                double peak = kind == MeterKind.TwoRate ? Math.Max(committed, other) : other;
                yield return new(kind, committed, peak, cbs, burst, false);
                yield return new(kind, committed, peak, cbs, burst, true);
            }
        }
    }

    [TestCaseSource(nameof(Meters))]
    public void EqualsTheOracle(
        MeterKind kind, double committed, double other, int cbs, int burst, bool isAware)
    {
        int seed = Environment.TickCount;
        TestContext.Out.WriteLine($"seed {seed}");
        var random = new Random(seed);
        MeterConfig config = Config(
            kind, committed, other, cbs, burst, full: random.Next(2) == 0, isAware);
        ulong now = (ulong)random.NextInt64(1L << 62);
        config.StartNs = now;
        MeterOracle oracle = Oracle(config, now);
        var seen = new int[3];
        double total = kind switch
        {
            MeterKind.SingleRate => committed,
            MeterKind.TwoRate => other,
            _ => committed + other,
        };
        double nsPerByte = 8e9 / total;
        double idleNs = (cbs + burst) * 8e9 / Math.Min(committed, other);
        // Twice the rate, and full buckets seldom: each colour is seen nine standard deviations
        // more often than is asked for.
        for (int i = 0; i < 20_000; i++)
        {
            int bytes = random.Next(8) == 0 ? random.Next(14, 9217) : random.Next(14, 1519);
            MeterColor incoming = (MeterColor)random.Next(3);
            // Back to back, around the rate, and idle until a part of the buckets is full.
            now += random.Next(8) switch
            {
                <= 3 => 0UL,
                7 when random.Next(25) == 0 => (ulong)(random.NextDouble() * 1.2 * idleNs),
                _ => (ulong)(random.NextDouble() * 2 * bytes * nsPerByte),
            };
            MeterColor expected = oracle.Packet(now, bytes, incoming);
            MeterColor actual = Kernel(config, now, bytes, incoming);
            seen[(int)expected]++;
            Assert.That(
                actual, Is.EqualTo(expected), $"seed {seed}, packet {i}, {bytes} B at {now} ns");
        }

        TestContext.Out.WriteLine($"green {seen[0]}, yellow {seen[1]}, red {seen[2]}");
        Assert.That(seen[0], Is.GreaterThan(50));
        Assert.That(seen[2], Is.GreaterThan(50));
        if (isAware || kind != MeterKind.TwoRate)
        {
            Assert.That(seen[1], Is.GreaterThan(10));
        }
    }

    /// <summary>RFC 2697: the excess bucket fills only while the committed one is full.</summary>
    [Test]
    public void ExcessFillsOnlyByOverflow()
    {
        // 1 us a byte, 1000 B each.
        MeterConfig config = Config(MeterKind.SingleRate, 8e6, 8e6, 1000, 1000);
        const ulong Us = 1000;
        ulong start = 1_000_000 * Us;
        Assert.That(Kernel(config, start, 1000), Is.EqualTo(MeterColor.Green));
        Assert.That(Kernel(config, start, 1000), Is.EqualTo(MeterColor.Yellow));
        Assert.That(Kernel(config, start, 1), Is.EqualTo(MeterColor.Red));
        // Committed has 999: one byte too few for green, and nothing flows over yet.
        Assert.That(Kernel(config, start + (999 * Us), 1000), Is.EqualTo(MeterColor.Red));
        // At 1000 it is full, at 1500 the excess has 500.
        Assert.That(Kernel(config, start + (1500 * Us), 501), Is.EqualTo(MeterColor.Green));
        Assert.That(Kernel(config, start + (1500 * Us), 501), Is.EqualTo(MeterColor.Red));
        Assert.That(Kernel(config, start + (1500 * Us), 500), Is.EqualTo(MeterColor.Yellow));
        Assert.That(Kernel(config, start + (1500 * Us), 499), Is.EqualTo(MeterColor.Green));
        // All is full again after 2000 more, and no sooner.
        Assert.That(Kernel(config, start + (3499 * Us), 1000), Is.EqualTo(MeterColor.Green));
        Assert.That(Kernel(config, start + (3499 * Us), 1000), Is.EqualTo(MeterColor.Red));
        Assert.That(Kernel(config, start + (3499 * Us), 999), Is.EqualTo(MeterColor.Yellow));
    }

    /// <summary>RFC 2697 where a packet fits the excess bucket only: it is never green.</summary>
    [Test]
    public void ALongPacketTakesFromTheExcess()
    {
        MeterConfig config = Config(MeterKind.SingleRate, 8e6, 8e6, 500, 2000);
        ulong now = 5_000_000_000;
        MeterOracle oracle = Oracle(config, now);
        int yellow = 0;
        for (int i = 0; i < 200; i++, now += 333_333)
        {
            int bytes = i % 3 == 0 ? 1500 : 100;
            MeterColor expected = oracle.Packet(now, bytes);
            Assert.That(Kernel(config, now, bytes), Is.EqualTo(expected), $"packet {i}");
            yellow += expected == MeterColor.Yellow ? 1 : 0;
        }

        Assert.That(yellow, Is.GreaterThan(5));
    }

    /// <summary>RFC 4115: yellow takes nothing of the committed bucket, green nothing of the other.
    /// </summary>
    [Test]
    public void ExcessRateTakesFromOneBucket()
    {
        MeterConfig config = Config(MeterKind.ExcessRate, 8e6, 8e6, 1000, 1000);
        const ulong Now = 77_000_000_000;
        Assert.That(Kernel(config, Now, 600), Is.EqualTo(MeterColor.Green));
        Assert.That(Kernel(config, Now, 600), Is.EqualTo(MeterColor.Yellow));
        Assert.That(Kernel(config, Now, 400), Is.EqualTo(MeterColor.Green));
        Assert.That(Kernel(config, Now, 401), Is.EqualTo(MeterColor.Red));
        Assert.That(Kernel(config, Now, 400), Is.EqualTo(MeterColor.Yellow));
        Assert.That(Kernel(config, Now, 1), Is.EqualTo(MeterColor.Red));
    }

    /// <summary>A rate of 0 has a bucket of 0 bytes, from which nothing is had.</summary>
    [Test]
    public void ARateOfZeroPassesNothing([Values] MeterKind kind, [Values] bool isCommitted)
    {
        double committed = isCommitted ? 0 : 8e6, other = isCommitted ? 8e6 : 0;
        MeterConfig config = Config(kind, committed, other, 2000, 2000);
        var seen = new HashSet<MeterColor>();
        for (ulong now = 1 << 30; now < (ulong)20 << 30; now += 1 << 28)
        {
            seen.Add(Kernel(config, now, 64));
            seen.Add(Kernel(config, now, 64));
        }

        MeterColor[] expected = (kind, isCommitted) switch
        {
            (MeterKind.SingleRate, true) => [MeterColor.Red],
            (MeterKind.SingleRate, false) => [MeterColor.Green],
            (MeterKind.TwoRate, true) or (MeterKind.ExcessRate, true) => [MeterColor.Yellow],
            (MeterKind.TwoRate, false) => [MeterColor.Red],
            _ => [MeterColor.Green],
        };
        Assert.That(seen, Is.EquivalentTo(expected));
    }

    /// <summary>A packet longer than both buckets is red for ever, and takes nothing.</summary>
    [Test]
    public void APacketLongerThanBothBucketsIsRed([Values] MeterKind kind)
    {
        MeterConfig config = Config(kind, 8e6, 8e6, 1000, 1000);
        for (ulong now = 1 << 30; now < 1UL << 40; now += 1UL << 36)
        {
            Assert.That(Kernel(config, now, 1001), Is.EqualTo(MeterColor.Red));
            Assert.That(Kernel(config, now, 1000), Is.EqualTo(MeterColor.Green));
        }
    }

    /// <summary>
    /// Hours of silence fill the buckets and no more, where 32 bits of nanoseconds, 2^51 units of
    /// a burst and 63 bits of nanoseconds wrap.
    /// </summary>
    [Test]
    public void SilenceOfHoursFillsTheBucketsOnce(
        [Values] MeterKind kind, [Values(1UL << 32, 1UL << 51, 1UL << 63)] ulong wrap)
    {
        const ulong Hour = 3_600_000_000_000;
        MeterConfig config = Config(kind, 1e9, 2e9, 20_000, 30_000);
        ulong now = wrap - 1000;
        MeterOracle oracle = Oracle(config, now);
        int passed = 0;
        for (int i = 0; i < 4000; i++)
        {
            MeterColor expected = oracle.Packet(now, 1500);
            Assert.That(Kernel(config, now, 1500), Is.EqualTo(expected), $"packet {i} at {now}");
            passed += expected == MeterColor.Red ? 0 : 1;
            now += i % 100 == 99 ? 25 * Hour : 10UL;
        }

        Assert.That(passed, Is.InRange(40 * 20, 40 * 40), "each time a burst, and no more");
    }

    /// <summary>What passes in the long run is the stored rate, which is within 0.001 %.</summary>
    [TestCase(64e3)]
    [TestCase(1e9)]
    [TestCase(100e9)]
    public void LongRunErrorIsBelowAHundredThousandth(double rate)
    {
        const int Bytes = 1500, Burst = 9216, Packets = 400_000;
        foreach (MeterKind kind in Enum.GetValues<MeterKind>())
        {
            MeterConfig config = Config(kind, rate, rate, Burst, Burst);
            double most = kind == MeterKind.ExcessRate ? 2 * rate : rate;
            ulong now = 0;
            long passed = 0;
            _states.State(Index) = default;
            for (int i = 0; i < Packets; i++)
            {
                now = (ulong)(i * (Bytes * 8e9 / most / 2));
                passed += Kernel(config, now, Bytes) == MeterColor.Red ? 0 : Bytes;
            }

            int bursts = kind == MeterKind.TwoRate ? Burst : 2 * Burst;
            double measured = (passed - bursts) * 8e9 / now;
            double slack = (bursts + (2 * Bytes)) / (double)passed;
            Assert.That(measured, Is.EqualTo(most).Within((1e-5 + slack) * most), $"{kind}");
        }
    }

    /// <summary>What each base charges, also for a frame shorter than its header.</summary>
    [TestCase(LengthBase.Frame, 100, 14, 100)]
    [TestCase(LengthBase.Line, 100, 14, 124)]
    [TestCase(LengthBase.Payload, 100, 14, 86)]
    [TestCase(LengthBase.Payload, 100, 22, 78)]
    [TestCase(LengthBase.Payload, 61, 14, 47)]
    [TestCase(LengthBase.Payload, 60, 14, 46)]
    [TestCase(LengthBase.Payload, 59, 14, 46)]
    [TestCase(LengthBase.Payload, 14, 14, 46)]
    [TestCase(LengthBase.Payload, 15, 18, 46)]
    [TestCase(LengthBase.Packet, 14, 14, 64)]
    [TestCase(LengthBase.Packet, 9216, 14, 64)]
    public void TheBaseSaysWhatIsCharged(LengthBase lengthBase, int frame, int header, int bytes)
    {
        U14 charged = MeterLength.Of(
            (U2)(byte)lengthBase, (U14)(uint)frame, (U14)(uint)header);
        Assert.That((int)(uint)charged, Is.EqualTo(bytes));
    }

    /// <summary>The twelve codes of RFC 2597 section 6; all others are green.</summary>
    [Test]
    public void DropPrecedenceIsThatOfAssuredForwarding()
    {
        byte[] yellow = [12, 20, 28, 36], red = [14, 22, 30, 38];
        for (byte dscp = 0; dscp < 64; dscp++)
        {
            MeterColor expected = yellow.Contains(dscp) ? MeterColor.Yellow
                : red.Contains(dscp) ? MeterColor.Red
                : MeterColor.Green;
            Assert.That((MeterColor)(byte)DropPrecedence.Color((U6)dscp), Is.EqualTo(expected));
        }
    }
}
