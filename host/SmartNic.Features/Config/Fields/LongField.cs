using System.Text;
using System.Text.Json.Nodes;

namespace SmartNic.Features.Fields;

/// <summary>A field whose value is a list, written on a line for each item; absent is empty.
/// </summary>
/// <typeparam name="T">The record that it is a field of.</typeparam>
/// <typeparam name="TItem">What it is a list of.</typeparam>
/// <param name="name">The key.</param>
/// <param name="get">The list of a record.</param>
internal abstract class LongField<T, TItem>(string name, Func<T, ConfigList<TItem>> get)
    : Field<T>(name)
    where TItem : class
{
    /// <inheritdoc/>
    public override bool IsLong => true;

    /// <inheritdoc/>
    public override string Text(T record) =>
        throw new InvalidOperationException($"{Name} is written in lines of its own");

    /// <inheritdoc/>
    public override void WriteLong(StringBuilder yaml, string indent, T record)
    {
        var items = get(record);
        yaml.Append(items.Count == 0 ? " []\n" : "\n");
        foreach (var item in items)
        {
            yaml.Append(indent).Append("  - ");
            WriteItem(yaml, indent, item);
        }
    }

    /// <inheritdoc/>
    public override JsonNode Json(T record) =>
        new JsonArray([.. get(record).Select(ItemJson)]);

    /// <summary>An item as JSON.</summary>
    protected abstract JsonNode ItemJson(TItem item);

    /// <summary>Writes an item behind its dash, and the end of its line.</summary>
    /// <param name="yaml">Where to.</param>
    /// <param name="indent">Spaces before the key.</param>
    /// <param name="item">The item.</param>
    protected abstract void WriteItem(StringBuilder yaml, string indent, TItem item);
}
