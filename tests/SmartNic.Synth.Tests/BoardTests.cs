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

    [Test]
    public void TheShareIsOfTheDevice()
    {
        string table = BoardTable.Write([Half], Board.Of(["VCU118"]));
        Assert.That(table, Does.Contain("| vcu118 | XCVU9P | DS890 | 591120 (50.00 %) "
            + "| 1182240 (50.00 %) | 540 (25.00 %) | 96 (10.00 %) | 684 (10.00 %) | 0 |"));
    }

    [Test]
    public void AllBoardsAreSix() => Assert.That(Board.Of(["all"]), Has.Count.EqualTo(6));

    [Test]
    public void WithoutABoardThereIsNoTable() =>
        Assert.That(BoardTable.Write([Half], Board.Of([])), Is.Empty);

    [Test]
    public void AnUnknownBoardIsRefused() => Assert.That(() => Board.Of(["u99"]),
        Throws.ArgumentException.With.Message.Contains("u50, u55n"));
}
