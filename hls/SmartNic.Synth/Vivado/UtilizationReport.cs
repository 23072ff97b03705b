using System.Globalization;

namespace SmartNic.Synth.Vivado;

/// <summary>One resource in a report of `report_utilization`.</summary>
/// <param name="Name">As Vivado calls it: "CLB LUTs", "URAM".</param>
/// <param name="Used">Sites in use; block RAM counts halves.</param>
/// <param name="Available">Sites of the device.</param>
public sealed record Utilization(string Name, double Used, double Available)
{
    /// <summary>Share of the device, 0..1.</summary>
    public double Share => Available == 0 ? 0 : Used / Available;
}

/// <summary>Reads `report_utilization` (UG835: "Site Type | Used | ... | Available | Util%").
/// </summary>
public static class UtilizationReport
{
    private static readonly string[] Wanted =
        ["CLB LUTs", "LUT as Memory", "CLB Registers", "CARRY8", "Block RAM Tile", "URAM", "DSPs"];

    /// <summary>The resources of the report that a board's share is counted in.</summary>
    /// <param name="file">Name of the report, for messages.</param>
    /// <param name="lines">Its lines.</param>
    /// <exception cref="VivadoReportException">It is no such report, or lacks a resource.
    /// </exception>
    public static IReadOnlyList<Utilization> Read(string file, IEnumerable<string> lines)
    {
        var found = new Dictionary<string, Utilization>();
        string[] heads = [];
        int number = 0;
        foreach (string line in lines)
        {
            number++;
            if (!line.StartsWith('|') || line.Length < 2)
            {
                continue;
            }

            string[] cells = [.. line.Trim().Trim('|').Split('|').Select(c => c.Trim())];
            if (cells[0] is "Site Type" or "Ref Name")
            {
                heads = cells;
            }
            else if (heads is ["Site Type", ..] && cells.Length == heads.Length
                && Wanted.Contains(Name(cells[0])))
            {
                found.TryAdd(Name(cells[0]), new Utilization(Name(cells[0]),
                    Number("Used"), Number("Available")));
            }

            double Number(string head)
            {
                int column = Array.IndexOf(heads, head);
                return column >= 0 && double.TryParse(
                    cells[column].TrimStart('<'), CultureInfo.InvariantCulture, out double value)
                    ? value
                    : throw new VivadoReportException(file, number, $"a number in column {head}");
            }
        }

        string? missing = Wanted.FirstOrDefault(w => !found.ContainsKey(w));
        return missing is null
            ? [.. Wanted.Select(w => found[w])]
            : throw new VivadoReportException(file, number, $"a row \"{missing}\"");
    }

    // A star is a foot note: "CLB LUTs*".
    private static string Name(string cell) => cell.TrimEnd('*');
}
