using System.Text;
using System.Text.Json.Nodes;
using SmartNic.Features.Reading;

namespace SmartNic.Features.Fields;

/// <summary>A field whose value is a list of names, each once; absent is empty.</summary>
/// <typeparam name="T">The record that it is a field of.</typeparam>
/// <param name="name">The key.</param>
/// <param name="names">Names of which each must be one; null for any.</param>
/// <param name="get">The list of a record.</param>
/// <param name="set">The record with another list.</param>
internal sealed class ValuesField<T>(
    string name, Reference? names, Func<T, ConfigList<string>> get,
    Func<T, ConfigList<string>, T> set) : LongField<T, string>(name, get)
{
    /// <summary>What is expected in the place of a name, beside the fields before the list; null
    /// when it may be.</summary>
    public Func<string, T, ReadContext, string?> WhyNot { get; init; } = (_, _, _) => null;

    /// <inheritdoc/>
    public override T Read(FieldReader fields, T record, ReadContext context)
    {
        var seen = new Uniques<string>(context.Errors);
        var values = new List<string>();
        foreach (var item in fields.List(Name))
        {
            if (item is not YamlScalar { Value: var value } || !Types.Name.TryParse(value, out _))
            {
                context.Errors.Add(
                    item, $"{Name}: expected {Types.Name.Expected}, found {item.Found}");
                continue;
            }

            if (names is not null && !context.Has(names.Key, value))
            {
                context.Errors.Add(item, $"{Name}: expected {names.What}, found {item.Found}");
            }
            else if (WhyNot(value, record, context) is { } expected)
            {
                context.Errors.Add(item, $"{Name}: expected {expected}, found {item.Found}");
            }

            seen.Add(item, Name, value);
            values.Add(value);
        }

        return set(record, values.ToConfigList());
    }

    /// <inheritdoc/>
    public override FieldInfo Describe(T blank) => new(Name, Description, FieldShape.Values)
    {
        Expected = names?.What ?? Types.Name.Expected,
        Schema = Types.Name.Schema,
    };

    /// <inheritdoc/>
    protected override JsonNode ItemJson(string item) => JsonValue.Create(item);

    /// <inheritdoc/>
    protected override void WriteItem(StringBuilder yaml, string indent, string item) =>
        yaml.Append(Types.Name.Write(item)).Append('\n');
}
