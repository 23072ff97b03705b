using System.Numerics;
using NUnit.Framework;
using SmartNic.Hls.Ir;
using SmartNic.Hls.Passes;
using SmartNic.Hls.Prove;

namespace SmartNic.Hls.Tests;

/// <summary>What does not fit in a clock is split, and stays the same function.</summary>
public sealed class SplitWideTests
{
    private const string Text = """
        using SmartNic.Hls.Language;
        public static class K
        {
            [Kernel("wide", ClockNs = 2.0)]
            public static (UInt128, UInt128, bool, bool, bool) Run(
                UInt128 a, UInt128 b, long c, long d) => (a + b, a - b, a < b, c < d, a == b);
        }
        """;

    [Test]
    public void WideArithmeticMeetsAShortClockAndIsProved()
    {
        var compiler = new Compiler([("Wide.cs", Text)]);
        var kernel = compiler.Compile()[0];
        Assert.That(kernel.WorstClockNs, Is.LessThanOrEqualTo(2.0 * 0.75));
        Assert.That(kernel.Latency, Is.GreaterThan(1));
        foreach (var result in new Prover(compiler).Prove(kernel))
            Assert.That(result.Proved, Is.True, $"{result.What}: {result.Detail}");
    }

    [TestCase(Op.Add, 50, 50)]
    [TestCase(Op.Subtract, 67, 67)]
    [TestCase(Op.Less, 70, 70)]
    [TestCase(Op.LessSigned, 70, 70)]
    [TestCase(Op.Equal, 64, 64)]
    [TestCase(Op.ShiftLeft, 40, 7)]
    [TestCase(Op.ShiftRight, 40, 7)]
    [TestCase(Op.ShiftRightSigned, 40, 7)]
    public void ASplitOperationGivesTheSame(Op op, int width, int second)
    {
        var graph = new OptimisingGraph();
        Node x = graph.Input("x", width), y = graph.Input("y", second);
        int result = op is Op.Less or Op.LessSigned or Op.Equal ? 1 : width;
        var design = new Design
        {
            Name = "one",
            Source = "",
            Graph = graph,
            // 0.6 ns for logic: some bits of carry, one level of LUTs.
            ClockNs = 1.0,
            MarginPercent = 5,
            Inputs = [new("x", x), new("y", y)],
            Outputs = [new("o", graph.Make(op, result, x, y))],
        };
        var split = SplitWide.Run(design);
        Assert.That(split.Live(), Has.Count.GreaterThan(design.Live().Count));
        Assert.That(split.Live().Max(n => design.Delays.Of(n)),
            Is.LessThanOrEqualTo(design.BudgetNs));
        int seed = Environment.TickCount;
        TestContext.Out.WriteLine($"seed {seed}");
        var random = new Random(seed);
        Interpreter one = new(design), other = new(split);
        for (int i = 0; i < 2000; i++)
        {
            BigInteger a = Number(random, width), b = Number(random, second);
            if (random.Next(8) == 0 && second == width) b = a ^ (random.Next(2) << random.Next(30));
            Assert.That(other.Run([a, b]), Is.EqualTo(one.Run([a, b])), $"{a:x} {b:x}");
        }
    }

    /// <summary>Runs of ones and zeros: carries go far.</summary>
    private static BigInteger Number(Random random, int width)
    {
        var mask = Bits.Mask(width);
        var runs = (Bits.Mask(random.Next(width + 1)) << random.Next(width)) & mask;
        var bytes = new byte[width / 8 + 1];
        random.NextBytes(bytes);
        var any = new BigInteger(bytes, isUnsigned: true) & mask;
        return random.Next(3) switch { 0 => runs, 1 => mask ^ runs, _ => any };
    }
}
