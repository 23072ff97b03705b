using Microsoft.CodeAnalysis;
using NUnit.Framework;
using SmartNic.Hls.Front;

namespace SmartNic.Hls.Tests;

/// <summary>Nothing that Roslyn can say is undecided in the front end.</summary>
public sealed class OperationTests
{
    [Test]
    public void EveryKindIsDecidedOnce()
    {
        var kinds = Enum.GetNames<OperationKind>()
            .GroupBy(n => Enum.Parse<OperationKind>(n)).Select(g => g.ToArray());
        var undecided = kinds.Where(names => !names.Any(n => Operations.Evaluated.ContainsKey(n)
            || Operations.Rejected.Contains(n))).Select(n => string.Join("/", n));
        Assert.That(undecided, Is.Empty);
        Assert.That(Operations.Evaluated.Keys.Intersect(Operations.Rejected), Is.Empty);
    }

    [Test]
    public void EveryPropertyOfAnEvaluatedKindIsDecided()
    {
        var general = typeof(IOperation).GetProperties().Select(p => p.Name).ToHashSet();
        var undecided = new List<string>();
        foreach (var (kind, decided) in Operations.Evaluated)
        {
            string name = kind is "Increment" or "Decrement" ? "IncrementOrDecrement" : kind;
            var type = typeof(IOperation).Assembly.GetType(
                $"Microsoft.CodeAnalysis.Operations.I{name}Operation");
            Assert.That(type, Is.Not.Null, kind);
            if (kind == "Decrement") continue;
            undecided.AddRange(type!.GetProperties().Select(p => p.Name)
                .Where(p => !general.Contains(p)).Except(decided).Select(p => $"{kind}.{p}"));
        }
        Assert.That(undecided, Is.Empty);
    }
}
