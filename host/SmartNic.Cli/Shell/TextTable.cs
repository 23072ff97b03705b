namespace SmartNic.Cli.Shell;

/// <summary>
/// A table in text: columns as wide as their widest cell, two spaces between; numbers to the right.
/// </summary>
internal sealed class TextTable(params IReadOnlyList<string> headers)
{
    private readonly List<string[]> rows = [];

    /// <summary>Adds a row; cells beyond the headers are an error.</summary>
    public TextTable Add(params string[] cells)
    {
        if (cells.Length != headers.Count)
        {
            throw new ArgumentException($"{cells.Length} cells for {headers.Count} columns");
        }

        rows.Add([.. cells.Select(SafeText.Line)]);
        return this;
    }

    /// <summary>Writes headers and rows, without spaces at line ends.</summary>
    public void Write(TextWriter output)
    {
        var widths = headers.Select((header, column) =>
            rows.Select(row => row[column].Length).Append(header.Length).Max()).ToArray();
        var right = headers.Select((_, column) =>
            rows.Count > 0 && rows.All(row => IsNumber(row[column]))).ToArray();
        Line(output, [.. headers], widths, right);
        foreach (var row in rows)
        {
            Line(output, row, widths, right);
        }
    }

    private static bool IsNumber(string cell) =>
        cell == "-" || (cell.Length > 0 && cell.All(c => char.IsAsciiDigit(c) || c is '.' or '%'));

    private static void Line(TextWriter output, string[] cells, int[] widths, bool[] right)
    {
        var padded = cells.Select((cell, column) =>
            right[column] ? cell.PadLeft(widths[column]) : cell.PadRight(widths[column]));
        output.WriteLine(string.Join("  ", padded).TrimEnd());
    }
}
