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

    /// <summary>Compares a kernel until the first difference.</summary>
    /// <param name="compiler">The compilation that the kernel is from.</param>
    /// <param name="kernel">The kernel.</param>
    /// <param name="vectors">Random packets.</param>
    /// <param name="seed">Same seed, same packets.</param>
    /// <param name="wave">Show the ports around a packet.</param>
    /// <param name="progress">Told the number of random packets done.</param>
    /// <exception cref="InvalidOperationException">Verilator or clang is missing or
    /// fails.</exception>
    public static CosimReport Run(Compiler compiler, CompiledKernel kernel, long vectors,
        int seed, bool wave = false, IProgress<long>? progress = null) =>
        Run(new WholeKernel(compiler, kernel), vectors, seed, wave, progress);

    /// <summary>Compares a stage of a pipeline by itself.</summary>
    /// <param name="compiler">The compilation that the kernel is from.</param>
    /// <param name="kernel">The pipeline.</param>
    /// <param name="stage">One of <see cref="StagesOf"/>.</param>
    /// <param name="vectors">Random packets, as the stage's contract allows.</param>
    /// <param name="seed">Same seed, same packets.</param>
    /// <param name="wave">Show the ports around a packet.</param>
    /// <param name="progress">Told the number of random packets done.</param>
    /// <exception cref="InvalidOperationException">Verilator or clang is missing or
    /// fails.</exception>
    public static CosimReport RunStage(Compiler compiler, CompiledKernel kernel, string stage,
        long vectors, int seed, bool wave = false, IProgress<long>? progress = null) =>
        Run(new SingleStage(compiler, kernel, SingleStage.Of(kernel).Single(
            s => s.Stage.Name == stage)), vectors, seed, wave, progress);

    /// <summary>The stages of a pipeline that do something, by name, in their order; none of
    /// another kernel.</summary>
    public static IReadOnlyList<string> StagesOf(CompiledKernel kernel) =>
        [.. SingleStage.Of(kernel).Select(s => s.Stage.Name)];

    private static CosimReport Run(
        Subject subject, long vectors, int seed, bool wave, IProgress<long>? progress)
    {
        var numbers = new NumberSource(seed);
        var source = new VectorSource(subject.Design, numbers, subject.Usual);
        var trials = new DirectedPackets(subject, source).Make();
        var watch = Stopwatch.StartNew();
        using var bench = new CosimBench(subject, numbers, seed) { ShowsWave = wave };
        long build = watch.ElapsedMilliseconds, done = 0;
        watch.Restart();
        CosimReport Report(string? mismatch) => new(subject.Name, done, trials.Count, seed,
            mismatch, build, watch.ElapsedMilliseconds)
        {
            Wave = bench.Wave,
        };
        foreach (var round in new Rounds(subject.Design.Memories, trials))
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
