using NUnit.Framework;
using SmartNic.Hls.Language;

namespace SmartNic.Kernels.Tests;

/// <summary>The meter kernel decides bit for bit as the exact oracle of RFC 2698.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class MeterTests
{
    private readonly Rmw<MeterStep, MeterState, MeterArg, U2> _states = new(4096);

    /// <summary>Stored time per byte of a rate in bit/s, units of 2^-20 ns, rounded.</summary>
    private static ulong TimePerByte(double bitsPerSecond) =>
        (ulong)Math.Round(8e9 * (1 << 20) / bitsPerSecond);

    private static MeterConfig Config(
        ushort epoch, double cir, double pir, int cbs, int pbs, bool full = true, ulong startNs = 0)
    {
        MeterConfig c = default;
        c.Enabled = true;
        c.StartFull = full;
        c.Epoch = epoch;
        c.CirTimePerByte = (U37)TimePerByte(cir);
        c.PirTimePerByte = (U37)TimePerByte(pir);
        c.CbsTime = (U51)(TimePerByte(cir) * (ulong)cbs);
        c.PbsTime = (U51)(TimePerByte(pir) * (ulong)pbs);
        c.StartNs = startNs;
        return c;
    }

    private static MeterOracle Oracle(in MeterConfig c, ulong firstNs) => new(
        c.CirTimePerByte, c.CbsTime, c.PirTimePerByte, c.PbsTime,
        c.StartFull ? firstNs : c.StartNs, c.StartFull);

    private MeterColor Kernel(uint index, in MeterConfig c, ulong nowNs, int bytes) =>
        (MeterColor)(byte)_states.Apply(index, Meter.Prepare(c, (U14)(uint)bytes, nowNs));

    [TestCase(64e3, 64e3, 9216, 9216)]
    [TestCase(1e6, 3e6, 4000, 20000)]
    [TestCase(1e9, 1e9, 16384, 16384)]
    [TestCase(40e9, 100e9, 65536, 65536)]
    [TestCase(100e9, 100e9, 9216, 9216)]
    public void EqualsTheOracle(double cir, double pir, int cbs, int pbs)
    {
        int seed = Environment.TickCount;
        TestContext.Out.WriteLine($"seed {seed}");
        var random = new Random(seed);
        MeterConfig config = Config(7, cir, pir, cbs, pbs);
        ulong now = (ulong)random.NextInt64(1L << 62);
        MeterOracle oracle = Oracle(config, now);
        var seen = new int[3];
        double nsPerByte = 8e9 / pir;
        for (int i = 0; i < 20_000; i++)
        {
            int bytes = random.Next(14, 9217);
            // Bursts of one tenant back to back, load around the rate, and now and then idle.
            now += random.Next(8) switch
            {
                0 or 1 or 2 => 0UL,
                7 when random.Next(50) == 0 => (ulong)(pbs * nsPerByte * 2),
                _ => (ulong)(random.NextDouble() * 2 * bytes * nsPerByte),
            };
            MeterColor expected = oracle.Packet(now, bytes);
            MeterColor actual = Kernel(5, config, now, bytes);
            seen[(int)expected]++;
            Assert.That(actual, Is.EqualTo(expected), $"packet {i}, {bytes} B at {now} ns");
        }

        TestContext.Out.WriteLine($"green {seen[0]}, yellow {seen[1]}, red {seen[2]}");
        Assert.That(seen[0], Is.GreaterThan(100));
        Assert.That(seen[2], Is.GreaterThan(100));
    }

    [Test]
    public void ANewConfigurationStartsAsItSays([Values] bool full)
    {
        MeterConfig first = Config(1, 1e6, 1e6, 3000, 3000);
        for (int i = 0; i < 10; i++)
        {
            Kernel(9, first, 1000, 1500);
        }

        const ulong Change = 1_000_000;
        MeterConfig second = Config(2, 2e6, 2e6, 3000, 3000, full, Change);
        MeterOracle oracle = Oracle(second, Change);
        var seen = new List<MeterColor>();
        for (ulong now = Change; now < Change + 40_000_000; now += 1_000_000)
        {
            MeterColor color = Kernel(9, second, now, 1500);
            Assert.That(color, Is.EqualTo(oracle.Packet(now, 1500)), $"at {now} ns");
            seen.Add(color);
        }

        Assert.That(seen[0], Is.EqualTo(full ? MeterColor.Green : MeterColor.Red));
        Assert.That(seen, Does.Contain(MeterColor.Green).And.Contain(MeterColor.Red));
    }

    [TestCase(64e3)]
    [TestCase(1e9)]
    [TestCase(33.333e9)]
    [TestCase(100e9)]
    public void LongRunRateErrorIsBelowAHundredThousandth(double rate)
    {
        ulong stored = TimePerByte(rate);
        double error = Math.Abs((8e9 * (1 << 20) / stored / rate) - 1);
        Assert.That(error, Is.LessThanOrEqualTo(1e-5));

        MeterConfig config = Config(3, rate, rate, 9216, 9216);
        const int Bytes = 1500;
        double offered = Bytes * 8e9 / rate / 2;
        ulong now = 0;
        long passed = 0;
        const int Packets = 400_000;
        for (int i = 0; i < Packets; i++)
        {
            now = (ulong)(i * offered);
            passed += Kernel(11, config, now, Bytes) == MeterColor.Red ? 0 : Bytes;
        }

        double measured = (passed - 9216) * 8e9 / now;
        Assert.That(measured, Is.EqualTo(rate).Within(2e-5 * rate));
    }

    [Test]
    public void APacketLargerThanTheBucketIsRed()
    {
        MeterConfig config = Config(4, 1e9, 1e9, 1000, 1000);
        Assert.That(Kernel(12, config, 5_000_000_000, 1001), Is.EqualTo(MeterColor.Red));
        Assert.That(Kernel(12, config, 5_000_000_000, 1000), Is.EqualTo(MeterColor.Green));
        Assert.That(Kernel(12, config, 5_000_000_000, 1), Is.EqualTo(MeterColor.Red));
    }
}
