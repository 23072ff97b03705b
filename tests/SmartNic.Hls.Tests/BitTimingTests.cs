using NUnit.Framework;
using SmartNic.Hls.Ir;
using SmartNic.Hls.Schedule;

namespace SmartNic.Hls.Tests;

/// <summary>When bits settle: LUTs of six inputs, carry chains, trees.</summary>
public sealed class BitTimingTests
{
    private static readonly DelayModel D = DelayModel.UltraScalePlus;

    private readonly OptimisingGraph _graph = new();
    private int _inputs;

    private Node In(int width) => _graph.Input($"i{_inputs++}", width);

    private Node Chain(Op op, int terms) => Enumerable.Range(0, terms).Select(_ => In(1))
        .Aggregate((x, y) => _graph.Make(op, 1, x, y));

    /// <summary>Everything in one clock.</summary>
    private static double Ns(Node end, DelayModel? delays = null)
    {
        var pipeline = new Pipeline(new Design
        {
            Name = "one",
            Source = "",
            Graph = new OptimisingGraph(),
            Delays = delays ?? D,
            Inputs = [],
            Outputs = [new("o", end)],
        });
        AsapScheduler.Run(pipeline, double.PositiveInfinity);
        return pipeline.Nodes.Max(n => pipeline.Arrival[n]);
    }

    private static double Levels(Node end) => Ns(end, DelayModel.Levels);

    [TestCase(2, 1)]
    [TestCase(6, 1)]
    [TestCase(7, 2)]
    [TestCase(11, 2)]
    public void AChainOfGatesIsPackedIntoLuts(int terms, int levels) =>
        Assert.That(Levels(Chain(Op.And, terms)), Is.EqualTo(levels));

    [Test]
    public void WhatManyReadIsALutOfItsOwn()
    {
        var shared = _graph.And(In(1), In(1));
        var both = _graph.Concat(_graph.Or(shared, In(1)), _graph.Or(shared, In(1)));
        Assert.That(Levels(_graph.Mux(In(1), both, In(2))), Is.EqualTo(2));
    }

    [TestCase(6, 1)]
    [TestCase(36, 2)]
    [TestCase(37, 3)]
    [TestCase(216, 3)]
    public void ParityIsATreeOfLuts(int terms, int levels) => Assert.That(Levels(_graph.Make(
        Op.Parity, 1, [.. Enumerable.Range(0, terms).Select(_ => In(1))])), Is.EqualTo(levels));

    [TestCase(3, 1)]
    [TestCase(18, 2)]
    [TestCase(64, 3)]
    public void EqualityIsATreeOfPairs(int width, int levels) =>
        Assert.That(Levels(_graph.Make(Op.Equal, 1, In(width), In(width))), Is.EqualTo(levels));

    [Test]
    public void AChainIsOneLevelAndItsLowBitsAreThereFirst()
    {
        Node x = In(32), y = In(32);
        var sum = _graph.Make(Op.Add, 32, x, y);
        Assert.That(Levels(sum), Is.EqualTo(1));
        Assert.That(Ns(sum), Is.EqualTo(D.Carry + 32 * D.AddBit).Within(1e-9));
        // A second sum waits for the first bit of the first one, not for the last.
        Assert.That(Ns(_graph.Make(Op.Add, 32, In(32), sum)),
            Is.EqualTo(2 * D.Carry + 33 * D.AddBit).Within(1e-9));
        Assert.That(Ns(_graph.Not(_graph.Slice(sum, 0, 4))),
            Is.LessThan(Ns(_graph.Not(_graph.Slice(sum, 28, 4)))));
    }

    [Test]
    public void ALutInFrontOfAChainIsPartOfItForTheSecondTermOnly()
    {
        Node x = In(16), y = _graph.Mux(In(1), In(16), In(16));
        Assert.That(Levels(_graph.Make(Op.Add, 16, x, y)), Is.EqualTo(1));
        Assert.That(Levels(_graph.Make(Op.Subtract, 16, y, x)), Is.EqualTo(2));
    }

    [Test]
    public void AMaskOfConstantsIsNoLogic()
    {
        var masked = _graph.And(In(8), _graph.Constant(0b10100101, 8));
        Assert.That(Levels(masked), Is.Zero);
        Assert.That(Levels(_graph.Mux(In(1), masked, In(8))), Is.EqualTo(1));
    }

    [TestCase(4, 1)]
    [TestCase(12, 2)]
    [TestCase(32, 2)]
    public void AWideComparisonIsLutsAndAChain(int width, int levels) => Assert.That(
        Levels(_graph.Make(Op.Less, 1, In(width), In(width))), Is.EqualTo(levels)
            .Or.EqualTo(levels + 1).And.LessThanOrEqualTo(2));

    [TestCase(4, 1)]
    [TestCase(32, 3)]
    public void AShiftIsAChoicePerTwoBitsOfTheCount(int width, int most) => Assert.That(
        Levels(_graph.Make(Op.ShiftLeft, width, In(width),
            In((int)Math.Log2(width)))), Is.LessThanOrEqualTo(most));
}
