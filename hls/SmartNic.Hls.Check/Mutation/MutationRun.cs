using System.Collections.Concurrent;
using System.Diagnostics;

namespace SmartNic.Hls.Check.Mutation;

/// <summary>Plants random errors in the compiler's source and counts which check finds
/// them.</summary>
public sealed class MutationRun
{
    /// <summary>Processor time: compiling takes two seconds, and what takes twenty times that does
    /// not end, whatever else the machine does. Proofs end by themselves.</summary>
    private static readonly TimeSpan CompileLimit = TimeSpan.FromSeconds(40);

    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(10);

    /// <summary>Folder of the compiler's project.</summary>
    public required string Source { get; init; }

    /// <summary>Folder of kernels.</summary>
    public required string Corpus { get; init; }

    /// <summary>Command line of a worker, see <see cref="MutationWorker"/>.</summary>
    public required IReadOnlyList<string> Worker { get; init; }

    /// <summary>Workers.</summary>
    public int Jobs { get; init; } = Environment.ProcessorCount;

    /// <summary>Plants errors that C# accepts, chosen by the seed.</summary>
    /// <param name="count">How many.</param>
    /// <param name="seed">Seed of the choice.</param>
    /// <param name="told">Told each result.</param>
    /// <param name="done">Results of a run with the same seed that was ended early, by
    /// error.</param>
    public MutationReport Run(int count, int seed, Action<MutantResult>? told = null,
        IReadOnlyDictionary<string, MutantResult>? done = null)
    {
        var watch = Stopwatch.StartNew();
        var mutants = new MutantCompiler(Source).Mutants();
        int[] order = [.. Enumerable.Range(0, mutants.Count)];
        new Random(seed).Shuffle(order);
        var queue = new ConcurrentQueue<int>(order);
        var results = new ConcurrentDictionary<int, MutantResult>();
        int planted = 0;
        Parallel.For(0, Jobs, new() { MaxDegreeOfParallelism = Jobs }, _ =>
        {
            Process? worker = null;
            // A place that C# rejects is given back.
            while (Interlocked.Increment(ref planted) <= count && queue.TryDequeue(out int next))
            {
                if (done?.TryGetValue($"{mutants[next]}", out var known) == true)
                {
                    results[next] = known;
                    continue;
                }
                var time = Stopwatch.StartNew();
                string outcome = Ask(ref worker, next);
                if (outcome == MutationWorker.Rejected)
                {
                    Interlocked.Decrement(ref planted);
                    continue;
                }
                results[next] = Judge(mutants[next], outcome, time.ElapsedMilliseconds);
                told?.Invoke(results[next]);
            }
            End(worker);
        });
        return new(seed, mutants.Count,
            [.. results.OrderBy(r => r.Key).Select(r => r.Value)], watch.ElapsedMilliseconds);
    }

    private static MutantResult Judge(Mutant mutant, string outcome, long ms)
    {
        if (outcome is Ladder.Unchanged or Ladder.Equal)
            return new($"{mutant}", mutant.File, outcome, "", "", ms);
        int colon = outcome.IndexOf(": ", StringComparison.Ordinal);
        string rung = outcome[..colon], detail = outcome[(colon + 2)..];
        string fate = rung == Ladder.Survived ? rung : "killed";
        return new($"{mutant}", mutant.File, fate, rung, detail, ms);
    }

    /// <summary>The outcome, also when the worker dies or hangs.</summary>
    private string Ask(ref Process? worker, int mutant)
    {
        worker ??= Start();
        string rung = "";
        try
        {
            worker.StandardInput.WriteLine(mutant);
            worker.StandardInput.Flush();
            while ((rung == Ladder.Compile ? Compiled(worker) : Answer(worker, Limit))
                is { } line)
            {
                if (line.Split('\t', 2) is [_, var outcome]) return outcome;
                rung = line[MutationWorker.Entered.Length..];
            }
        }
        catch (Exception error) when (error is IOException or InvalidOperationException)
        {
            // It died before it read, or while it was asked for its time.
        }
        // Its output ends a little before it does.
        bool died = worker.WaitForExit(TimeSpan.FromSeconds(2));
        End(worker);
        worker = null;
        return died ? $"crash: the compiler ends its process ({rung})"
            : rung == Ladder.Compile ? "crash: the compiler does not end"
            : $"{Ladder.Survived}: {rung} did not end in {Limit.TotalMinutes:F0} minutes";
    }

    private Process Start()
    {
        var start = new ProcessStartInfo(Worker[0], Worker.Skip(1))
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        // A compiler that never stops making nodes must not take the machine with it.
        start.Environment["DOTNET_GCHeapHardLimit"] = "0x60000000";
        start.Environment["DOTNET_TieredPGO"] = "0";
        var worker = Process.Start(start)!;
        string error = "";
        worker.ErrorDataReceived += (_, line) => error = error == "" ? line.Data ?? "" : error;
        worker.BeginErrorReadLine();
        if (Answer(worker, Limit) != "ready")
            throw new InvalidOperationException($"a mutation worker did not start: {error}");
        return worker;
    }

    /// <summary>The next line, or null when the worker has computed for too long.</summary>
    private static string? Compiled(Process worker)
    {
        // A compiler that waits uses no processor time.
        var start = Stopwatch.StartNew();
        var end = worker.TotalProcessorTime + CompileLimit;
        var line = worker.StandardOutput.ReadLineAsync();
        while (!line.Wait(TimeSpan.FromSeconds(1)))
        {
            if (worker.HasExited || worker.TotalProcessorTime > end || start.Elapsed > Limit)
                return null;
        }
        return line.Result;
    }

    private static string? Answer(Process worker, TimeSpan limit)
    {
        var line = worker.StandardOutput.ReadLineAsync();
        return line.Wait(limit) ? line.Result : null;
    }

    private static void End(Process? worker)
    {
        if (worker == null) return;
        if (!worker.HasExited) worker.Kill(entireProcessTree: true);
        worker.Dispose();
    }
}
