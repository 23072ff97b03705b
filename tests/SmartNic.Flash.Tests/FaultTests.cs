using SmartNic.Driver;
using SmartNic.Sim.Flash;

namespace SmartNic.Flash.Tests;

/// <summary>
/// Faults of parts and of the bus, on an image of 1 MB (one kind of serial and one of parallel
/// flash) or a third of that: each ends in a clear message and with an
/// untouched fallback image, and when the fault is gone, the same command completes.
/// </summary>
[TestFixture(FlashBoardKind.Spi)]
[TestFixture(FlashBoardKind.Dual)]
[TestFixture(FlashBoardKind.Bpi)]
[TestFixture(FlashBoardKind.BpiMicron)]
public sealed class FaultTests(FlashBoardKind kind)
{
    private readonly int imageBytes =
        kind is FlashBoardKind.Spi or FlashBoardKind.Bpi ? 1 << 20 : 340_000;

    private const int Bad = 0x1_9876;

    private Rig rig = null!;
    private byte[] image = null!;

    [SetUp]
    public void Start()
    {
        rig = new Rig(kind);
        image = rig.Image(imageBytes, 30);
    }

    [TearDown]
    public void End() => rig.Dispose();

    [Test]
    public void A_sector_that_cannot_be_erased()
    {
        rig.Load(rig.Segments.Default, rig.Image(imageBytes, 31));
        rig.Board.BreakErase(LastChip, Address);

        // Where nothing can be overwritten, erasing is the first step: the old image stays.
        Fails("erase at 0x", "failed", kind == FlashBoardKind.BpiMicron
            ? BootResult.Boots : BootResult.FallsBack);
        rig.Board.BreakErase(LastChip, null);
        Completes();
    }

    [Test]
    public void A_page_that_cannot_be_programmed()
    {
        rig.Board.BreakProgram(LastChip, Address);
        Fails("program at 0x", "failed");
        rig.Board.BreakProgram(LastChip, null);
        Completes();
    }

    [TestCase((byte)0xFF, (byte)0x00, "is 00, expected")]
    [TestCase((byte)0x00, (byte)0xFF, "is FF, expected")]
    public void Bits_that_never_change(byte low, byte high, string message)
    {
        rig.Board.Stick(LastChip, Address & ~1L, low, high);
        var failure = Fails("at 0x", "after it was written");
        if (kind is FlashBoardKind.Spi)
        {
            Assert.That(failure.Message, Does.Contain(message));
        }

        rig.Board.Stick(LastChip, null, 0, 0);
        Completes();
    }

    [Test]
    public void A_write_that_fails_once_is_done_again()
    {
        var quiet = new Healing(rig.Board);
        rig.Board.BreakProgram(LastChip, Address);
        var report = rig.Flash(image, quiet);
        Assert.That(report.Retries, Is.EqualTo(1));
        Assert.That(quiet.Notes.Single(), Does.Contain("once more"));
        Assert.That(rig.Contents(rig.Segments.Default)[..image.Length], Is.EqualTo(image));
    }

    [Test]
    public void The_card_is_gone_in_the_middle()
    {
        var before = rig.Board.Accesses;
        rig.Flash(image, dryRun: true);
        var compare = rig.Board.Accesses - before;
        rig.Board.RemoveAt(rig.Board.Accesses + compare + (compare / 4));
        var lost = Assert.Throws<DeviceLostException>(() => rig.Flash(image))!;
        Assert.That(lost.Message, Does.Contain("all ones"));
        rig.AssertFallback("gone");
        Assert.That(rig.Boot(rig.Segments.Default), Is.EqualTo(BootResult.FallsBack));

        // The card is found again; its flash was never without power.
        rig.Board.PowerUp();
        Completes();
    }

    [Test]
    public void It_can_be_stopped_and_goes_on()
    {
        rig.Load(rig.Segments.Default, rig.Image(imageBytes, 32));
        using var stop = new CancellationTokenSource();
        var counting = new StopAfter(stop, imageBytes / 2);
        Assert.That(() => rig.Flash(image, counting, cancel: stop.Token),
            Throws.InstanceOf<OperationCanceledException>());
        rig.AssertFallback("stopped");
        Assert.That(rig.Boot(rig.Segments.Default), Is.EqualTo(BootResult.FallsBack));
        var report = rig.Flash(image);
        Assert.That(report.SectorsWritten, Is.LessThan(report.Sectors));
        Assert.That(rig.Contents(rig.Segments.Default)[..image.Length], Is.EqualTo(image));
    }

    private int LastChip => rig.Board.Chips - 1;

    /// <summary>A place within the image, in the last chip.</summary>
    private long Address => (rig.Segments.Default.Start / rig.Board.Chips) + Bad;

    private FlashException Fails(
        string place, string what, BootResult boots = BootResult.FallsBack)
    {
        var failure = Assert.Throws<FlashException>(() => rig.Flash(image))!;
        Assert.That(failure.Message, Does.Contain(place).And.Contain(what));
        Assert.That(failure.Message, Does.Match("serial NOR|parallel NOR"), "names the part");
        Assert.That(failure.Advice, Is.Not.Null);
        rig.AssertFallback(failure.Message);
        Assert.That(rig.Boot(rig.Segments.Default), Is.EqualTo(boots));
        return failure;
    }

    private void Completes()
    {
        rig.Flash(image);
        Assert.That(rig.Contents(rig.Segments.Default)[..image.Length], Is.EqualTo(image));
        Assert.That(rig.Boot(rig.Segments.Default), Is.EqualTo(BootResult.Boots));
        rig.AssertFallback("at the end");
        Assert.That(rig.Board.Misuse, Is.Zero, "commands that the part ignored");
    }

    /// <summary>The fault goes away when it is noticed.</summary>
    private sealed class Healing(FlashBoard board) : Writing.IFlashProgress
    {
        public List<string> Notes { get; } = [];

        public void Begin(Writing.FlashStage stage, long totalBytes)
        {
        }

        public void Advance(long bytes)
        {
        }

        public void Note(string text)
        {
            Notes.Add(text);
            board.BreakProgram(board.Chips - 1, null);
        }
    }

    /// <summary>Stops after some bytes of writing.</summary>
    private sealed class StopAfter(CancellationTokenSource stop, long bytes)
        : Writing.IFlashProgress
    {
        private bool isWriting;
        private long done;

        public void Begin(Writing.FlashStage stage, long totalBytes) =>
            isWriting = stage == Writing.FlashStage.Write;

        public void Advance(long advanced)
        {
            done += isWriting ? advanced : 0;
            if (done >= bytes)
            {
                stop.Cancel();
            }
        }

        public void Note(string text)
        {
        }
    }
}
