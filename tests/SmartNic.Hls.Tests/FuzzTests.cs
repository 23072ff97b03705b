using NUnit.Framework;
using SmartNic.Hls.Tests.Testing;

namespace SmartNic.Hls.Tests;

/// <summary>Random kernels: the optimised graph against the JIT.</summary>
public sealed class FuzzTests
{
    private const int Batches = 5, KernelsPerBatch = 50, Vectors = 40;

    [Test]
    public void RandomKernelsEqualTheJit()
    {
        int seed = Environment.GetEnvironmentVariable("SNIC_HLS_SEED") is { } given
            ? int.Parse(given) : Environment.TickCount;
        TestContext.Out.WriteLine($"seed {seed} (SNIC_HLS_SEED repeats it)");
        for (int b = 0; b < Batches; b++)
        {
            string text = KernelGenerator.Source(seed + b, KernelsPerBatch);
            var compiler = new Compiler([("Fuzz.cs", text)]);
            var native = NativeKernel.Load(compiler);
            foreach (var kernel in compiler.Compile())
            {
                var bench = new Bench(kernel, native[kernel.Name], compiler, seed);
                for (int i = 0; i < Vectors; i++)
                {
                    var vector = bench.Next();
                    Assert.That(bench.Interpret(vector), Is.EqualTo(bench.Native(vector)),
                        $"{kernel.Name}, seed {seed}, batch {b}, vector {i}\n{text}");
                }
            }
        }
    }
}
