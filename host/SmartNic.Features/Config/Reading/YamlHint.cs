namespace SmartNic.Features.Reading;

/// <summary>What the words of the YAML scanner mean to somebody who wrote a file by hand.</summary>
internal static class YamlHint
{
    private static readonly (string Words, string Hint)[] Hints =
    [
        ("found invalid mapping", "is the line indented like its neighbours, and is a value that "
            + "holds ': ' in quotes?"),
        ("did not find expected '-' indicator", "is the line indented like its neighbours?"),
        ("did not find expected key", "is the line indented like its neighbours?"),
        ("cannot start any token", "put the value in quotes"),
        ("did not find expected node content", "is a bracket closed that was not opened, or the "
            + "other way round?"),
        ("did not find expected ','", "is a bracket, a comma or a quote missing?"),
        ("unexpected end of stream", "is a quote at the end of a value missing?"),
        ("hexadecimal number", "write a backslash in double quotes as \\\\"),
        ("unknown escape", "write a backslash in double quotes as \\\\"),
        ("incompatible YAML document", "expected %YAML 1.2, or no such line"),
    ];

    /// <summary>The message, with what to look for behind it.</summary>
    public static string With(string message)
    {
        var found = Array.Find(
            Hints, h => message.Contains(h.Words, StringComparison.OrdinalIgnoreCase));
        return found.Hint is null ? message : $"{message}; {found.Hint}";
    }
}
