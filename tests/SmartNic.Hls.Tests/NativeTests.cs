using NUnit.Framework;
using SmartNic.Hls.Check;
using SmartNic.Hls.Check.Native;
using SmartNic.Hls.Native;
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

    [Test]
    public void TheSameFilesAreTheSameAssemblyInAnyFolder()
    {
        // Also where C# names a type after its file, which it does by the whole path.
        const string Local = """
            using SmartNic.Hls.Language;
            file struct Pair { public uint Low, High; }
            public static class K
            {
                [Kernel("k")]
                public static uint Run(uint x, uint y)
                {
                    Pair p = new() { Low = x, High = y };
                    return p.Low + p.High;
                }
            }
            """;
        NativeImage At(string folder) =>
            new Compiler([($"{folder}/k.cs", Local), ($"{folder}/none.cs", "class None;")])
                .Project.Image;
        var (here, there) = (At("/build/here"), At("elsewhere"));
        Assert.That(here.Hash, Is.EqualTo(there.Hash));
        Assert.That(here.Assembly.GetTypes().Select(t => t.FullName),
            Is.EqualTo(there.Assembly.GetTypes().Select(t => t.FullName)));
        Assert.That(here.Assembly.ManifestModule.ModuleVersionId,
            Is.EqualTo(there.Assembly.ManifestModule.ModuleVersionId));
    }
}
