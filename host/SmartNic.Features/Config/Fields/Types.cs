using System.Globalization;

namespace SmartNic.Features.Fields;

/// <summary>Types of values that several features have.</summary>
internal static class Types
{
    /// <summary>Longest name, in characters.</summary>
    public const int MaxNameLength = 63;

    /// <summary>A name.</summary>
    public static FieldType<string> Name { get; } = new(
        $"a name of a-z, 0-9 and -, up to {MaxNameLength} characters",
        (string text, out string value) =>
        {
            value = text;
            return text.Length is > 0 and <= MaxNameLength
                && text.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');
        })
    {
        Write = Quoted,
        Schema = $$"""{ "type": "string", "pattern": "^[a-z0-9-]{1,{{MaxNameLength}}}$" }""",
    };

    /// <summary>Number of an interface.</summary>
    public static FieldType<uint> Interface { get; } = Number(0, ConfigLimits.Interfaces - 1);

    /// <summary>A whole number of a range, in decimal digits.</summary>
    public static FieldType<uint> Number(uint least, uint most) => new(
        least == most ? $"{least}" : $"a whole number between {least} and {most}",
        (string text, out uint value) => TryDigits(text, out value)
            && value >= least && value <= most)
    {
        Write = value => value.ToString(CultureInfo.InvariantCulture),
        Schema = $$"""{ "type": "integer", "minimum": {{least}}, "maximum": {{most}} }""",
    };

    /// <summary>One of two words.</summary>
    public static FieldType<T> Either<T>(string first, T one, string second, T other) => new(
        $"{first} or {second}",
        (string text, out T value) =>
        {
            value = text == second ? other : one;
            return text == first || text == second;
        })
    {
        Write = value => Equals(value, other) ? second : first,
        Schema = $$"""{ "enum": ["{{first}}", "{{second}}"] }""",
    };

    /// <summary>Reads decimal digits without sign and leading zero, up to 32 bits.</summary>
    public static bool TryDigits(string text, out uint value)
    {
        value = 0;
        return text.Length > 0 && text.All(char.IsAsciiDigit)
            && (text[0] != '0' || text.Length == 1)
            && uint.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value);
    }

    /// <summary>
    /// A number or a dash at the start would be something else to other YAML readers.
    /// </summary>
    private static string Quoted(string name) =>
        char.IsAsciiLetterLower(name[0])
            && name is not ("true" or "false" or "null" or "yes" or "no" or "on" or "off"
                or "y" or "n")
            ? name
            : $"\"{name}\"";
}
