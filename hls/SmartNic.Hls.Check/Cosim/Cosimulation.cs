using System.Diagnostics;
using SmartNic.Hls.Check.Native;
using SmartNic.Hls.Check.Stimulus;

namespace SmartNic.Hls.Check.Cosim;

/// <summary>
/// The emitted Verilog in Verilator against the same method run by the JIT: random packets and
/// table contents, with edges, with random gaps, memories and updates included.
/// </summary>
public static class Cosimulation
{
    private const int Batch = 4096;

    /// <summary>Compares until the first difference.</summary>
    /// <param name="compiler">The compilation that the kernel is from.</param>
    /// <param name="kernel">The kernel.</param>
    /// <param name="vectors">Packets.</param>
    /// <param name="seed">Same seed, same packets.</param>
    /// <param name="progress">Told the number of packets done.</param>
    /// <exception cref="InvalidOperationException">Verilator or clang is missing or
    /// fails.</exception>
    public static CosimReport Run(Compiler compiler, CompiledKernel kernel, long vectors,
        int seed, IProgress<long>? progress = null)
    {
        var native = NativeKernel.Load(compiler)[kernel.Name];
        var numbers = new NumberSource(seed);
        var memories = new MemoryContents(kernel, native, numbers);
        var source = new VectorSource(kernel.Pipeline.Design, numbers);
        var outputs = WordLayout.Outputs(kernel.Pipeline.Design);
        int wide = source.Layout.Words, narrow = outputs.Words;
        var watch = Stopwatch.StartNew();
        using var model = new VerilatedKernel(kernel, memories, seed);
        long build = watch.ElapsedMilliseconds;
        watch.Restart();
        var packets = new ulong[Batch * wide];
        var results = new ulong[Batch * narrow];
        ulong[] input = new ulong[wide], expected = new ulong[narrow];
        CosimReport Report(long done, string? mismatch) => new(
            kernel.Name, done, seed, mismatch, build, watch.ElapsedMilliseconds);
        for (long done = 0; done < vectors;)
        {
            int count = (int)Math.Min(Batch, vectors - done);
            for (int v = 0; v < count; v++) source.Next(packets.AsSpan(v * wide, wide));
            long came = model.Run(packets, count, results);
            for (int v = 0; v < count; v++)
            {
                packets.AsSpan(v * wide, wide).CopyTo(input);
                native.Run(input, expected);
                var found = results.AsSpan(v * narrow, narrow);
                if (v >= came) return Report(done + v + 1, $"packet {done + v} never came out\n");
                if (found.SequenceEqual(expected)) continue;
                return Report(done + v + 1, $"packet {done + v}\n" + PacketText.Describe(
                    source.Layout, input, outputs, expected, "native", found, "Verilog"));
            }
            done += count;
            if (came != count)
                return Report(done, $"{came - count} packets too many came out\n");
            progress?.Report(done);
        }
        return Report(vectors, null);
    }
}
