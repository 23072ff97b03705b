using System.Globalization;
using System.Text;

namespace SmartNic.Features.Reading;

/// <summary>A node of the file, and where it starts (line and column from 1).</summary>
internal abstract record YamlNode(int Line, int Column)
{
    /// <summary>What an error message calls the node.</summary>
    public abstract string Found { get; }
}

/// <summary>A scalar; every value is text until a reader knows better.</summary>
internal sealed record YamlScalar(int Line, int Column, string Value, bool IsPlain)
    : YamlNode(Line, Column)
{
    private const int MaxShown = 40;

    /// <inheritdoc/>
    public override string Found => Value.Length == 0 && IsPlain ? "nothing" : Quote(Value);

    /// <summary>
    /// Text in quotes, cut to what fits a message, with control characters escaped.
    /// </summary>
    public static string Quote(string text)
    {
        var shown = Printable(text.Length > MaxShown ? text[..MaxShown] : text);
        return text.Length > MaxShown ? $"'{shown}...'" : $"'{shown}'";
    }

    /// <summary>
    /// Text of which a terminal shows what it holds: what controls it, is invisible or turns the
    /// direction is escaped.
    /// </summary>
    public static string Printable(string text)
    {
        var shown = new StringBuilder();
        foreach (var c in text)
        {
            if (char.IsControl(c) || char.IsSurrogate(c) || char.GetUnicodeCategory(c)
                is UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
                or UnicodeCategory.Format)
            {
                shown.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}");
            }
            else
            {
                shown.Append(c);
            }
        }

        return shown.ToString();
    }
}

/// <summary>A list.</summary>
internal sealed record YamlSequence(int Line, int Column, List<YamlNode> Items)
    : YamlNode(Line, Column)
{
    /// <inheritdoc/>
    public override string Found => "a list";
}

/// <summary>A map, with its pairs in file order, duplicates included.</summary>
internal sealed record YamlMapping(int Line, int Column, List<YamlPair> Pairs)
    : YamlNode(Line, Column)
{
    /// <inheritdoc/>
    public override string Found => "a map";
}

/// <summary>A key and its value.</summary>
internal readonly record struct YamlPair(YamlNode Key, YamlNode Value);
