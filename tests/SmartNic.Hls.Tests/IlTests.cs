using NUnit.Framework;
using SmartNic.Hls.Check;
using SmartNic.Hls.Check.Native;
using SmartNic.Hls.Il;
using SmartNic.Hls.Tests.Testing;

namespace SmartNic.Hls.Tests;

/// <summary>The specification that the IL gives does what the JIT does.</summary>
public sealed class IlTests
{
    private const int Vectors = 400;

    private static IEnumerable<string> Files => Places.Files("ShouldCompile");

    [TestCaseSource(nameof(Files))]
    public void TheIlEqualsTheJit(string file)
    {
        int seed = Environment.TickCount;
        TestContext.Out.WriteLine($"seed {seed}");
        var compiler = Places.Compile(file);
        var native = NativeKernel.Load(compiler);
        foreach (var kernel in compiler.Compile())
        {
            var il = new IlSpecification(compiler.Project);
            var bench = new Bench(kernel, native[kernel.Name], seed, d =>
                ReferenceEquals(d, kernel.Pipeline.Design) ? il.Build(kernel)
                    : il.BuildStep(kernel, kernel.Pipeline.Design.Memories.Single(
                        m => d.Name == $"{kernel.Name}_{m.Name}_step"), d));
            for (int i = 0; i < Vectors; i++)
                if (!bench.Next())
                    Assert.Fail($"{kernel.Name}, seed {seed}, vector {i}\n{bench.Describe()}");
            Assert.That(bench.States(), Is.Null);
        }
    }

    [Test]
    public void EveryOpcodeIsDecidedOnce()
    {
        var all = Instruction.All.Values.Select(c => c.Name!.EndsWith(".s",
            StringComparison.Ordinal) ? c.Name[..^2] : c.Name).Distinct().ToList();
        List<string> decided = [.. Opcodes.Executed.Keys, .. Opcodes.Tests.Keys,
            .. Opcodes.Transfers, .. Opcodes.Rejected.Keys];
        Assert.That(decided, Is.Unique);
        Assert.That(decided, Is.EquivalentTo(all));
    }
}
