using System.Text.Json.Nodes;
using SmartNic.Features.Reading;

namespace SmartNic.Features.Fields;

/// <summary>A field whose value is a map; without it, all in the map has its default.</summary>
/// <typeparam name="T">The record that it is a field of.</typeparam>
/// <typeparam name="TMap">The record that the map becomes.</typeparam>
/// <param name="name">The key.</param>
/// <param name="section">The map.</param>
/// <param name="get">The map of a record.</param>
/// <param name="set">The record with another map.</param>
internal sealed class MapField<T, TMap>(
    string name, Section<TMap> section, Func<T, TMap> get, Func<T, TMap, T> set)
    : Field<T>(name)
    where TMap : class
{
    /// <inheritdoc/>
    public override T Read(FieldReader fields, T record, ReadContext context) =>
        fields.Find(Name) is { } node && section.Read(node, context, out _) is { } map
            ? set(record, map)
            : record;

    /// <inheritdoc/>
    public override string Text(T record) => section.Text(get(record));

    /// <inheritdoc/>
    public override JsonNode Json(T record) => section.Json(get(record));

    /// <inheritdoc/>
    public override FieldInfo Describe(T blank) => new(Name, Description, FieldShape.Map)
    {
        Section = section.Describe(),
    };
}
