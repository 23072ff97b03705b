using SmartNic.Driver;
using SmartNic.Flash.Bpi;
using SmartNic.Flash.Images;
using SmartNic.Flash.Spi;
using SmartNic.Flash.Writing;
using SmartNic.Sim.Flash;

namespace SmartNic.Flash.Tests;

/// <summary>
/// Faults of parts and of the bus, on an image of 1 MB (one kind of serial and one of parallel
/// flash), a third of that, or of three large sectors: each ends in a clear message and with an
/// untouched fallback image, and when the fault is gone, the same command completes.
/// </summary>
[TestFixture(FlashBoardKind.Spi)]
[TestFixture(FlashBoardKind.Dual)]
[TestFixture(FlashBoardKind.Bpi)]
[TestFixture(FlashBoardKind.BpiMicron)]
public sealed class FaultTests(FlashBoardKind kind)
{
    private readonly int imageBytes = kind switch
    {
        FlashBoardKind.Dual => 340_000,
        FlashBoardKind.BpiMicron => 640_000,
        _ => 1 << 20,
    };

    private const int Bad = 0x1_9876;
    private const int SmallestSector = 0x1_0000;

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
        // A parallel part's stuck byte is the low one of its word, the second one in a file.
        var content = rig.IsDual ? DualQspi.Split("test", image)[LastChip] : image;
        var offset = Bad | 1;
        while (content[offset] == ((content[offset] & ~low) | high))
        {
            offset += 2;
        }

        var place = (rig.Segments.Default.Start / rig.Board.Chips) + offset;
        rig.Board.Stick(LastChip, place, low, high);
        Fails($"at 0x{place:X} {message}", "after it was written");

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

        Completes(FoundAgain());
    }

    [Test]
    public void The_card_is_gone_while_a_sector_is_erased()
    {
        // The command takes up to 120 accesses, the time until it is done more than 900.
        const int after = 500;
        var erased = rig.Raw(rig.Segments.Default);
        byte[] zeros = [.. erased];
        zeros.AsSpan(0, SmallestSector).Clear();
        rig.Restore(rig.Segments.Default, zeros);
        Assert.That(() => rig.Flash(image, new GoneAfter(rig.Board, 0, after)),
            Throws.InstanceOf<DeviceLostException>());
        var ignored = FoundAgain();
        Assert.That(ignored, Is.Zero, "nothing was broken off");
        Assert.That(rig.Raw(rig.Segments.Default), Is.EqualTo(zeros), "it still erases");
        using (rig.Open())
        {
            Assert.That(rig.Raw(rig.Segments.Default), Is.EqualTo(erased),
                "it was left to erase");
        }

        Completes(ignored);
    }

    /// <summary>Between and within the cycles of a page's command, its count, its data.</summary>
    [Test]
    public void The_card_is_gone_at_any_access_of_a_page()
    {
        var (small, empty) = (rig.Image(20_000, 34), rig.Raw(rig.Segments.Default));
        int[] accesses = [.. Enumerable.Range(0, 20).Select(step => 3 * step), 200, 501];
        foreach (var after in accesses)
        {
            rig.Restore(rig.Segments.Default, empty);
            Assert.That(() => rig.Flash(small, new GoneAfter(rig.Board, 1, after)),
                Throws.InstanceOf<DeviceLostException>(), $"{after}");
            var ignored = FoundAgain();
            rig.Flash(small);
            Assert.That(rig.Contents(rig.Segments.Default)[..small.Length],
                Is.EqualTo(small), $"{after}");
            Assert.That(rig.Board.Misuse, Is.EqualTo(ignored), $"{after}");
        }

        rig.AssertFallback("at the end");
    }

    [Test]
    public void It_can_be_stopped_and_goes_on()
    {
        rig.Load(rig.Segments.Default, rig.Image(imageBytes, 32));
        using var stop = new CancellationTokenSource();
        // At three quarters at least two sectors are right.
        var counting = new StopAt(stop, 0.75);
        Assert.That(() => rig.Flash(image, counting, cancel: stop.Token),
            Throws.InstanceOf<OperationCanceledException>());
        rig.AssertFallback("stopped");
        Assert.That(rig.Boot(rig.Segments.Default), Is.EqualTo(BootResult.FallsBack));
        var report = rig.Flash(image);

        // The last right sector is written again.
        Assert.That(report.SectorsWritten, Is.InRange(2, report.Sectors - 1));
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

    /// <summary>
    /// The card is found again; its flash was never without power. What was broken off with it
    /// ends when the lines rest, and the part ignores it; returns how much that is in all.
    /// </summary>
    private int FoundAgain()
    {
        rig.Board.PowerUp();
        if (kind is FlashBoardKind.Spi or FlashBoardKind.Dual)
        {
            _ = (new CorundumSpi(rig.Board, 0x50), new CorundumSpi(rig.Board, 0x54));
        }
        else
        {
            _ = new CorundumBpi(rig.Board, 0x40);
        }

        return rig.Board.Misuse;
    }

    private void Completes(int ignored = 0)
    {
        rig.Flash(image);
        Assert.That(rig.Contents(rig.Segments.Default)[..image.Length], Is.EqualTo(image));
        Assert.That(rig.Boot(rig.Segments.Default), Is.EqualTo(BootResult.Boots));
        rig.AssertFallback("at the end");
        Assert.That(rig.Board.Misuse, Is.EqualTo(ignored), "commands that the part ignored");
    }

    /// <summary>The fault goes away when it is noticed.</summary>
    private sealed class Healing(FlashBoard board) : IFlashProgress
    {
        public List<string> Notes { get; } = [];

        public void Begin(FlashStage stage, long totalBytes)
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

    /// <summary>The board vanishes some accesses after a number of pages.</summary>
    private sealed class GoneAfter(FlashBoard board, int pages, int accesses) : IFlashProgress
    {
        private int left = -1;

        public void Begin(FlashStage stage, long totalBytes)
        {
            if (stage == FlashStage.Write)
            {
                left = pages;
                Look();
            }
        }

        public void Advance(long bytes)
        {
            left--;
            Look();
        }

        public void Note(string text)
        {
        }

        private void Look()
        {
            if (left == 0)
            {
                board.RemoveAt(board.Accesses + accesses);
            }
        }
    }
}
