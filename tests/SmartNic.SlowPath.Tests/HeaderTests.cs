namespace SmartNic.SlowPath.Tests;

/// <summary>The metadata header is checked, never believed.</summary>
public sealed class HeaderTests
{
    private static byte[] Punt()
    {
        byte[] header = Hex.Bytes(
            "01 00 01 00 0000 002a 00000000 0000 0000 0000000000000000 0000000000000000");
        return [.. header, .. Frames.WireArp];
    }

    [TestCase(0, 2, SlowPathOutcome.HeaderInvalid, TestName = "version")]
    [TestCase(1, 1, SlowPathOutcome.HeaderInvalid, TestName = "an action in a punt")]
    [TestCase(2, 0, SlowPathOutcome.ReasonUnknown, TestName = "no reason")]
    [TestCase(2, 200, SlowPathOutcome.ReasonUnknown, TestName = "unknown reason")]
    [TestCase(7, 43, SlowPathOutcome.LengthInvalid, TestName = "length exceeds the frame")]
    [TestCase(7, 13, SlowPathOutcome.LengthInvalid, TestName = "length below Ethernet")]
    [TestCase(7, 41, SlowPathOutcome.Malformed, TestName = "length cuts the ARP")]
    public void HeaderIsRefused(int at, byte value, SlowPathOutcome outcome)
    {
        Bench bench = Bench.Create();
        Assert.That(bench.PuntRaw(Punt().With(at, value)), Is.EqualTo(outcome));
        Assert.That(bench.Injected, Is.Empty);
    }

    [Test]
    public void EveryShortFrameIsRefused()
    {
        for (int bytes = 0; bytes < 32 + 42; bytes++)
        {
            Bench bench = Bench.Create();
            SlowPathOutcome outcome = bench.PuntRaw(Punt()[..bytes]);
            Assert.That(outcome, Is.EqualTo(
                bytes < 32 ? SlowPathOutcome.HeaderInvalid : SlowPathOutcome.LengthInvalid));
            Assert.That(bench.Injected, Is.Empty);
        }
    }

    [Test]
    public void CountersAreNamedInSnakeCase()
    {
        Bench bench = Bench.Create();
        bench.PuntRaw(Punt());
        IReadOnlyDictionary<string, long> snapshot = bench.Engine.Counters.All;
        Assert.That(snapshot["received"], Is.EqualTo(1));
        Assert.That(snapshot["arp_answered"], Is.EqualTo(1));
        Assert.That(snapshot["injected"], Is.EqualTo(1));
        Assert.That(snapshot, Does.ContainKey("bad_source"));
    }
}
