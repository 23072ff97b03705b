namespace SmartNic.Features.Reading;

/// <summary>Values that may appear once; remembers where each appeared first.</summary>
internal sealed class Uniques<T>(ErrorList errors) where T : notnull
{
    private readonly Dictionary<T, int> _lines = [];

    /// <summary>Whether the value appeared.</summary>
    public bool Has(T value) => _lines.ContainsKey(value);

    /// <summary>Notes a value that may appear again.</summary>
    public void Note(T value) => _lines.TryAdd(value, 0);

    /// <summary>Notes a value, or an error when it was there before.</summary>
    public void Add(YamlNode? node, string key, T value)
    {
        if (node is not null && !_lines.TryAdd(value, node.Line))
        {
            errors.Add(
                node, $"{key}: expected a value that is not used yet, found {node.Found} (first at "
                + $"line {_lines[value]})");
        }
    }
}
