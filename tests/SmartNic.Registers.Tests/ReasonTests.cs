using System.Text.RegularExpressions;
using NUnit.Framework;
using SmartNic.Kernels;

namespace SmartNic.Registers.Tests;

/// <summary>Reasons: numbers for ever, in their class, and what follows from them.</summary>
public sealed partial class ReasonTests
{
    private const string Lock = "# why\n0x41 first\n0x40 second\n0x50 third retired\n";

    private static readonly ReasonInfo First = new((Reason)0x41, "first", Directions.Rx);
    private static readonly ReasonInfo Second = new((Reason)0x40, "second", Directions.Tx);

    [Test]
    public void TheLockHasTheReasonsOfToday()
    {
        var file = ReasonLock.Of(Checkout.Root);
        Assert.That(File.ReadAllText(Checkout.At(file.Path)), Is.EqualTo(file.Text),
            "run make -f fpga.mk gen");
    }

    [Test]
    public void TheListIsThatOfTheConstants() => Assert.That(
        ReasonList.All, Is.EqualTo(ReasonConstants.All().Select(r => r.Info)));

    [Test]
    public void TheClassesAreInTheList() =>
        Assert.That(ReasonList.Outcomes, Is.EqualTo(ReasonConstants.Outcomes()));

    /// <summary>One place beyond the sixteen of a class would be in the next one.</summary>
    [Test]
    public void AConstantIsWrittenAsItsClassAndItsPlace()
    {
        var written = Directory
            .GetFiles(Checkout.At("hls", "kernels"), "Reasons*.cs", SearchOption.AllDirectories)
            .SelectMany(f => Constant().Matches(File.ReadAllText(f)))
            .ToDictionary(m => m.Groups[1].Value, m => (
                Class: Enum.Parse<Outcome>(m.Groups[2].Value),
                Place: int.Parse(m.Groups[3].Value)));
        Assert.That(written.Keys, Is.EquivalentTo(ReasonConstants.All().Select(r => r.Constant)));
        foreach (var (constant, info) in ReasonConstants.All())
        {
            Assert.That(info.Outcome, Is.EqualTo(written[constant].Class), constant);
            Assert.That(written[constant].Place,
                Is.EqualTo((int)info.Number % CounterIndex.Outcomes), constant);
        }
    }

    [Test]
    public void EachIsExplained()
    {
        foreach (var (constant, _) in ReasonConstants.All())
        {
            Assert.That(ReasonConstants.MeaningOf(constant), Does.Match(@"^[A-Z].{10,}\.$"));
        }
    }

    [Test]
    public void WhatIsNewIsAddedAtTheEnd()
    {
        Assert.That(ReasonLock.Complete(Lock, [Second, First]), Is.EqualTo(Lock));
        var added = new ReasonInfo((Reason)0x10, "fourth", Directions.Rx);
        Assert.That(ReasonLock.Complete(Lock, [added, Second, First]),
            Is.EqualTo(Lock + "0x10 fourth\n"));
    }

    private static IEnumerable<TestCaseData> Wrong()
    {
        yield return Case("moved", Lock, "first is 0x41 for ever, and not 0x42",
            First with { Number = (Reason)0x42 }, Second);
        yield return Case("gone", Lock, "second is gone: write \"retired\"", First);
        yield return Case("renamed", Lock, "0x40 is second's for ever, and not other's",
            First, Second with { Name = "other" });
        yield return Case("used again", Lock, "0x50 is third's for ever, and retired",
            First, Second, new((Reason)0x50, "fifth", Directions.Rx));
        yield return Case("back", Lock, "0x50 is third's for ever, and retired",
            First, Second, new((Reason)0x50, "third", Directions.Rx));
        yield return Case("number twice", Lock + "0x41 sixth\n", "a second time: 0x41 sixth",
            First, Second);
        yield return Case("name twice", Lock + "0x42 first\n", "a second time: 0x42 first",
            First, Second);
        yield return Case("no line", Lock + "65 sixth\n", "expected 0xNN", First, Second);
    }

    [TestCaseSource(nameof(Wrong))]
    public void ANumberIsForEver(string text, string why, ReasonInfo[] reasons) => Assert.That(
        () => ReasonLock.Complete(text, reasons),
        Throws.TypeOf<InvalidDataException>().With.Message.StartsWith("hls/kernels/reasons.lock: ")
            .And.Message.Contains(why));

    private static TestCaseData Case(
        string name, string text, string why, params ReasonInfo[] reasons) =>
        new TestCaseData(text, why, reasons).SetArgDisplayNames(name);

    [GeneratedRegex(@"const Reason (\w+) = \(Reason\)Outcome\.(\w+) \+ (\d+);")]
    private static partial Regex Constant();
}
