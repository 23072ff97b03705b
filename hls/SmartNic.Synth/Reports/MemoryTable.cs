using System.Globalization;

namespace SmartNic.Synth.Reports;

/// <summary>The share of each board's memories that the whole gateway takes, as Markdown.</summary>
public static class MemoryTable
{
    /// <summary>One row per board.</summary>
    /// <param name="use">Memories of the gateway in a board's shell.</param>
    /// <param name="boards">The boards.</param>
    /// <returns>Lines, each with its line end.</returns>
    public static string Write(MemoryUse use, IEnumerable<Board> boards) =>
        "\n| board | device | BRAM36 | URAM |\n|---|---|--:|--:|\n"
        + string.Concat(boards.Select(b => $"| {b.Name} | {b.Device} "
            + Cell(use.BlockRam36, b.BlockRam36) + Cell(use.UltraRam, b.UltraRam) + "|\n"));

    /// <summary>Prints every board that has too little memory.</summary>
    /// <param name="use">Memories of the gateway in a board's shell.</param>
    /// <param name="boards">The boards.</param>
    /// <param name="maxPercent">Largest share of either kind; the rest is for the shell.</param>
    /// <param name="log">Where they go.</param>
    /// <returns>Exit code: 1 where a board has too little.</returns>
    public static int Check(
        MemoryUse use, IEnumerable<Board> boards, int maxPercent, TextWriter log)
    {
        int code = 0;
        foreach (Board board in boards)
        {
            foreach (var (name, used, total) in new[]
            {
                ("BRAM36", use.BlockRam36, board.BlockRam36),
                ("URAM", (double)use.UltraRam, board.UltraRam),
            })
            {
                if (100 * used > (double)maxPercent * total)
                {
                    log.WriteLine(string.Create(CultureInfo.InvariantCulture,
                        $"synth: error: {board.Name}: the gateway takes {used:0.#} {name} of "
                        + $"{total}, over {maxPercent} %"));
                    code = 1;
                }
            }
        }

        return code;
    }

    private static string Cell(double used, int total) => string.Create(
        CultureInfo.InvariantCulture, $"| {used:0.#} of {total} ({100 * used / total:0} %) ");
}
