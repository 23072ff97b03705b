using System.Diagnostics;
using SmartNic.Hls.Check.Directed;
using SmartNic.Hls.Check.Stimulus;

namespace SmartNic.Hls.Check.Cosim;

/// <summary>
/// The emitted Verilog in Verilator against the same method run by the JIT: first packets that a
/// solver finds for every condition, with what tables and states have to hold for them; then random
/// packets and table contents, with edges, with random gaps. Outputs are compared packet by packet,
/// states where batches of random length end, some of them, and all at the end.
/// </summary>
public static class Cosimulation
{
    private const int Batch = 4096;

    /// <summary>Compares until the first difference.</summary>
    /// <param name="compiler">The compilation that the kernel is from.</param>
    /// <param name="kernel">The kernel.</param>
    /// <param name="vectors">Random packets.</param>
    /// <param name="seed">Same seed, same packets.</param>
    /// <param name="progress">Told the number of random packets done.</param>
    /// <exception cref="InvalidOperationException">Verilator or clang is missing or
    /// fails.</exception>
    public static CosimReport Run(Compiler compiler, CompiledKernel kernel, long vectors,
        int seed, IProgress<long>? progress = null)
    {
        var numbers = new NumberSource(seed);
        var source = new VectorSource(kernel.Pipeline.Design, numbers);
        var trials = new DirectedPackets(compiler, kernel, source).Make();
        var watch = Stopwatch.StartNew();
        using var bench = new CosimBench(compiler, kernel, numbers, seed);
        long build = watch.ElapsedMilliseconds, done = 0;
        watch.Restart();
        CosimReport Report(string? mismatch) => new(kernel.Name, done, trials.Count, seed,
            mismatch, build, watch.ElapsedMilliseconds);
        foreach (var round in new Rounds(kernel.Pipeline.Design.Memories, trials))
        {
            bench.Put(round.Contents);
            if (bench.Compare(round.Packets, "directed packet ") is { } wrong)
                return Report(wrong);
        }
        while (done < vectors)
        {
            // Batches of any size: states are compared where each ends.
            int count = (int)Math.Min(numbers.Random.Next(1, Batch + 1), vectors - done);
            var packets = new List<ulong[]>(count);
            for (int v = 0; v < count; v++)
            {
                packets.Add(new ulong[source.Layout.Words]);
                source.Next(packets[^1]);
            }
            string? wrong = bench.Compare(packets, "packet ", done);
            done += wrong == null ? count : bench.Equal + 1;
            if (wrong != null) return Report(wrong);
            progress?.Report(done);
        }
        return Report(bench.States());
    }
}
