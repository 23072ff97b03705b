using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.CodeAnalysis;
using SmartNic.Hls.Check.Native;
using SmartNic.Hls.Front;
using SmartNic.Hls.Native;

namespace SmartNic.Hls.Check.Fuzz;

/// <summary>
/// Random programs: the optimised graph in the interpreter against the JIT. A program that differs,
/// or that makes the compiler fail, is shrunk.
/// </summary>
public sealed class Fuzzer
{
    /// <summary>Programs that are compiled as one assembly.</summary>
    private const int Batch = 64;

    private const string JitFault = "jit";

    /// <summary>Packets per program.</summary>
    public int Vectors { get; init; } = 32;

    /// <summary>Threads.</summary>
    public int Jobs { get; init; } = Environment.ProcessorCount;

    /// <summary>For tests: what is done to a design before it is run.</summary>
    internal Func<Design, Design>? Change { get; init; }

    /// <summary>Runs programs seed, seed + 1, ... until one fails or all are done.</summary>
    /// <param name="programs">Number of programs.</param>
    /// <param name="seed">Seed of the first one.</param>
    /// <param name="progress">Told the number of programs done.</param>
    public FuzzReport Run(int programs, int seed, IProgress<int>? progress = null)
    {
        var watch = Stopwatch.StartNew();
        var rejected = new ConcurrentDictionary<string, int>();
        var failures = new ConcurrentBag<(int Seed, string What)>();
        var jitFaults = new ConcurrentBag<int>();
        int done = 0, compared = 0;
        var starts = Enumerable.Range(0, (programs + Batch - 1) / Batch).Select(b => b * Batch);
        Parallel.ForEach(starts, new() { MaxDegreeOfParallelism = Jobs }, (start, loop) =>
        {
            int count = Math.Min(Batch, programs - start);
            var seeds = Enumerable.Range(0, count).Select(i => unchecked(seed + start + i));
            foreach (var (own, outcome) in RunBatch([.. seeds]))
            {
                if (outcome.Rejected is { } id) rejected.AddOrUpdate(id, 1, (_, n) => n + 1);
                else Interlocked.Increment(ref compared);
                if (outcome.Kind == JitFault) jitFaults.Add(own);
                else if (outcome.What is { } what) failures.Add((own, what));
            }
            int all = Interlocked.Add(ref done, count);
            progress?.Report(all);
            if (!failures.IsEmpty) loop.Stop();
        });
        return new(done, compared, new SortedDictionary<string, int>(rejected),
            [.. failures.OrderBy(f => (uint)f.Seed).Take(1).Select(Shrink)],
            [.. jitFaults.Order()], watch.ElapsedMilliseconds);
    }

    /// <summary>What came of one program.</summary>
    /// <param name="Rejected">Diagnostic of the front end.</param>
    /// <param name="Kind">Kind of the failure; shrinking keeps it.</param>
    /// <param name="What">The failure in words.</param>
    internal readonly record struct Outcome(string? Rejected, string? Kind, string? What);

    private IEnumerable<(int Seed, Outcome Outcome)> RunBatch(IReadOnlyList<int> seeds)
    {
        var compiler = new Compiler(seeds.Select(
            s => ($"fuzz_{(uint)s}.cs", ProgramGenerator.Source(s))),
            options: null, check: false);
        var native = NativeKernel.Load(compiler);
        var methods = compiler.Project.Kernels().ToDictionary(Project.KernelName);
        foreach (int seed in seeds)
            yield return (seed, Check(compiler, methods[$"fuzz_{(uint)seed}"], native, seed));
    }

    private Outcome Check(Compiler compiler, IMethodSymbol method,
        Dictionary<string, NativeKernel> native, int seed)
    {
        try
        {
            var kernel = compiler.Compile(method);
            var bench = new Bench(kernel, native[kernel.Name], seed, Change);
            for (int v = 0; v < Vectors; v++)
                if (!bench.Next())
                    return new(null,
                        IsJitFault(compiler, kernel, seed) ? JitFault : "mismatch",
                        $"{kernel.Name}, packet {v} of seed {(uint)seed}\n{bench.Describe()}");
            return default;
        }
        catch (HlsException error)
        {
            return new(error.Id, null, null);
        }
        catch (Exception error) when (error is InvalidOperationException or ArgumentException
            or InvalidCastException or NullReferenceException or KeyNotFoundException
            or IndexOutOfRangeException)
        {
            return new(null, error.GetType().Name, $"the compiler fails: {error}");
        }
    }

    /// <summary>
    /// Whether the difference goes when the JIT does not optimise: then it contradicts itself, and
    /// says nothing of the compiler (dotnet/runtime issue 129288: a rotate compared with 0).
    /// </summary>
    private bool IsJitFault(Compiler compiler, CompiledKernel kernel, int seed)
    {
        var plain = NativeKernel.Load(
            NativeImage.Of(compiler.Project, OptimizationLevel.Debug))[kernel.Name];
        var bench = new Bench(kernel, plain, seed, Change);
        for (int v = 0; v < Vectors; v++)
            if (!bench.Next()) return false;
        return true;
    }

    private FuzzFailure Shrink((int Seed, string What) failure)
    {
        string source = ProgramGenerator.Source(failure.Seed);
        string? kind = Single(source, failure.Seed).Kind;
        string small = Shrinker.Shrink(source, text => Single(text, failure.Seed).Kind == kind);
        string what = Single(small, failure.Seed).What ?? failure.What;
        return new(failure.Seed, what, source, small);
    }

    /// <summary>One program by itself; a text that is no C# is rejected.</summary>
    internal Outcome Single(string text, int seed)
    {
        try
        {
            var compiler = new Compiler([("fuzz.cs", text)]);
            return compiler.Project.Kernels().FirstOrDefault() is { } method
                ? Check(compiler, method, NativeKernel.Load(compiler), seed)
                : new("no kernel", null, null);
        }
        catch (HlsException error)
        {
            return new(error.Id, null, null);
        }
    }
}
