using System.Globalization;

namespace SmartNic.Synth.Examples;

/// <summary>One line of the table of areas: all of it is the same in every run.</summary>
/// <param name="Example">The example.</param>
/// <param name="Kernel">The compiled kernel, mapped.</param>
/// <param name="Yardstick">The hand-written one, mapped, or null.</param>
public sealed record ExampleRow(Example Example, BlockResult Kernel, BlockResult? Yardstick)
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
        var kernel = await Synthesis.RunAsync(yosys, example.Job(yosys.Folder));
        return new(example, kernel, example.Yardstick == null ? null
            : await Synthesis.RunAsync(yosys, example.YardstickJob()));
    }

    /// <summary>LUTs of the kernel for one of the yardstick, shift registers included.</summary>
    public double? Ratio => Yardstick == null ? null : (double)Luts(Kernel) / Luts(Yardstick);

    /// <summary>Levels of the worst path of the kernel.</summary>
    public int Levels => Worst(Kernel);

    /// <summary>The line, as Markdown.</summary>
    public override string ToString()
    {
        string cells = string.Join(" | ", Cells().Select(
            c => Convert.ToString(c, CultureInfo.InvariantCulture)));
        return $"| {cells} |";
    }

    private IEnumerable<object> Cells()
    {
        var area = Kernel.Area;
        object[] own =
        [
            Example.Name, Example.Kernel.Latency, area.Lut, area.ShiftRegister, area.FlipFlop,
            area.Dsp, Levels, Kernel.ToRegister?.CarryBits ?? 0, Example.Kernel.WorstLevels,
            Example.Kernel.WorstStageNs.ToString("0.00", CultureInfo.InvariantCulture),
        ];
        return Yardstick is not { Area: var hand }
            ? [.. own, "-", "-", "-", "-", "-"]
            : [.. own, hand.Lut, hand.ShiftRegister, hand.FlipFlop, Worst(Yardstick),
                Ratio!.Value.ToString("0.00", CultureInfo.InvariantCulture)];
    }

    private static int Luts(BlockResult r) => r.Area.Lut + r.Area.ShiftRegister + r.Area.LutRam;

    private static int Worst(BlockResult r) => Math.Max(r.Levels, r.ToPort?.Levels ?? 0);
}
