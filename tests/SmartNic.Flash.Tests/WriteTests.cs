using SmartNic.Flash.Writing;
using SmartNic.Sim.Flash;

namespace SmartNic.Flash.Tests;

/// <summary>Images into models of the parts, without faults.</summary>
[TestFixture(FlashBoardKind.Spi)]
[TestFixture(FlashBoardKind.Dual)]
[TestFixture(FlashBoardKind.Bpi)]
[TestFixture(FlashBoardKind.BpiMicron)]
public sealed class WriteTests(FlashBoardKind kind)
{
    [Test]
    public void An_image_is_written_where_the_fpga_boots_and_nowhere_else()
    {
        using var rig = new Rig(kind);
        var image = rig.Image(300_000, 2);
        var report = rig.Flash(image);
        Assert.That(rig.Contents(rig.Segments.Default)[..image.Length], Is.EqualTo(image));
        Assert.That(rig.Boot(rig.Segments.Default), Is.EqualTo(BootResult.Boots));
        Assert.That(report.SectorsWritten, Is.EqualTo(report.Sectors));
        Assert.That(report.Retries, Is.Zero);
        rig.AssertFallback("after writing");
        foreach (var other in rig.Segments.All.Skip(2))
        {
            Assert.That(rig.Raw(other).AsSpan().ContainsAnyExcept((byte)0xFF), Is.False,
                $"segment {other.Index}");
        }

        Assert.That(rig.Board.Misuse, Is.Zero, "commands that the part ignored");
    }

    [Test]
    public void What_is_right_is_not_written_again()
    {
        using var rig = new Rig(kind);
        var image = rig.Image(700_000, 3, nested: true);
        rig.Flash(image);
        var again = rig.Flash(image);
        Assert.That(again.IsChanged, Is.False);
        Assert.That(again.SectorsWritten, Is.Zero);

        // One word changes near the end: its sector, and the ones with synchronisation words.
        var changed = (byte[])image.Clone();
        changed[^1000] ^= 0xFF;
        var quiet = new Quiet();
        var report = rig.Flash(changed, quiet);
        Assert.That(report.SectorsWritten, Is.InRange(1, 6));
        Assert.That(report.SectorsWritten, Is.LessThanOrEqualTo(report.Sectors));
        Assert.That(quiet.Stages, Is.EqualTo(new[]
            { FlashStage.Compare, FlashStage.Disarm, FlashStage.Write, FlashStage.Commit }));
        Assert.That(rig.Contents(rig.Segments.Default)[..image.Length], Is.EqualTo(changed));
        Assert.That(rig.Board.Misuse, Is.Zero);
    }

    [Test]
    public void A_dry_run_changes_nothing()
    {
        using var rig = new Rig(kind);
        rig.Flash(rig.Image(100_000, 4));
        var before = rig.Raw(rig.Segments.Default);
        var report = rig.Flash(rig.Image(200_000, 5), dryRun: true);
        Assert.That(report.SectorsWritten, Is.Positive);
        Assert.That(rig.Raw(rig.Segments.Default).AsSpan().SequenceEqual(before));
    }

    [Test]
    public void A_shorter_image_leaves_no_synchronisation_word_of_a_longer_one()
    {
        using var rig = new Rig(kind);
        rig.Flash(rig.Image(1_500_000, 6, nested: true));
        var image = rig.Image(150_000, 7);
        rig.Flash(image);
        var contents = rig.Contents(rig.Segments.Default);
        Assert.That(contents[..image.Length], Is.EqualTo(image));
        if (kind != FlashBoardKind.Dual)
        {
            // In two chips, words of frames are not words of a chip.
            Assert.That(contents.AsSpan(image.Length).IndexOf<byte>([0xAA, 0x99, 0x55, 0x66]),
                Is.Negative);
        }

        Assert.That(rig.Boot(rig.Segments.Default), Is.EqualTo(BootResult.Boots));
    }

    [Test]
    public void The_old_image_can_be_saved_and_written_back()
    {
        using var rig = new Rig(kind);
        var (older, newer) = (rig.Image(90_001, 8), rig.Image(50_000, 9));
        rig.Flash(older);
        byte[] saved;
        using (var flash = rig.Open())
        {
            saved = SegmentReader.Read(
                flash, flash.Segments.Default, new Quiet(), CancellationToken.None);
        }

        Assert.That(saved, Is.EqualTo(older));
        rig.Flash(newer);
        rig.Flash(saved);
        Assert.That(rig.Contents(rig.Segments.Default)[..older.Length], Is.EqualTo(older));
        using var again = rig.Open();
        Assert.That(SegmentReader.WhyNotBootable(again, again.Segments.Fallback!, rig.FpgaId),
            Is.Null);
        Assert.That(SegmentReader.WhyNotBootable(again, again.Segments.All[2], rig.FpgaId),
            Does.Contain("segment 2 has no synchronisation word"));
    }
}
