using SmartNic.Hls.Check.Cosim;

namespace SmartNic.Hls.Tool.Commands;

/// <summary>Which modules of kernels are co-simulated, and how.</summary>
/// <param name="Packets">Random packets; 0: none is.</param>
/// <param name="Seed">Their seed.</param>
/// <param name="Stage">The one stage that is, by itself; null: the kernel and all its stages.
/// </param>
/// <param name="Wave">Show the ports around a packet.</param>
internal sealed record CosimOptions(long Packets, int Seed, string? Stage, bool Wave)
{
    /// <exception cref="IOException">No kernel has the stage, or there are no packets for
    /// it.</exception>
    public void Check(IReadOnlyList<CompiledKernel> kernels)
    {
        if (Packets == 0 && (Stage != null || Wave))
            throw new IOException("--stage and --wave say more of --cosim N: write that too");
        var stages = kernels.SelectMany(Cosimulation.StagesOf).Distinct().ToList();
        if (Stage != null && !stages.Contains(Stage))
            throw new IOException($"no pipeline has a stage '{Stage}' that does something; there "
                + (stages.Count == 0 ? "are none" : "are " + string.Join(", ", stages)));
    }

    /// <summary>Compares a kernel, then its stages.</summary>
    /// <param name="compiler">The compilation that it is from.</param>
    /// <param name="kernel">The kernel.</param>
    /// <param name="error">Receives progress.</param>
    /// <param name="told">Told each result as it comes.</param>
    public IReadOnlyList<CosimReport> Run(Compiler compiler, CompiledKernel kernel,
        TextWriter error, Action<CosimReport> told)
    {
        var reports = new List<CosimReport>();
        if (Packets == 0) return reports;
        void One(string name, Func<IProgress<long>, CosimReport> run)
        {
            var progress = new Progress(error, name, "packets", Packets);
            reports.Add(run(progress));
            progress.Done();
            told(reports[^1]);
        }
        if (Stage == null)
            One(kernel.Name, p => Cosimulation.Run(compiler, kernel, Packets, Seed, Wave, p));
        foreach (string stage in Cosimulation.StagesOf(kernel).Where(s => s == (Stage ?? s)))
            One($"{kernel.Name}: {stage}", p => Cosimulation.RunStage(
                compiler, kernel, stage, Packets, Seed, Wave, p));
        return reports;
    }
}
