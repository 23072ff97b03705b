namespace SmartNic.Synth.Reports;

/// <summary>The report for people, as plain text or Markdown.</summary>
public static class Table
{
    private static readonly string[] Heads =
    [
        "module", "LUT", "FF", "SRL", "LUTRAM", "BRAM36", "URAM", "DSP", "levels",
        "LUT+carry", "bits", "to port", "s", "worst path",
    ];

    /// <summary>One row per module.</summary>
    /// <param name="results">What was measured.</param>
    /// <param name="isMarkdown">With bars between the columns.</param>
    /// <returns>Lines, each with its line end.</returns>
    public static string Write(IEnumerable<BlockResult> results, bool isMarkdown)
    {
        var rows = results.Select(Row).Prepend(Heads).ToList();
        int[] widths = [.. Heads.Select((_, i) => rows.Max(r => r[i].Length))];
        var lines = rows.Select(r => Line(r, widths, isMarkdown)).ToList();
        if (isMarkdown)
        {
            lines.Insert(1, Line([.. widths.Select((w, i) =>
                IsText(i) ? new string('-', w) : new string('-', w - 1) + ":")], widths, true));
        }

        return string.Concat(lines.Select(l => l + "\n"));
    }

    private static string[] Row(BlockResult r) =>
    [
        r.Job.Title + Set(r),
        $"{r.Area.Lut}", $"{r.Area.FlipFlop}", $"{r.Area.ShiftRegister}", $"{r.Area.LutRam}",
        $"{r.Area.BlockRam36:0.#}", $"{r.Area.UltraRam}", $"{r.Area.Dsp}",
        $"{r.Levels}",
        $"{r.ToRegister?.LutLevels ?? 0}+{r.ToRegister?.CarryChains ?? 0}"
            + (r.ToRegister?.DspLevels > 0 ? $"+{r.ToRegister.DspLevels}" : ""),
        $"{r.ToRegister?.CarryBits ?? 0}",
        $"{r.ToPort?.Levels ?? 0}",
        $"{r.Seconds:0}",
        r.ToRegister == null ? "-" : $"{r.ToRegister.From} -> {r.ToRegister.To}",
    ];

    private static string Set(BlockResult r) => r.Job.Parameters.Count == 0
        ? ""
        : $" ({string.Join(", ", r.Job.Parameters.Select(p => $"{p.Key}={p.Value}"))})";

    private static bool IsText(int column) => column == 0 || column == Heads.Length - 1;

    private static string Line(string[] cells, int[] widths, bool isMarkdown)
    {
        var padded = cells.Select(
            (c, i) => IsText(i) ? c.PadRight(widths[i]) : c.PadLeft(widths[i]));
        return isMarkdown
            ? $"| {string.Join(" | ", padded)} |"
            : string.Join("  ", padded).TrimEnd();
    }
}
