using NUnit.Framework;
using SmartNic.Hls.Emit;
using SmartNic.Hls.Ir;
using SmartNic.Hls.Schedule;
using SmartNic.Hls.Tests.Testing;

namespace SmartNic.Hls.Tests;

/// <summary>Schedules with fewer registers meet the same period in as many clocks.</summary>
public sealed class LeastRegistersTests
{
    private static IEnumerable<string> Kernels => Places.Files("ShouldCompile");

    [TestCaseSource(nameof(Kernels))]
    public void NoClockIsTooLongAndEveryValueComesAfterItsSources(string file)
    {
        foreach (var kernel in Places.Compile(file).Compile())
        {
            var pipeline = kernel.Pipeline;
            foreach (var node in pipeline.Nodes)
            {
                Assert.That(pipeline.Arrival[node],
                    Is.LessThanOrEqualTo(pipeline.Design.BudgetNs + 1e-9), $"{node}");
                int start = node.Op == Op.Call ? pipeline.Issue[node] : pipeline.Clock[node];
                foreach (var source in pipeline.Sources[node])
                    Assert.That(pipeline.Clock[source], Is.LessThanOrEqualTo(start), $"{node}");
            }
            // What moving values has left behind is what timing from scratch says.
            var again = pipeline.Measure(pipeline.Design.Delays);
            foreach (var node in pipeline.Nodes)
                Assert.That(again.Arrival[node],
                    Is.EqualTo(pipeline.Arrival[node]).Within(1e-9), $"{node}");
        }
    }

    [Test]
    public void AWideResultOfNarrowInputsIsComputedLate()
    {
        // The result is 64 wide, the count 6, and nobody reads it before the end.
        const string text = """
            using SmartNic.Hls.Language;
            public static class K
            {
                [Kernel("late", Latency = 6)]
                public static ulong Run(U6 n) => 1ul << (int)n;
            }
            """;
        var kernel = new Compiler([("Late.cs", text)]).Compile()[0];
        Assert.That(kernel.RegisterBits, Is.LessThanOrEqualTo(5 * 6 + 64));
    }

    [Test]
    public void ThereAreFewerRegistersThanAsSoonAsPossible()
    {
        long soon = 0, least = 0;
        foreach (var kernel in Kernels.SelectMany(f => Places.Compile(f).Compile()))
        {
            var design = kernel.Pipeline.Design;
            if (design.FixedLatency != null) continue;
            var first = AsapScheduler.Run(new Pipeline(design), design.BudgetNs);
            Assert.That(kernel.Latency, Is.EqualTo(first.Latency));
            soon += new Usage(first).RegisterBits();
            least += kernel.RegisterBits;
        }
        TestContext.Out.WriteLine($"as soon as possible {soon} bits, least {least}");
        Assert.That(least, Is.LessThan(soon));
    }
}
