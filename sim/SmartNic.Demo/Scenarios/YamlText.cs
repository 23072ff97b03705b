namespace SmartNic.Demo;

/// <summary>Makes other configurations from a configuration, by its lines: what is inside a key's
/// block is indented more than the key.</summary>
internal static class YamlText
{
    /// <summary>Without some keys, wherever they stand on lines of their own.</summary>
    public static string Without(string yaml, IReadOnlyList<string> keys)
    {
        var lines = new List<string>();
        int? block = null;
        foreach (string line in yaml.Split('\n'))
        {
            int indent = Indent(line);
            if (block is { } outer && (line.Trim().Length == 0 || indent > outer))
            {
                continue;
            }

            block = keys.Any(k => line[indent..].StartsWith($"{k}:", StringComparison.Ordinal))
                ? indent : null;
            if (block is null)
            {
                lines.Add(line);
            }
        }

        return string.Join('\n', lines);
    }

    /// <summary>With more lines at the end of a list at the top.</summary>
    /// <param name="yaml">The configuration.</param>
    /// <param name="key">Whose list.</param>
    /// <param name="items">Its lines, without indentation.</param>
    /// <exception cref="DemoException">There is no such list.</exception>
    public static string With(string yaml, string key, IEnumerable<string> items)
    {
        List<string> lines = [.. yaml.TrimEnd('\n').Split('\n')];
        int at = lines.IndexOf($"{key}:");
        if (at < 0)
        {
            throw new DemoException($"the configuration has no list {key}");
        }

        do
        {
            at++;
        }
        while (at < lines.Count && (lines[at].Length == 0 || Indent(lines[at]) > 0));
        lines.InsertRange(at, items.Select(item => $"  {item}"));
        return string.Join('\n', lines) + "\n";
    }

    private static int Indent(string line) => line.Length - line.TrimStart(' ').Length;
}
