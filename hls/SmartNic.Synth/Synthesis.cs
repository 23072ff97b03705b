using System.Diagnostics;
using SmartNic.Synth.Analysis;
using SmartNic.Synth.Blocks;
using SmartNic.Synth.Netlists;

namespace SmartNic.Synth;

/// <summary>What was found out about a module.</summary>
/// <param name="Job">The run.</param>
/// <param name="Area">What it occupies.</param>
/// <param name="ToRegister">Worst path that ends in a register or memory.</param>
/// <param name="ToPort">Worst path that ends at an output port.</param>
/// <param name="Clocks">Worst path into each clock of a compiled pipeline.</param>
/// <param name="Seconds">Time that it took, waiting excluded.</param>
public sealed record BlockResult(
    SynthJob Job,
    Area Area,
    TimingPath? ToRegister,
    TimingPath? ToPort,
    IReadOnlyDictionary<int, TimingPath> Clocks,
    double Seconds)
{
    /// <summary>Levels of the worst path into a register; 0 where there is none.</summary>
    public int Levels => ToRegister?.Levels ?? 0;
}

/// <summary>Maps and measures modules, two at a time.</summary>
public static class Synthesis
{
    /// <summary>Runs all jobs.</summary>
    /// <param name="yosys">The mapper.</param>
    /// <param name="jobs">What to map.</param>
    /// <param name="parallel">Processes at a time.</param>
    /// <param name="done">Called once per job, one at a time.</param>
    /// <returns>The results, in the order of the jobs.</returns>
    public static async Task<IReadOnlyList<BlockResult>> RunAsync(
        Yosys yosys, IReadOnlyList<SynthJob> jobs, int parallel, Action<BlockResult> done)
    {
        var results = new BlockResult[jobs.Count];
        var gate = new Lock();
        var options = new ParallelOptions { MaxDegreeOfParallelism = parallel };
        var longestFirst = jobs.Index().OrderByDescending(j => Size(j.Item)).ToList();
        await Parallel.ForEachAsync(longestFirst, options, async (item, cancellation) =>
        {
            BlockResult result = await RunAsync(yosys, item.Item, cancellation);
            lock (gate)
            {
                results[item.Index] = result;
                done(result);
            }
        });
        return results;
    }

    private static long Size(SynthJob job) => job.Files.Sum(f => new FileInfo(f).Length);

    /// <summary>Runs one job.</summary>
    /// <param name="yosys">The mapper.</param>
    /// <param name="job">What to map.</param>
    /// <param name="cancellation">Ends the mapper.</param>
    /// <returns>The result.</returns>
    public static async Task<BlockResult> RunAsync(
        Yosys yosys, SynthJob job, CancellationToken cancellation = default)
    {
        var clock = Stopwatch.StartNew();
        Netlist netlist = NetlistReader.Read(await yosys.MapAsync(job, cancellation), job.Module);
        Area area = Area.Of(netlist);
        var levels = new LevelAnalysis(netlist);
        return new BlockResult(job, area, levels.ToRegister, levels.ToPort, levels.ByClock,
            clock.Elapsed.TotalSeconds);
    }
}
