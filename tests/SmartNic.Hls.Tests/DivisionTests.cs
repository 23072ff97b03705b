using System.Numerics;
using NUnit.Framework;
using SmartNic.Hls.Ir;

namespace SmartNic.Hls.Tests;

/// <summary>Quotients by constants are what division gives.</summary>
public sealed class DivisionTests
{
    [TestCase(8, false)]
    [TestCase(8, true)]
    public void EveryNumberByEveryDivisor(int width, bool signed)
    {
        int least = signed ? -(1 << (width - 1)) : 0, most = least + (1 << width);
        for (int d = least; d < most; d++)
        {
            if (d is 0 or -1) continue;
            foreach (bool quotient in new[] { true, false })
            {
                var divide = Divider(width, d, signed, quotient);
                for (int x = least; x < most; x++)
                    Check(divide, x, d, width, quotient);
            }
        }
    }

    [TestCase(16)]
    [TestCase(32)]
    [TestCase(64)]
    public void BesideTheMultiplesOfADivisor(int width)
    {
        var random = new Random(width);
        var top = BigInteger.One << width;
        for (int i = 0; i < 150; i++)
        {
            var d = (new BigInteger(random.NextInt64()) & (top - 1) >> random.Next(width - 1)) + 1;
            var divide = Divider(width, d, false, true);
            foreach (var k in new[] { top / d, (top / d) - 1, BigInteger.One, (top / d) >> 1,
                new BigInteger(random.NextInt64()) % (top / d) })
                for (int near = -1; near <= 1; near++)
                    if ((k * d) + near is var x && x.Sign >= 0 && x < top)
                        Check(divide, x, d, width, true);
        }
    }

    private static void Check(Interpreter divide, BigInteger x, BigInteger d, int width,
        bool quotient)
    {
        var right = quotient ? BigInteger.Divide(x, d) : BigInteger.Remainder(x, d);
        var mask = (BigInteger.One << width) - 1;
        Assert.That(divide.Run([x & mask])[0], Is.EqualTo(right & mask), $"{x} by {d}");
    }

    private static Interpreter Divider(int width, BigInteger d, bool signed, bool quotient)
    {
        var graph = new Graph();
        var x = graph.Input("x", width);
        var result = new Division(graph, (f, g, _) => graph.Make(Op.Multiply, f.Width, f, g))
            .Of(x, graph.Constant(d, width), signed, quotient)!;
        return new(new()
        {
            Name = "divide",
            Source = "",
            Graph = graph,
            Inputs = [new("x", x)],
            Outputs = [new("q", result)],
        });
    }
}
