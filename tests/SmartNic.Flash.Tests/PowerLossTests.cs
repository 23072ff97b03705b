using SmartNic.Driver;
using SmartNic.Flash.Writing;
using SmartNic.Sim.Flash;

namespace SmartNic.Flash.Tests;

/// <summary>
/// Power fails while an image is written, at every kind of step and at random: the fallback image
/// is untouched, the FPGA boots something and never stands still, and the next run completes.
/// </summary>
[TestFixture(FlashBoardKind.Spi, 200)]
[TestFixture(FlashBoardKind.Dual, 30)]
[TestFixture(FlashBoardKind.Bpi, 12)]
[TestFixture(FlashBoardKind.BpiMicron, 12)]
public sealed class PowerLossTests(FlashBoardKind kind, int points)
{
    private const int ImageBytes = 64 << 10;

    [Test]
    public void At_random_points_the_fpga_boots_and_the_next_run_completes()
    {
        var seed = Environment.TickCount;
        TestContext.Out.WriteLine($"seed {seed}");
        var random = new Random(seed);
        using var rig = new Rig(kind);
        var (older, newer) = (rig.Image(ImageBytes + 9000, 10), rig.Image(ImageBytes, 11));
        rig.Load(rig.Segments.Default, older);
        var before = rig.Raw(rig.Segments.Default);
        var (ns, accesses) = (rig.Board.NowNs, rig.Board.Accesses);
        rig.Flash(newer);
        (ns, accesses) = (rig.Board.NowNs - ns, rig.Board.Accesses - accesses);
        var booted = new Dictionary<string, int>();
        for (var point = 0; point < points; point++)
        {
            // Half of the points over time, where erasing is; half over accesses, where data go.
            long? atNs = point % 2 == 0 ? rig.Board.NowNs + random.NextInt64(ns) : null;
            long? atAccess = point % 2 == 0 ? null
                : rig.Board.Accesses + random.NextInt64(accesses);
            rig.Restore(rig.Segments.Default, before);
            rig.Board.CutPower(atNs, atAccess, random.Next());
            var what = Run(rig, older, newer, $"seed {seed}, point {point}");
            booted[what] = booted.GetValueOrDefault(what) + 1;
        }

        TestContext.Out.WriteLine(string.Join(", ", booted.Select(b => $"{b.Key} {b.Value}")));
        Assert.That(booted.Keys, Does.Contain("fallback"));
    }

    [TestCase(FlashStage.Compare, 0L, "old")]
    [TestCase(FlashStage.Disarm, 3_000L, null)]
    [TestCase(FlashStage.Write, 1_000_000L, "fallback")]
    [TestCase(FlashStage.Commit, 3_000L, null)]
    public void At_every_kind_of_step(FlashStage stage, long afterNs, string? expected)
    {
        using var rig = new Rig(kind);

        // Where a synchronisation word in a later sector outlived the first one, the FPGA would
        // start in the middle.
        var older = stage == FlashStage.Write ? rig.Image(ImageBytes * 4, 12, nested: true)
            : rig.Image(ImageBytes, 12);
        var newer = rig.Image(ImageBytes, 13);
        rig.Load(rig.Segments.Default, older);
        var cut = new CutAt(rig.Board, stage, afterNs);
        Assert.That(() => rig.Flash(newer, cut), Throws.TypeOf<DeviceLostException>());
        var what = Check(rig, older, newer, stage.ToString());
        Assert.That(what, expected is null ? Is.AnyOf("old", "fallback", "new")
            : Is.EqualTo(expected));
        rig.Flash(newer);
        Assert.That(Check(rig, older, newer, "resumed"), Is.EqualTo("new"));
    }

    [Test]
    public void Power_may_fail_again_while_it_resumes()
    {
        using var rig = new Rig(kind);
        var (older, newer) = (rig.Image(ImageBytes * 3, 14), rig.Image(ImageBytes * 3, 15));
        rig.Load(rig.Segments.Default, older);
        for (var time = 0; time < 5; time++)
        {
            // Less than erasing 64 KiB takes.
            var cut = new CutAt(rig.Board, FlashStage.Write, 100_000_000 + (time * 10_000_000));
            Assert.That(() => rig.Flash(newer, cut), Throws.TypeOf<DeviceLostException>(),
                $"{kind}, time {time}");
            Assert.That(Check(rig, older, newer, $"time {time}"), Is.EqualTo("fallback"));
            if (time == 2)
            {
                // The user gives up the new image: the old one again.
                newer = rig.Image(ImageBytes * 3, 14);
            }
        }

        rig.Flash(newer);
        Assert.That(Check(rig, older, newer, "resumed"), Is.EqualTo("new"));
    }

    private static string Run(Rig rig, byte[] older, byte[] newer, string point)
    {
        try
        {
            rig.Flash(newer);
        }
        catch (DeviceLostException)
        {
            // As expected; a cut in the last accesses may go unnoticed.
        }

        var what = Check(rig, older, newer, point);
        var report = rig.Flash(newer);
        Assert.That(Check(rig, older, newer, point + ", resumed"), Is.EqualTo("new"));
        Assert.That(report.Retries, Is.Zero, point);
        return what;
    }

    /// <summary>Power comes back: which image boots.</summary>
    private static string Check(Rig rig, byte[] older, byte[] newer, string point)
    {
        rig.Board.PowerUp();
        rig.AssertFallback(point);
        var result = rig.Boot(rig.Segments.Default);
        var contents = rig.Contents(rig.Segments.Default).AsSpan();
        Assert.That(result, Is.Not.EqualTo(BootResult.Hangs), point);
        var what = result == BootResult.FallsBack ? "fallback"
            : contents.StartsWith(newer) ? "new"
            : contents.StartsWith(older) ? "old" : "a mixture";
        var at = contents.CommonPrefixLength(newer);
        Assert.That(what, Is.Not.EqualTo("a mixture"), $"{point}: as the new one up to 0x{at:X}");
        Assert.That(rig.Board.Misuse, Is.Zero, point);
        return what;
    }

    /// <summary>Cuts the power some time after a stage has begun.</summary>
    private sealed class CutAt(FlashBoard board, FlashStage stage, long afterNs) : IFlashProgress
    {
        public void Begin(FlashStage begun, long totalBytes)
        {
            if (begun == stage)
            {
                board.CutPower(board.NowNs + afterNs, null, 99);
            }
        }

        public void Advance(long bytes)
        {
        }

        public void Note(string text)
        {
        }
    }
}
