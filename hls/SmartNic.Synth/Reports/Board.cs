using System.Globalization;

namespace SmartNic.Synth.Reports;

/// <summary>What the device of a board has. All are UltraScale+: mapped as family xcup.</summary>
/// <param name="Name">Name for `--board`, as in hw/corundum/boards.txt.</param>
/// <param name="Device">The device.</param>
/// <param name="Source">Data sheet.</param>
/// <param name="Lut">CLB LUTs.</param>
/// <param name="FlipFlop">CLB flip-flops.</param>
/// <param name="BlockRam36">Block RAMs of 36 kbit.</param>
/// <param name="UltraRam">UltraRAMs of 288 kbit.</param>
/// <param name="Dsp">DSP slices.</param>
public sealed record Board(
    string Name, string Device, string Source, int Lut, int FlipFlop, int BlockRam36, int UltraRam,
    int Dsp)
{
    private const int Columns = 10;

    /// <summary>The boards of hw/corundum/boards.txt.</summary>
    /// <param name="root">The repository.</param>
    /// <exception cref="ArgumentException">A line is not a board.</exception>
    public static IReadOnlyList<Board> Read(string root)
    {
        string file = Path.Combine(root, "hw", "corundum", "boards.txt");
        return [.. File.ReadLines(file).Select((line, index) => (line, number: index + 1))
            .Where(l => !l.line.StartsWith('#')).Select(l => Parse(file, l.number, l.line))];
    }

    /// <summary>Boards by name; all of them for `all`.</summary>
    /// <param name="known">The boards there are.</param>
    /// <param name="names">Names, in any case.</param>
    /// <exception cref="ArgumentException">A board is not known.</exception>
    public static IReadOnlyList<Board> Of(
        IReadOnlyList<Board> known, IReadOnlyCollection<string> names)
    {
        if (names.Contains("all", StringComparer.OrdinalIgnoreCase))
        {
            return known;
        }

        Board Find(string name) =>
            known.FirstOrDefault(b => b.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
            ?? throw new ArgumentException($"no board {name}: there are "
                + $"{string.Join(", ", known.Select(b => b.Name))}, or all");
        return [.. names.Select(Find)];
    }

    private static Board Parse(string file, int number, string line)
    {
        string[] cells = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        int[] totals = [.. cells.Skip(5).Select(c =>
            int.TryParse(c, NumberStyles.None, CultureInfo.InvariantCulture, out int n) ? n : -1)];
        return cells.Length == Columns && totals.All(n => n > 0)
            ? new Board(cells[0], cells[3], cells[4], totals[0], totals[1], totals[2], totals[3],
                totals[4])
            : throw new ArgumentException($"{file}:{number}: board, part, project, device, data "
                + "sheet and five totals are expected");
    }
}
