using System.Text;
using System.Text.Json.Nodes;
using SmartNic.Features.Reading;

namespace SmartNic.Features.Fields;

/// <summary>A map of the configuration: its fields, and the record that it becomes.</summary>
/// <typeparam name="T">The record.</typeparam>
/// <param name="kind">What the map describes, for messages.</param>
/// <param name="blank">A record with all defaults; what is required has any value.</param>
/// <param name="fields">The keys, in canonical order: read and written in it.</param>
internal sealed class Section<T>(string kind, T blank, IReadOnlyList<Field<T>> fields)
    where T : class
{
    private readonly string[] _keys = [.. fields.Select(f => f.Name)];

    /// <summary>What must differ between the maps of a list.</summary>
    public IReadOnlyList<Unique<T>> Uniques { get; init; } = [];

    /// <summary>Looks at a record whose fields have been read; may reject and warn.</summary>
    public Action<FieldReader, T, ReadContext> Check { get; init; } = (_, _, _) => { };

    /// <summary>Reads a map; null, with an error noted, when the node is none.</summary>
    /// <param name="node">The node.</param>
    /// <param name="context">What was read before.</param>
    /// <param name="map">The map's fields; null when the result is.</param>
    public T? Read(YamlNode node, ReadContext context, out FieldReader? map)
    {
        map = FieldReader.Open(node, kind, _keys, context.Errors);
        if (map is null)
        {
            return null;
        }

        var record = blank;
        foreach (var field in fields)
        {
            record = field.Read(map, record, context);
        }

        Check(map, record, context);
        return record;
    }

    /// <summary>A record in one line of YAML.</summary>
    public string Text(T record) => "{ " + string.Join(", ", fields
        .Where(field => field.IsWritten(record))
        .Select(field => $"{field.Name}: {field.Text(record)}")) + " }";

    /// <summary>Writes a record in lines.</summary>
    /// <param name="yaml">Where to.</param>
    /// <param name="indent">Spaces before each key.</param>
    /// <param name="record">The record.</param>
    /// <param name="isIndented">Whether they are there already before the first one.</param>
    public void WriteLines(StringBuilder yaml, string indent, T record, bool isIndented)
    {
        foreach (var field in fields.Where(field => field.IsWritten(record)))
        {
            yaml.Append(isIndented ? "" : indent).Append(field.Name).Append(':');
            isIndented = false;
            if (field.IsLong)
            {
                field.WriteLong(yaml, indent, record);
            }
            else
            {
                yaml.Append(' ').Append(field.Text(record)).Append('\n');
            }
        }
    }

    /// <summary>A record as JSON, defaults spelled out.</summary>
    public JsonObject Json(T record) => new(fields.Where(field => field.IsWritten(record))
        .Select(field => KeyValuePair.Create<string, JsonNode?>(field.Name, field.Json(record))));

    /// <summary>What documentation and schema say of it.</summary>
    public SectionInfo Describe() => new(kind, [.. fields.Select(f => f.Describe(blank))]);
}
