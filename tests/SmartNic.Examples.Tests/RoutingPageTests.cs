using System.Globalization;
using NUnit.Framework;
using SmartNic.Synth.Examples;
using SmartNic.Synth.Routing;
using SmartNic.Testing;

namespace SmartNic.Examples.Tests;

/// <summary>ROUTING.md is in step with the compiler; what it says of orders follows from its
/// clocks.</summary>
public sealed class RoutingPageTests
{
    private const string Again = "run: make -f fpga.mk routing";

    private static readonly string Page =
        File.ReadAllText(Checkout.At(RoutingCommand.File.Split('/')));

    private static readonly IReadOnlyList<RoutedClock> Clocks =
    [
        .. Page[Page.IndexOf("## Clocks", StringComparison.Ordinal)..].Split('\n').Skip(3)
            .Where(l => l.StartsWith("| ", StringComparison.Ordinal))
            .Select(l => l.Trim('|', ' ').Split(" | ")).Select(Read),
    ];

    [Test]
    public void EveryClockIsThereAsItIsCompiledNow() => Assert.That(
        Clocks.Select(c => c with { Routed = null }), Is.EqualTo(AllExamples.List
            .SelectMany(e => RoutedClock.Of(e, _ => null))), Again);

    [Test]
    public void OrdersFollowFromTheClocks() =>
        Assert.That(Page, Is.EqualTo(RoutingTable.Text(Clocks)), Again);

    /// <summary>No clock that routes longest is one that the schedule takes for a short
    /// one.</summary>
    [Test]
    public void TheOrderOfTheEstimatesIsThatOfRouting()
    {
        var routed = Clocks.Where(c => c.Routed != null).ToList();
        Assert.That(routed, Has.Count.GreaterThan(Clocks.Count * 9 / 10));
        Assert.That(RankCorrelation.Of([.. routed.Select(c => c.ScaledNs)],
            [.. routed.Select(c => c.Routed!.Ns)]), Is.GreaterThan(0.85));
        foreach (var example in routed.GroupBy(c => c.Example))
        {
            Assert.That(example.MaxBy(c => c.Routed!.Ns)!.EstimatedNs,
                Is.GreaterThan(0.8 * example.Max(c => c.EstimatedNs)), example.Key);
        }
    }

    private static RoutedClock Read(string[] cells) => new(cells[0], cells[1], Number(cells[2]),
        int.Parse(cells[3]), Number(cells[4]), int.Parse(cells[5]), cells[6] == "no route" ? null
            : new(Number(cells[6]), int.Parse(cells[7]), int.Parse(cells[8])));

    private static double Number(string cell) => double.Parse(cell, CultureInfo.InvariantCulture);
}
