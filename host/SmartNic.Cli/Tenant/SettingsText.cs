using System.Text.Json.Nodes;
using SmartNic.Cli.Shell;

namespace SmartNic.Cli.Tenant;

/// <summary>Settings in force, as a person reads them: a line for each, lists item by item.
/// </summary>
internal static class SettingsText
{
    /// <summary>Writes all settings.</summary>
    public static void Write(JsonObject settings, TextWriter output)
    {
        foreach (var (name, value) in settings)
        {
            string title = name.Replace('_', ' ') + ":";
            if (value is not JsonArray { Count: > 0 } items)
            {
                output.WriteText($"{title,-18}{Of(value)}");
                continue;
            }

            output.WriteText(title);
            foreach (var item in items)
            {
                output.WriteText($"  {Of(item)}");
            }
        }
    }

    /// <summary>A value in one line; <c>-</c> for none.</summary>
    public static string Of(JsonNode? value) => value switch
    {
        JsonObject map => string.Join(
            ", ", map.Select(p => $"{p.Key.Replace('_', ' ')} {Of(p.Value)}")),
        JsonArray { Count: > 0 } items => string.Join(", ", items.Select(Of)),
        JsonValue scalar => scalar.ToString(),
        _ => "-",
    };
}
