using System.Globalization;
using System.Text.Json;
using SmartNic.Registers;

namespace SmartNic.Driver.Tables;

/// <summary>Fields of entries as text, as the manifest has them.</summary>
internal static class EntryText
{
    /// <summary>A path of members in snake_case; an entry of one scalar is its value.</summary>
    public static string Name(string path) => path == "" ? "value" : string.Join(
        '_', path.Split('.').Select(JsonNamingPolicy.SnakeCaseLower.ConvertName));

    /// <summary>The value of a field: addresses in their usual form, others as numbers.</summary>
    public static string Value(EntryField field, ReadOnlySpan<uint> words)
    {
        bool Is(string suffix) => field.Path.EndsWith(suffix, StringComparison.Ordinal);
        if (field.Width > 64)
        {
            UInt128 wide = new(Words32.Get(words, field.Lsb + 64, field.Width - 64),
                Words32.Get(words, field.Lsb, 64));
            return Is("Ip") ? IpText.Format(wide) : $"0x{wide:x}";
        }

        var value = Words32.Get(words, field.Lsb, field.Width);
        return field.Type switch
        {
            "U48" when Is("Mac") => new MacAddress(value).ToString(),
            _ => value.ToString(CultureInfo.InvariantCulture),
        };
    }
}
