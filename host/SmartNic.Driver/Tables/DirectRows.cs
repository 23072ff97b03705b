using System.Globalization;
using SmartNic.Registers;

namespace SmartNic.Driver.Tables;

/// <summary>
/// Entries of direct-index tables as text, by the field lists of the register spec.
/// </summary>
internal static class DirectRows
{
    /// <summary>The entries of a table that are not zero.</summary>
    public static IEnumerable<TableRow> Of(DirectTable table)
    {
        var fields = TableLayouts.All[table.Id].Fields;
        foreach (var index in table.UsedIndices())
        {
            var row = new Dictionary<string, string>();
            foreach (var field in fields)
            {
                var value = Words32.Get(table[index], field.Lsb, field.Width);
                row.Add(Name(field.Path), Text(field.Path, value));
            }

            yield return new TableRow($"[{index}]", row);
        }
    }

    private static string Text(string field, ulong value) => field switch
    {
        _ when field.EndsWith("Mac", StringComparison.Ordinal) => new MacAddress(value).ToString(),
        _ when field.EndsWith("Ip", StringComparison.Ordinal) => Ipv4.Format((uint)value),
        _ => value.ToString(CultureInfo.InvariantCulture),
    };

    private static string Name(string field) =>
        System.Text.Json.JsonNamingPolicy.SnakeCaseLower.ConvertName(field);
}
