using System.Text;
using System.Text.Json.Nodes;
using SmartNic.Features.Reading;

namespace SmartNic.Features.Fields;

/// <summary>A field whose value is a list of maps; absent is empty.</summary>
/// <typeparam name="T">The record that it is a field of.</typeparam>
/// <typeparam name="TItem">The record that each map becomes.</typeparam>
/// <param name="name">The key.</param>
/// <param name="section">Each map.</param>
/// <param name="get">The list of a record.</param>
/// <param name="set">The record with another list.</param>
internal sealed class ListField<T, TItem>(
    string name, Section<TItem> section, Func<T, ConfigList<TItem>> get,
    Func<T, ConfigList<TItem>, T> set) : LongField<T, TItem>(name, get)
    where TItem : class
{
    /// <summary>Most items; null without limit.</summary>
    public int? Most { get; init; }

    /// <summary>True when each item has lines of its own for its fields.</summary>
    public bool IsBlock { get; init; }

    /// <summary>Looks at an item beside the fields before the list; may reject.</summary>
    public Action<FieldReader, TItem, T, ReadContext> CheckItem { get; init; } =
        (_, _, _, _) => { };

    /// <inheritdoc/>
    public override T Read(FieldReader fields, T record, ReadContext context)
    {
        var nodes = fields.List(Name);
        if (nodes.Count > Most && fields.Find(Name) is { } list)
        {
            context.Errors.Add(list, $"{Name}: expected at most {Most}, found {nodes.Count}");
        }

        var items = new List<TItem>();
        var unique = section.Uniques.Select(u => (u, context.Begin(u.Key))).ToArray();
        foreach (var node in nodes)
        {
            if (section.Read(node, context, out var map) is not { } item)
            {
                continue;
            }

            CheckItem(map!, item, record, context);
            items.Add(item);
            foreach (var (rule, values) in unique)
            {
                if ((!rule.IsAlways && !map!.IsGood) || rule.Value(item) is not { } value)
                {
                    continue;
                }

                if (rule.IsQuiet)
                {
                    values.Note(value);
                }
                else
                {
                    values.Add(map!.Find(rule.Name), rule.Name, value);
                }
            }
        }

        return set(record, items.ToConfigList());
    }

    /// <inheritdoc/>
    public override FieldInfo Describe(T blank) => new(Name, Description, FieldShape.Maps)
    {
        Most = Most,
        Section = section.Describe(),
    };

    /// <inheritdoc/>
    protected override JsonNode ItemJson(TItem item) => section.Json(item);

    /// <inheritdoc/>
    protected override void WriteItem(StringBuilder yaml, string indent, TItem item)
    {
        if (IsBlock)
        {
            section.WriteLines(yaml, indent + "    ", item, isIndented: true);
        }
        else
        {
            yaml.Append(section.Text(item)).Append('\n');
        }
    }
}
