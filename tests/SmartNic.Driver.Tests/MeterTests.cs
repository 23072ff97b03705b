using SmartNic.Driver.Tables;
using SmartNic.Driver.Tests.Board;
using SmartNic.Kernels;
using L = SmartNic.Registers.TableLayouts.RxMeter;

namespace SmartNic.Driver.Tests;

/// <summary>How the driver programs meters.</summary>
public sealed class MeterTests
{
    private static readonly TenantConfig Red = new()
    {
        Name = "red",
        Vni = 1,
        Receive = new RateConfig
        {
            Rate = new BitRate(8_000_000),
            CommittedRate = new BitRate(4_000_000),
            BurstBytes = 10_000,
            CommittedBurstBytes = 5_000,
        },
    };

    private readonly MemoryBar _bar = new();

    private GatewayDriver Attach() => Fresh.Attach(_bar);

    private MeterConfig Rx(ushort index)
    {
        var (zero, one) = (_bar.Interfaces[0].RxMeter(index, false),
            _bar.Interfaces[0].RxMeter(index, true));
        Assert.That(zero, Is.EqualTo(one), "both banks are equal after the transaction");
        return zero;
    }

    private static GatewayConfig With(params TenantConfig[] tenants) =>
        new() { Tenants = tenants.ToConfigList() };

    /// <summary>A new meter starts full; times are those of the fixed point.</summary>
    [Test]
    public void NewMeterStartsFull()
    {
        Attach().Apply(With(Red));
        var meter = Rx(1);
        Assert.That((meter.Enabled, meter.StartFull, meter.Epoch), Is.EqualTo((true, true, 1)));
        Assert.That((ulong)meter.PirTimePerByte, Is.EqualTo(1000UL << 20), "8 Mbit/s: 1 us a byte");
        Assert.That((ulong)meter.CirTimePerByte, Is.EqualTo(2000UL << 20));
        Assert.That((ulong)meter.PbsTime, Is.EqualTo(10_000_000UL << 20));
        Assert.That((ulong)meter.CbsTime, Is.EqualTo(10_000_000UL << 20));
    }

    /// <summary>
    /// A changed one goes on empty, in a new epoch; an unchanged one is not touched.
    /// </summary>
    [Test]
    public void ChangedMeterGoesOnEmpty()
    {
        var driver = Attach();
        var blue = Red with { Name = "blue", Vni = 2 };
        driver.Apply(With(Red, blue));
        _bar.TimeNs = 123_456;
        driver.Apply(With(
            Red with { Receive = Red.Receive with { BurstBytes = 9_999 } },
            blue with { Vni = 3 }));
        var red = Rx(1);
        Assert.That((red.StartFull, red.Epoch, red.StartNs), Is.EqualTo((false, 2, 123_456UL)));
        var same = Rx(2);
        Assert.That((same.StartFull, same.Epoch, same.StartNs), Is.EqualTo((true, 1, 0UL)));

        // Without a limit, and with one again: still the same owner, so no new burst to be had.
        driver.Apply(With(Red with
        {
            Receive = Red.Receive with { Rate = default, CommittedRate = default },
        }, blue));
        Assert.That((Rx(1).Enabled, Rx(1).Epoch), Is.EqualTo((false, 3)));
        driver.Apply(With(Red, blue));
        Assert.That((Rx(1).Enabled, Rx(1).StartFull, Rx(1).Epoch), Is.EqualTo((true, false, 4)));
    }

    /// <summary>A reused index starts full, in an epoch that its state has never seen.</summary>
    [Test]
    public void ReusedIndexStartsFullInANewEpoch()
    {
        var driver = Attach();
        driver.Apply(With(Red));
        driver.Apply(With());
        Assert.That(Rx(1).Enabled, Is.False);
        driver.Apply(With(Red with { Name = "other" }));
        Assert.That(driver.TenantIndex("other"), Is.EqualTo(1));
        Assert.That((Rx(1).StartFull, Rx(1).Epoch), Is.EqualTo((true, 2)));
    }

    /// <summary>Epochs wrap past zero, which is the epoch of a state never used.</summary>
    [Test]
    public void EpochIsNeverZero()
    {
        var table = new DirectTable(L.Info);
        var meters = new MeterBook(table, Registers.TableLayouts.RxMeterState.Info);
        var epochs = new HashSet<ushort>();
        for (var n = 0; n < 65_540; n++)
        {
            meters.Begin();
            meters.Want(7, MeterPlan.Of(new SlowPathLimit(1000u + ((uint)n % 2), 10)), 0);
            meters.Commit();
            epochs.Add(meters.Views(_ => "-").Single().Epoch);
        }

        Assert.That(epochs, Has.Count.EqualTo(65_535));
        Assert.That(epochs, Does.Not.Contain(0));
    }

    /// <summary>
    /// Limits are meters that charge 64 bytes a packet: rx_meter[0], tx_meter[tenant].
    /// </summary>
    [Test]
    public void LimitsCount64BytesAPacket()
    {
        var driver = Attach();
        driver.Apply(With(Red with { SlowPath = new SlowPathLimit(1000, 3) }) with
        {
            SlowPath = new SlowPathLimit(2000, 5),
        });
        var (wire, tenant) = (Rx(0), _bar.Interfaces[0].TxMeter(1, true));
        Assert.That((ulong)wire.PirTimePerByte, Is.EqualTo((1_000_000_000UL << 20) / (2000 * 64)));
        Assert.That((ulong)wire.PbsTime, Is.EqualTo(5 * 64 * (ulong)wire.PirTimePerByte));
        Assert.That((ulong)tenant.PbsTime, Is.EqualTo(3_000_000UL << 20));
        Assert.That(tenant.CirTimePerByte, Is.EqualTo(tenant.PirTimePerByte));
        Assert.That(
            driver.Meters().Select(m => $"{m.Table} {m.Tenant} {m.Index} {m.Rate} {m.BurstBytes}"),
            Is.EqualTo(new List<string>
            {
                "rx_meter - 0 1024000 320", "rx_meter red 1 8000000 10000",
                "tx_send_meter red 1 0 0", "tx_meter red 1 512000 192",
            }));
    }

    /// <summary>
    /// What the second bucket is filled by: PIR (RFC 2698), CIR (RFC 2697), the rest (RFC 4115).
    /// </summary>
    [TestCase(MeterKind.TwoRate, 8_000_000UL, 4_000_000UL, 1000UL, 2000UL)]
    [TestCase(MeterKind.SingleRate, 8_000_000UL, 8_000_000UL, 1000UL, 1000UL)]
    [TestCase(MeterKind.ExcessRate, 8_000_000UL, 4_000_000UL, 2000UL, 2000UL)]
    public void EachKindHasItsRates(
        MeterKind kind, ulong rate, ulong committed, ulong peakUs, ulong committedUs)
    {
        var driver = Attach();
        driver.Apply(With(Red with
        {
            Receive = Red.Receive with
            {
                Rate = new BitRate(rate),
                CommittedRate = new BitRate(committed),
                Kind = kind,
                Length = LengthBase.Payload,
                ColorMode = ColorMode.Aware,
            },
        }));
        var meter = Rx(1);
        Assert.That(((MeterKind)(byte)meter.Kind, (LengthBase)(byte)meter.LengthBase,
            meter.IsColorAware), Is.EqualTo((kind, LengthBase.Payload, true)));
        Assert.That((ulong)meter.PirTimePerByte, Is.EqualTo(peakUs << 20));
        Assert.That((ulong)meter.PbsTime, Is.EqualTo(10_000 * (peakUs << 20)));
        Assert.That((ulong)meter.CirTimePerByte, Is.EqualTo(committedUs << 20));
        Assert.That((ulong)meter.CbsTime, Is.EqualTo(5_000 * (committedUs << 20)));
        var view = driver.Meters().Single(m => m.Tenant == "red" && m.Table == "rx_meter");
        Assert.That((view.Rate, view.CommittedRate), Is.EqualTo((rate, committed)));
    }

    /// <summary>A packet of a rate in packets is 64 bytes, within 0.001 % over the range.</summary>
    [TestCase(125UL)]
    [TestCase(1_000_000UL)]
    [TestCase(148_809_523UL)]
    [TestCase(195_312_500UL)]
    public void PacketsAreChargedWith64Bytes(ulong packets)
    {
        var driver = Attach();
        var rate = new BitRate(packets * BitRate.BitsPerPacket, InPackets: true);
        driver.Apply(With(Red with
        {
            Receive = new RateConfig
            {
                Rate = rate, CommittedRate = rate, BurstBytes = 640, CommittedBurstBytes = 640,
            },
        }));
        var meter = Rx(1);
        Assert.That((LengthBase)(byte)meter.LengthBase, Is.EqualTo(LengthBase.Packet));
        var stored = 1e9 * (1 << 20) / (64.0 * (ulong)meter.PirTimePerByte);
        Assert.That(Math.Abs(stored - packets) / packets, Is.LessThan(1e-5));
        Assert.That((ulong)meter.PbsTime, Is.EqualTo(640 * (ulong)meter.PirTimePerByte));
    }

    /// <summary>
    /// The stored rate is within 0.001 % of the configured one, over the whole range.
    /// </summary>
    [Test]
    public void RateErrorIsSmall()
    {
        var seed = Environment.TickCount;
        TestContext.Out.WriteLine($"seed {seed}");
        var random = new Random(seed);
        for (var n = 0; n < 20_000; n++)
        {
            var rate = n switch
            {
                0 => BitRate.MinBitsPerSecond,
                1 => BitRate.MaxBitsPerSecond,
                _ => (ulong)(64_000 * Math.Pow(1_562_500, random.NextDouble())),
            };
            var stored = 8e9 * (1 << 20) / MeterMath.TimePerByte(rate);
            Assert.That(Math.Abs(stored - rate) / rate, Is.LessThan(1e-5), $"{rate} bit/s");
            var burst = MeterMath.DefaultBurst(new BitRate(rate));
            Assert.That(MeterMath.BurstFits(rate, burst), $"{rate} bit/s");
            Assert.That(MeterMath.TimePerByte(rate) >> 37, Is.Zero, "17.20 ns");
        }
    }
}
