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

    /// <summary>An entry by its fields; the elements of an array are one value.</summary>
    public static IReadOnlyDictionary<string, string> Row(
        IEnumerable<EntryField> fields, ReadOnlySpan<uint> words)
    {
        var row = new Dictionary<string, string>();
        foreach (var field in fields)
        {
            var name = Name(ArrayOf(field) ?? field.Path);
            row[name] = ArrayOf(field) is null ? Value(field, words)
                : row.GetValueOrDefault(name, "0x") + Digits(field, words);
        }

        return row;
    }

    /// <summary>The array that a field is an element of; null for none.</summary>
    private static string? ArrayOf(EntryField field) =>
        field.Path.LastIndexOf('.') is var at and > 0 && char.IsAsciiDigit(field.Path[at + 1])
            ? field.Path[..at]
            : null;

    /// <summary>An element of an array: its hexadecimal digits, the most significant first.
    /// </summary>
    private static string Digits(EntryField field, ReadOnlySpan<uint> words) =>
        Words32.Get(words, field.Lsb, field.Width).ToString(
            $"x{(field.Width + 3) / 4}", CultureInfo.InvariantCulture);

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
