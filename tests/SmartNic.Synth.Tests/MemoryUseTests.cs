using NUnit.Framework;
using SmartNic.Synth.Blocks;
using SmartNic.Synth.Reports;

namespace SmartNic.Synth.Tests;

/// <summary>The gateway's memories, and what of a board they take.</summary>
public sealed class MemoryUseTests
{
    private const int MaxPercent = 70;

    private static IReadOnlyList<Board> Boards { get; } = Board.Read(Checkout.Root);

    private static string Folder => Path.Combine(
        TestContext.CurrentContext.WorkDirectory, "synth", TestContext.CurrentContext.Test.ID);

    /// <summary>Counters in UltraRAM, tables in block RAM, and room left on every board.</summary>
    [Test]
    public async Task TheGatewayFitsEveryBoard()
    {
        var library = RtlLibrary.Read(Checkout.Root);
        var yosys = new Yosys(Folder, "xcup", TimeSpan.FromMinutes(15));
        MemoryUse use = await MemoryUse.OfAsync(yosys, JobList.Shell(library));
        TestContext.Out.WriteLine(MemoryTable.Write(use, Boards));
        using var log = new StringWriter();
        int code = MemoryTable.Check(use, Boards, MaxPercent, log);
        Assert.Multiple(() =>
        {
            Assert.That(log.ToString(), Is.Empty);
            Assert.That(code, Is.Zero);
            Assert.That(use.UltraRam, Is.GreaterThanOrEqualTo(48), "both directions' counters");
            Assert.That(use.BlockRam36, Is.GreaterThan(100), "the tables");
        });
    }

    [Test]
    public void ABoardWithTooLittleIsNamed()
    {
        Board small = Boards[0] with { BlockRam36 = 400, UltraRam = 100 };
        using var log = new StringWriter();
        Assert.Multiple(() =>
        {
            Assert.That(
                MemoryTable.Check(new MemoryUse(280, 70), [small], MaxPercent, log), Is.Zero);
            Assert.That(log.ToString(), Is.Empty);
            Assert.That(
                MemoryTable.Check(new MemoryUse(280.5, 71), [small], MaxPercent, log),
                Is.EqualTo(1));
            Assert.That(log.ToString(), Does.Contain("280.5 BRAM36 of 400")
                .And.Contains("71 URAM of 100").And.Contains(small.Name));
        });
    }

    [Test]
    public void HalvesAreCountedAsHalves()
    {
        MemoryUse use = MemoryUse.Read(
        [
            "=== part ===", "",
            "     RAMB36E2                       11",
            "=== design hierarchy ===", "",
            "   Number of cells:               1234",
            "     RAMB18E2                       19",
            "     RAMB36E2                       33",
            "     URAM288                        24",
            "     FDRE                          999",
        ]);
        Assert.That(use, Is.EqualTo(new MemoryUse(42.5, 24)));
    }
}
