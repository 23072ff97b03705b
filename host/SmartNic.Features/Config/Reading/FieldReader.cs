using SmartNic.Features.Fields;

namespace SmartNic.Features.Reading;

/// <summary>The fields of one map: finds unknown and double keys, and what is missing.</summary>
internal sealed class FieldReader
{
    private readonly ErrorList _errors;
    private readonly YamlNode _node;
    private readonly Dictionary<string, YamlNode> _fields = [];
    private readonly HashSet<string> _failed = [];

    private FieldReader(YamlNode node, ErrorList errors)
    {
        _node = node;
        _errors = errors;
    }

    /// <summary>True while every field asked for was there and well formed.</summary>
    public bool IsGood { get; private set; } = true;

    /// <summary>Opens a map; null, with an error noted, when the node is none.</summary>
    /// <param name="node">The node.</param>
    /// <param name="what">What the map describes, for messages.</param>
    /// <param name="keys">The keys it may have.</param>
    /// <param name="errors">Receives what is wrong.</param>
    public static FieldReader? Open(
        YamlNode node, string what, ReadOnlySpan<string> keys, ErrorList errors)
    {
        if (node is not YamlMapping map)
        {
            errors.Add(node, $"{what}: expected a map, found {node.Found}");
            return null;
        }

        var reader = new FieldReader(node, errors);
        foreach (var (key, value) in map.Pairs)
        {
            if (key is not YamlScalar { Value: var name } || !keys.Contains(name))
            {
                reader.Unknown(key, what, keys);
            }
            else if (!reader._fields.TryAdd(name, value))
            {
                errors.Add(
                    key, $"{what}: expected {name} once, found it again (first at line "
                    + $"{reader._fields[name].Line})");
                reader.IsGood = false;
            }
        }

        return reader;
    }

    /// <summary>Whether the value of a key is there but not well formed.</summary>
    public bool Failed(string key) => _failed.Contains(key);

    /// <summary>The node of a key; null when absent.</summary>
    public YamlNode? Find(string key) => _fields.GetValueOrDefault(key);

    /// <summary>The items of a list; none when the key is absent.</summary>
    public IReadOnlyList<YamlNode> List(string key)
    {
        switch (Find(key))
        {
            case null:
                return [];
            case YamlSequence list:
                return list.Items;
            case var other:
                _errors.Add(other, $"{key}: expected a list, found {other.Found}");
                IsGood = false;
                return [];
        }
    }

    /// <summary>A value that must be there.</summary>
    public T Required<T>(string key, FieldType<T> parse)
    {
        if (Find(key) is { } node)
        {
            return Parse(key, node, parse);
        }

        _errors.Add(_node, $"{key}: expected {parse.Expected}, found no such key");
        IsGood = false;
        return default!;
    }

    /// <summary>A value that may be absent.</summary>
    public T Optional<T>(string key, FieldType<T> parse, T absent) =>
        Find(key) is { } node ? Parse(key, node, parse) : absent;

    /// <summary>Notes that the value of a key, though well formed, cannot be.</summary>
    public void Reject(string key, string expected)
    {
        var node = Find(key) ?? _node;
        var found = Find(key)?.Found ?? "no such key";
        _errors.Add(node, $"{key}: expected {expected}, found {found}");
        IsGood = false;
    }

    /// <summary>Notes an effect of the value of a key that is hardly wanted.</summary>
    public void Warn(string key, string effect) => _errors.Warn(Find(key)!, $"{key}: {effect}");

    private void Unknown(YamlNode key, string what, ReadOnlySpan<string> keys)
    {
        IsGood = false;
        if (_errors.IsFull)
        {
            return;
        }

        var word = (key as YamlScalar)?.Value ?? "";
        var hint = word == "<<" ? "; there are no merge keys: write the keys out"
            : NearestName.Of(word, keys.ToArray()) is { } near ? $"; did you mean {near}?" : "";
        var expected = string.Join(", ", keys!);
        _errors.Add(key, $"{what}: expected one of {expected}, found {key.Found}{hint}");
    }

    private T Parse<T>(string key, YamlNode node, FieldType<T> parse)
    {
        if (node is YamlScalar scalar && parse.TryParse(scalar.Value, out var value))
        {
            return value;
        }

        var why = parse.Why is null || node is not YamlScalar { Value: var text } ? ""
            : parse.Why(text) is { } reason ? $": {reason}" : "";
        _errors.Add(node, $"{key}: expected {parse.Expected}, found {node.Found}{why}");
        _failed.Add(key);
        IsGood = false;
        return default!;
    }
}
