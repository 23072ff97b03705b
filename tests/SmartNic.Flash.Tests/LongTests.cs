using SmartNic.Flash.Writing;
using SmartNic.Sim.Flash;

namespace SmartNic.Flash.Tests;

/// <summary>
/// Images as large as real ones, with an interruption: <c>make -f fpga.mk flash-long</c>. In the
/// daily run they have a twentieth of the size.
/// </summary>
[TestFixture(FlashBoardKind.Spi, Rig.Alveo)]
[TestFixture(FlashBoardKind.Dual, 0x012u)]
[TestFixture(FlashBoardKind.Bpi, 0x012u)]
public sealed class LongTests(FlashBoardKind kind, uint format)
{
    private static readonly bool IsLong =
        Environment.GetEnvironmentVariable("SNIC_FLASH_LONG") == "1";

    [Test]
    public void Thirty_megabytes()
    {
        using var rig = new Rig(kind, format, 32 << 20);
        var image = rig.Image(IsLong ? 30_000_000 : 1_500_000, 40);
        var watch = System.Diagnostics.Stopwatch.StartNew();
        var (ns, reads, accesses) = (rig.Board.NowNs, rig.Board.Reads, rig.Board.Accesses);
        using var stop = new CancellationTokenSource();
        Assert.That(() => rig.Flash(image, new StopAt(stop, 0.5), cancel: stop.Token),
            Throws.InstanceOf<OperationCanceledException>());
        rig.AssertFallback("stopped");
        var report = rig.Flash(image);
        TestContext.Out.WriteLine($"{kind}: {image.Length} bytes, {report.SectorsWritten} of "
            + $"{report.Sectors} sectors after the interruption; in all "
            + $"{rig.Board.Reads - reads} reads, {rig.Board.Accesses - accesses} accesses, "
            + $"{(rig.Board.NowNs - ns) / 1e9:0.0} s of the parts' time, "
            + $"{watch.Elapsed.TotalSeconds:0.0} s of simulation");
        Assert.That(rig.Contents(rig.Segments.Default).AsSpan().StartsWith(image));
        Assert.That(rig.Boot(rig.Segments.Default), Is.EqualTo(BootResult.Boots));
        rig.AssertFallback("at the end");
        Assert.That(rig.Board.Misuse, Is.Zero);
    }
}
