using NUnit.Framework;
using SmartNic.Hls.Prove;
using SmartNic.Hls.Tests.Testing;

namespace SmartNic.Hls.Tests;

/// <summary>What the sweep merges is equal in the case, and what differs is not proved.</summary>
public sealed class SweepTests
{
    private const int Graphs = 50, Inputs = 8, Gates = 60, Width = 24;

    [Test]
    public void MergedGatesAreEqualWhereTheAssumptionHolds()
    {
        int seed = Environment.TickCount, merged = 0;
        TestContext.Out.WriteLine($"seed {seed}");
        var random = new Random(seed);
        for (int g = 0; g < Graphs; g++)
        {
            var (graph, literals) = Truth.Random(random, Inputs, Gates);
            int holds = graph.Or(literals[^1], literals[^2]);
            ulong[] when = Truth.Of(graph, [holds])[0];
            var result = Sweep.Run(new(graph, holds, []), [.. literals], g % 2 == 0);
            Assert.That(result == null, Is.EqualTo(when.All(w => w == 0)), "never holds");
            if (result == null) continue;
            ulong[][] before = Truth.Of(graph, literals);
            ulong[][] after = Truth.Of(result.Graph, [.. result.Outputs, result.Holds]);
            Assert.That(after[^1], Is.EqualTo(when), "the assumption stays as it is");
            for (int k = 0; k < literals.Count; k++)
                for (int w = 0; w < when.Length; w++)
                    Assert.That((before[k][w] ^ after[k][w]) & when[w], Is.Zero);
            merged += literals.Distinct().Count() - result.Outputs.Distinct().Count();
        }
        Assert.That(merged, Is.GreaterThan(Graphs));
    }

    /// <summary>A sum against its split halves, whose upper half chooses by the carry.</summary>
    [TestCase(-1, ExpectedResult = "")]
    [TestCase(0, ExpectedResult = "sum left")]
    [TestCase(Width / 2, ExpectedResult = "sum left")]
    [TestCase(Width - 1, ExpectedResult = "sum left")]
    public string ASplitSumIsMerged(int wrong)
    {
        var graph = new Aig(2 * Width);
        int[] a = Bits(1), b = Bits(Width + 1);
        int half = Width / 2;
        int[] sum = Add(graph, a, b), low = Add(graph, [.. a[..half], 0], [.. b[..half], 0]);
        int[] up0 = Add(graph, a[half..], b[half..]);
        int[] up1 = Add(graph, up0, [1, .. new int[half - 1]]);
        int[] other = [.. low[..half], .. up0.Zip(up1, (x, y) => graph.Or(
            graph.And(low[half] ^ 1, x), graph.And(low[half], y)))];
        // A wrong bit is wrong for one value of eight inputs only.
        if (wrong >= 0)
            other[wrong] = graph.Xor(other[wrong], a[..8].Aggregate(1, graph.And));
        return Prove(graph, 1, sum, other);
    }

    [TestCase(true, ExpectedResult = "")]
    [TestCase(false, ExpectedResult = "sum left")]
    public string WhatIsEqualInTheCaseOnlyIsMergedInTheCaseOnly(bool assumed)
    {
        var graph = new Aig((2 * Width) + 1);
        int[] a = Bits(1), b = Bits(Width + 1);
        int reached = graph.And((4 * Width) + 2, a[3] ^ 1);
        int[] taken = [.. b.Select((x, i) => graph.And(x, i == 3 ? a[3] : 1))];
        return Prove(graph, assumed ? graph.And(reached, b[3] ^ 1) : 1,
            Add(graph, a, b), Add(graph, taken, a));
    }

    /// <summary>The xor of many inputs in another order is equal by its normal form, before any
    /// solver; with one input less it is not.</summary>
    [TestCase(0, ExpectedResult = "")]
    [TestCase(1, ExpectedResult = "sum left")]
    public string AParityIsEqualByItsNormalForm(int without)
    {
        var graph = new Aig(2 * Width);
        int[] all = [.. Bits(1), .. Bits(Width + 1)];
        int forward = all.Aggregate(0, graph.Xor);
        int back = all.Skip(without).Reverse().Aggregate(0, graph.Xor);
        return Prove(graph, 1, [forward], [back]);
    }

    /// <summary>Conjunctions of so many inputs that no random pattern and no near gate tells them
    /// apart, or shows that order is all that they differ in.</summary>
    [TestCase(false, false, ExpectedResult = false)]
    [TestCase(true, false, ExpectedResult = true)]
    [TestCase(true, true, ExpectedResult = false)]
    public bool ADeepSweepSeesTheWholeGraph(bool deep, bool without)
    {
        const int Many = 400;
        var graph = new Aig(Many);
        int[] all = [.. Enumerable.Range(1, Many).Select(v => 2 * v)];
        int forward = all.Aggregate(1, graph.And);
        int back = all.Skip(without ? 1 : 0).Reverse().Aggregate(1, graph.And);
        var result = Sweep.Run(new(graph, 1, []), [forward, back], deep);
        return result!.Outputs[0] == result.Outputs[1];
    }

    /// <summary>Signals that are left for the last resort, which decides nothing here.</summary>
    private static string Prove(Aig graph, int holds, int[] left, int[] right)
    {
        var proof = new CaseProof(new(graph, holds, [.. left, .. right]),
            [.. left.Select(_ => "sum")], (_, _, _) => Answer.Open);
        proof.Run();
        return string.Join(", ", proof.Open.Select(o => $"{o.Name} left"));
    }

    private static int[] Bits(int from) =>
        [.. Enumerable.Range(from, Width).Select(v => 2 * v)];

    private static int[] Add(Aig graph, int[] x, int[] y) => new WordGates(graph).Lower(
        new("$add", pin => pin == "A" ? x : y, _ => 0, x.Length));
}
