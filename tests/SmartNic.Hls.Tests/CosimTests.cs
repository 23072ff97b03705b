using System.Numerics;
using NUnit.Framework;
using SmartNic.Hls.Tests.Testing;

namespace SmartNic.Hls.Tests;

/// <summary>The emitted Verilog in Verilator against the native method, with random gaps.</summary>
public sealed class CosimTests
{
    private const int Vectors = 100_000;

    [TestCase("Stateful.cs", TestName = "A table, a product and an update equal the JIT")]
    [TestCase("State.cs", TestName = "Every kind of state, in its shell, equals the JIT")]
    public void VerilatorEqualsTheJit(string file)
    {
        int seed = Environment.TickCount;
        TestContext.Out.WriteLine($"seed {seed}");
        var compiler = Places.Compile(file);
        var kernel = compiler.Compile()[0];
        var bench = new Bench(kernel, NativeKernel.Load(compiler)[kernel.Name], compiler, seed);
        var vectors = Enumerable.Range(0, Vectors).Select(_ => bench.Next()).ToList();
        using var simulation = new Cosimulation(kernel, bench);
        var outputs = simulation.Run(vectors, seed);
        Assert.That(outputs, Has.Count.EqualTo(vectors.Count));
        for (int i = 0; i < vectors.Count; i++)
            if (!outputs[i].SequenceEqual(bench.Native(vectors[i])))
                Assert.Fail($"seed {seed}, vector {i}: {string.Join(",", outputs[i])}");
    }
}
