using System.Globalization;
using SmartNic.Synth.Analysis;
using SmartNic.Synth.Blocks;

namespace SmartNic.Synth.Examples;

/// <summary>One line of the table of areas: all of it is the same in every run.</summary>
/// <param name="Example">The example.</param>
/// <param name="Modules">The compiled kernel and its updates, mapped.</param>
/// <param name="Yardstick">The same modules by hand, mapped; none where there are none.</param>
public sealed record ExampleRow(
    Example Example, IReadOnlyList<BlockResult> Modules, IReadOnlyList<BlockResult> Yardstick)
{
    /// <summary>Heads of the columns.</summary>
    public static string Heads { get; } = $"| {string.Join(" | ",
        "example", "latency", "LUT", "SRL", "FF", "DSP", "levels", "carry bits",
        "estimated levels", "estimated ns", "by hand: LUT", "SRL", "FF", "levels", "LUT ratio")} |"
        + "\n|---" + string.Concat(Enumerable.Repeat("|--:", 14)) + "|";

    /// <summary>Maps an example and its yardstick.</summary>
    /// <param name="yosys">The mapper.</param>
    /// <param name="example">The example.</param>
    public static async Task<ExampleRow> MapAsync(Yosys yosys, Example example)
    {
        return new(example, await MapAsync(yosys, example.Jobs(yosys.Folder)),
            await MapAsync(yosys, example.HasYardstick ? example.YardstickJobs(yosys.Folder) : []));
    }

    private static async Task<IReadOnlyList<BlockResult>> MapAsync(
        Yosys yosys, IReadOnlyList<SynthJob> jobs)
    {
        var modules = new List<BlockResult>();
        foreach (var job in jobs)
            modules.Add(await Synthesis.RunAsync(yosys, job));
        return modules;
    }

    /// <summary>LUTs of the kernel for one of the yardstick, shift registers included.</summary>
    public double? Ratio => Yardstick.Count == 0 ? null
        : (double)Modules.Sum(Luts) / Yardstick.Sum(Luts);

    /// <summary>Levels of the worst path.</summary>
    public int Levels => Modules.Max(Worst);

    /// <summary>The line, as Markdown.</summary>
    public override string ToString()
    {
        string cells = string.Join(" | ", Cells().Select(
            c => Convert.ToString(c, CultureInfo.InvariantCulture)));
        return $"| {cells} |";
    }

    private IEnumerable<object> Cells()
    {
        int Sum(Func<Area, int> of) => Modules.Sum(m => of(m.Area));
        int Hand(Func<Area, int> of) => Yardstick.Sum(m => of(m.Area));
        object[] own =
        [
            Example.Name, Example.Kernel.Latency, Sum(a => a.Lut), Sum(a => a.ShiftRegister),
            Sum(a => a.FlipFlop), Sum(a => a.Dsp), Levels,
            Modules.Max(m => Math.Max(m.ToRegister?.CarryBits ?? 0, m.ToPort?.CarryBits ?? 0)),
            Example.Kernel.WorstLevels,
            Example.Kernel.WorstClockNs.ToString("0.00", CultureInfo.InvariantCulture),
        ];
        return Yardstick.Count == 0
            ? [.. own, "-", "-", "-", "-", "-"]
            : [.. own, Hand(a => a.Lut), Hand(a => a.ShiftRegister), Hand(a => a.FlipFlop),
                Yardstick.Max(Worst), Ratio!.Value.ToString("0.00", CultureInfo.InvariantCulture)];
    }

    private static int Luts(BlockResult r) => r.Area.Lut + r.Area.ShiftRegister + r.Area.LutRam;

    private static int Worst(BlockResult r) => Math.Max(r.Levels, r.ToPort?.Levels ?? 0);
}
