using System.Globalization;
using System.Text.Json;
using SmartNic.Registers;

namespace SmartNic.Driver.Tables;

/// <summary>Fields of entries as text, as the manifest has them.</summary>
internal static class EntryText
{
    /// <summary>A path of members in snake_case.</summary>
    public static string Name(string path) => string.Join(
        '_', path.Split('.').Select(JsonNamingPolicy.SnakeCaseLower.ConvertName));

    /// <summary>The value of a field: addresses in their usual form, others as numbers.</summary>
    public static string Value(EntryField field, ReadOnlySpan<uint> words)
    {
        var value = Words32.Get(words, field.Lsb, field.Width);
        bool Is(string suffix) => field.Path.EndsWith(suffix, StringComparison.Ordinal);
        return field.Type switch
        {
            "U48" when Is("Mac") => new MacAddress(value).ToString(),
            "uint" when Is("Ip") => Ipv4.Format((uint)value),
            _ => value.ToString(CultureInfo.InvariantCulture),
        };
    }
}
