using System.Globalization;
using System.Text;

namespace SmartNic.Cli.Shell;

/// <summary>
/// Makes text from outside fit for one line of a terminal or a log: it cannot end the line, move
/// the cursor, or turn the direction of what follows.
/// </summary>
internal static class SafeText
{
    /// <summary>Longest line in characters; more is cut.</summary>
    public const int MaxChars = 8192;

    /// <summary>The text with control, format and line characters as <c>\u</c> escapes.</summary>
    public static string Line(string text)
    {
        if (text.Length <= MaxChars && !text.AsSpan().ContainsAnyExceptInRange(' ', '~'))
        {
            return text;
        }

        var safe = new StringBuilder(text.Length);
        var cut = text.AsSpan(0, Math.Min(text.Length, MaxChars));
        foreach (var rune in cut.EnumerateRunes())
        {
            if (IsUnsafe(rune))
            {
                safe.Append(CultureInfo.InvariantCulture, $"\\u{rune.Value:x4}");
            }
            else
            {
                safe.Append(rune.ToString());
            }
        }

        return safe.Append(text.Length > MaxChars ? "..." : string.Empty).ToString();
    }

    /// <summary>Writes one line made safe.</summary>
    public static void WriteText(this TextWriter output, string text) =>
        output.WriteLine(Line(text));

    /// <summary>Text of several lines, each made safe, and set off from what stands before it.
    /// </summary>
    public static string Block(string text) => string.Join(
        '\n', text.Split('\n').Select(line => "  " + Line(line.TrimEnd('\r'))));

    private static bool IsUnsafe(Rune rune) => Rune.GetUnicodeCategory(rune) is
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator
        or UnicodeCategory.ParagraphSeparator or UnicodeCategory.Surrogate;
}
