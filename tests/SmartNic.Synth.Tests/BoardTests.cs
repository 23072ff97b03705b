using NUnit.Framework;
using SmartNic.Synth.Analysis;
using SmartNic.Synth.Blocks;
using SmartNic.Synth.Reports;

namespace SmartNic.Synth.Tests;

/// <summary>Shares of boards.</summary>
public sealed class BoardTests
{
    private static readonly BlockResult Half = new(
        new SynthJob("top", "snic_top", [], [], new Dictionary<string, int>(), false),
        new Area(591_000, 1_182_240, 100, 20, 540, 96, 684, 0, 0), null, null,
        new Dictionary<int, TimingPath>(), 1);

    private static IReadOnlyList<Board> Known { get; } = Board.Read(Checkout.Root);

    [Test]
    public void TheShareIsOfTheDevice()
    {
        string table = BoardTable.Write([Half], Board.Of(Known, ["vcu118"]));
        Assert.That(table, Does.Contain("| VCU118 | XCVU9P | DS890 | 591120 (50.00 %) "
            + "| 1182240 (50.00 %) | 540 (25.00 %) | 96 (10.00 %) | 684 (10.00 %) | 0 |"));
    }

    [Test]
    public void AllBoardsAreSix() => Assert.That(Board.Of(Known, ["all"]), Has.Count.EqualTo(6));

    [Test]
    public void WithoutABoardThereIsNoTable() =>
        Assert.That(BoardTable.Write([Half], Board.Of(Known, [])), Is.Empty);

    [Test]
    public void AnUnknownBoardIsRefused() => Assert.That(() => Board.Of(Known, ["u99"]),
        Throws.ArgumentException.With.Message.Contains("AU50, AU55N"));
}
