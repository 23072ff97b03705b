using NUnit.Framework;
using SmartNic.Hls.Check.Fuzz;
using SmartNic.Testing;

namespace SmartNic.Hls.Tool.Tests;

/// <summary>Ranges of seeds are kept, and not run twice by one compiler.</summary>
public sealed class FuzzLedgerTests
{
    private static readonly FuzzRange Range = new(
        "2026-11-30", FuzzLedger.ThisCompiler, 7, 512, 500, 12, 0, [], 1000);

    [Test]
    public void WhatThisCompilerRanCleanIsNotRunAgain()
    {
        using var folder = new TemporaryFolder();
        string path = Path.Combine(folder.Path, "ledger");
        var ledger = FuzzLedger.Open(path);
        ledger.Add(Range);
        ledger.Add(Range with { Seed = 519, Compiler = "another" });
        ledger.Add(Range with { Seed = 1031, Failed = [1040] });
        var read = FuzzLedger.Open(path);
        Assert.Multiple(() =>
        {
            Assert.That(read.Table(), Is.EqualTo(ledger.Table()));
            Assert.That(read.Has(7, 512), Is.True);
            Assert.That(read.Has(7, 100), Is.True);
            Assert.That(read.Has(7, 513), Is.False);
            Assert.That(read.Has(8, 512), Is.False);
            Assert.That(read.Has(519, 512), Is.False, "of another compiler");
            Assert.That(read.Has(1031, 512), Is.False, "failed");
        });
    }

    [Test]
    public void ConsecutiveRangesAreALine()
    {
        using var folder = new TemporaryFolder();
        var ledger = FuzzLedger.Open(Path.Combine(folder.Path, "ledger"));
        ledger.Add(Range);
        ledger.Add(Range with { Seed = 519, Failed = [600] });
        ledger.Add(Range with { Seed = 2000 });
        string[] lines = ledger.Table().Trim().Split('\n');
        Assert.That(lines[2..], Is.EqualTo(new[]
        {
            $"| 2026-11-30 | {Range.Compiler} | 7 | 1024 | 1000 | 24 | 0 | 600 | 512.0 |",
            $"| 2026-11-30 | {Range.Compiler} | 2000 | 512 | 500 | 12 | 0 | none | 512.0 |",
        }));
    }

    [Test]
    public void ALineThatIsNoRangeIsAnError()
    {
        using var folder = new TemporaryFolder();
        folder.Write("ledger", "{\n");
        Assert.Throws<IOException>(
            () => FuzzLedger.Open(Path.Combine(folder.Path, "ledger")));
    }

    [Test]
    public void ARunGoesOnBehindWhatIsThere()
    {
        using var folder = new TemporaryFolder();
        string path = Path.Combine(folder.Path, "ledger");
        string[] arguments =
            ["fuzz", "--programs", "520", "--seed", "41", "--ledger", path];
        FuzzLedger.Open(path).Add(Range with { Seed = 41 });
        var first = Snic.Hls(arguments);
        var second = Snic.Hls(arguments);
        Assert.Multiple(() =>
        {
            Assert.That(first.Output, Does.Contain("\n8 programs: "));
            Assert.That(second.Output, Does.Contain("\n0 programs: "));
            Assert.That(FuzzLedger.Open(path).Ranges.Select(r => (r.Seed, r.Programs)),
                Is.EqualTo(new[] { (41u, 512), (553u, 8) }));
        });
    }
}
