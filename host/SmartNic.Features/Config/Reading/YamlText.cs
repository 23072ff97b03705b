namespace SmartNic.Features.Reading;

/// <summary>What is checked of the text before it is read as YAML.</summary>
internal static class YamlText
{
    private const char ByteOrderMark = '\uFEFF';

    /// <summary>
    /// False, with an error noted, when a character is none of YAML's (YAML 1.2 section 5.1: the
    /// scanner would end early there), or a line is indented by a tab. Lines end in line feed,
    /// carriage return, or both.
    /// </summary>
    public static bool Check(string text, ErrorList errors)
    {
        int line = 1, column = 1;
        var indenting = true;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (Foreign(c) is { } what)
            {
                errors.Add(line, column, what);
                return false;
            }

            if (c == '\t' && indenting)
            {
                errors.Add(line, column, "expected spaces, found a tab (YAML does not indent by "
                    + "tabs: write spaces)");
                return false;
            }

            indenting &= c == ' ';
            if (IsBreak(text, i))
            {
                (line, column, indenting) = (line + 1, 1, true);
            }
            else
            {
                column++;
            }
        }

        return true;
    }

    /// <summary>Number of lines, as the scanner counts them.</summary>
    public static int Lines(string text)
    {
        var count = 1;
        for (var i = 0; i < text.Length; i++)
        {
            count += IsBreak(text, i) ? 1 : 0;
        }

        return count;
    }

    /// <summary>Whether a line ends here: carriage return and line feed are one end.</summary>
    private static bool IsBreak(string text, int at) => text[at] switch
    {
        '\n' or '\u0085' or '\u2028' or '\u2029' => true,
        '\r' => at + 1 == text.Length || text[at + 1] != '\n',
        _ => false,
    };

    private static string? Foreign(char c) => c switch
    {
        '\t' or '\n' or '\r' or '\u0085' => null,
        ByteOrderMark => "expected text, found a byte order mark (U+FEFF) in the file",
        _ when char.IsControl(c) || c is '\uFFFE' or '\uFFFF' =>
            $"expected text, found the character U+{(int)c:X4}",
        _ => null,
    };
}
