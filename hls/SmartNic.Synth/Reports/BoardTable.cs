using System.Globalization;

namespace SmartNic.Synth.Reports;

/// <summary>The share of boards that the largest module of a run takes, as Markdown.</summary>
public static class BoardTable
{
    /// <summary>One row per board.</summary>
    /// <param name="results">What was measured.</param>
    /// <param name="boards">The boards.</param>
    /// <returns>Lines, each with its line end; empty without boards.</returns>
    public static string Write(
        IReadOnlyCollection<BlockResult> results, IReadOnlyCollection<Board> boards)
    {
        if (boards.Count == 0 || results.Count == 0)
        {
            return "";
        }

        BlockResult largest = results.MaxBy(r => r.Area.Lut)!;
        var area = largest.Area;
        int luts = area.Lut + area.ShiftRegister + area.LutRam;
        var rows = boards.Select(b => $"| {b.Name} | {b.Device} | {b.Source} "
            + Cell(luts, b.Lut) + Cell(area.FlipFlop, b.FlipFlop)
            + Cell(area.BlockRam36, b.BlockRam36) + Cell(area.UltraRam, b.UltraRam)
            + Cell(area.Dsp, b.Dsp) + $"| {largest.Levels} |\n");
        return $"\n{largest.Job.Title}, share of the device:\n\n"
            + "| board | device | totals from | LUT | FF | BRAM36 | URAM | DSP | levels |\n"
            + "|---|---|---|--:|--:|--:|--:|--:|--:|\n" + string.Concat(rows);
    }

    private static string Cell(double used, int total) => string.Create(
        CultureInfo.InvariantCulture, $"| {used:0.#} ({100 * used / total:0.00} %) ");
}
