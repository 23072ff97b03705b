using NUnit.Framework;
using SmartNic.Hls.Check;
using SmartNic.Hls.Check.Native;
using SmartNic.Hls.Tests.Testing;

namespace SmartNic.Hls.Tests;

/// <summary>Every kernel of ShouldCompile: the optimised graph does what the JIT does.</summary>
public sealed class NativeTests
{
    private const int Vectors = 1500;

    private static IEnumerable<string> Files => Places.Files("ShouldCompile");

    [TestCaseSource(nameof(Files))]
    public void TheGraphEqualsTheJit(string file)
    {
        int seed = Environment.TickCount;
        TestContext.Out.WriteLine($"seed {seed}");
        var compiler = Places.Compile(file);
        var native = NativeKernel.Load(compiler);
        foreach (var kernel in compiler.Compile())
        {
            var bench = new Bench(kernel, native[kernel.Name], seed);
            for (int i = 0; i < Vectors; i++)
                if (!bench.Next())
                    Assert.Fail($"{kernel.Name}, seed {seed}, vector {i}\n{bench.Describe()}");
        }
    }

    [TestCaseSource(nameof(Files))]
    public void CompilingTwiceGivesTheSameText(string file)
    {
        var first = Places.Compile(file).Compile();
        var second = Places.Compile(file).Compile();
        Assert.That(second.SelectMany(k => k.Files), Is.EqualTo(first.SelectMany(k => k.Files)));
    }
}
