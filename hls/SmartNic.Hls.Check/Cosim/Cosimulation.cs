using System.Diagnostics;
using SmartNic.Hls.Check.Native;
using SmartNic.Hls.Check.Stimulus;
using SmartNic.Hls.Front;

namespace SmartNic.Hls.Check.Cosim;

/// <summary>
/// The emitted Verilog in Verilator against the same method run by the JIT: random packets and
/// table contents, with edges, with random gaps. Outputs are compared packet by packet, states
/// where batches of random length end, some of them, and all at the end.
/// </summary>
public static class Cosimulation
{
    private const int Batch = 4096, Samples = 16;

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
            // Batches of any size: states are compared where each ends.
            int count = (int)Math.Min(numbers.Random.Next(1, Batch + 1), vectors - done);
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
            if (memories.Compare(model.State, "Verilog", m => Sample(m, numbers)) is { } state)
                return Report(done, $"after packet {done - 1}\n{state}");
            progress?.Report(done);
        }
        return Report(vectors, memories.Compare(model.State, "Verilog") is { } end
            ? $"after the last packet\n{end}" : null);
    }

    /// <summary>A few states of a memory; all are compared at the end.</summary>
    private static IEnumerable<uint> Sample(Memory memory, NumberSource numbers) =>
        MemoryContents.States(memory) is var states && states <= Samples
            ? Enumerable.Range(0, states).Select(i => (uint)i)
            : Enumerable.Range(0, Samples).Select(_ => (uint)numbers.Random.Next(states));
}
