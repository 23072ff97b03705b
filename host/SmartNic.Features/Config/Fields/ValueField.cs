using System.Globalization;
using System.Text.Json.Nodes;
using SmartNic.Features.Reading;

namespace SmartNic.Features.Fields;

/// <summary>A field with one value.</summary>
/// <typeparam name="T">The record that it is a field of.</typeparam>
/// <typeparam name="TValue">Type of the value.</typeparam>
/// <param name="name">The key.</param>
/// <param name="type">What the value may be.</param>
/// <param name="get">The value of a record.</param>
/// <param name="set">The record with another value.</param>
internal sealed class ValueField<T, TValue>(
    string name, FieldType<TValue> type, Func<T, TValue> get, Func<T, TValue, T> set)
    : Field<T>(name)
{
    /// <summary>Whether it must be there.</summary>
    public bool IsRequired { get; init; }

    /// <summary>
    /// Its value when it is absent, from the fields before; null for that of the blank record.
    /// </summary>
    public Func<T, TValue>? Default { get; init; }

    /// <summary>What the documentation says of the default; null for the blank record's.</summary>
    public string? DefaultText { get; init; }

    /// <summary>Whether it is read at all, after the fields before.</summary>
    public Func<T, bool> IsRead { get; init; } = _ => true;

    /// <summary>Names of which it must be one; null for none.</summary>
    public Reference? RefersTo { get; init; }

    /// <summary>Looks at it beside the fields before; may reject, warn and change.</summary>
    public Func<FieldReader, T, T> Check { get; init; } = (_, record) => record;

    /// <inheritdoc/>
    public override T Read(FieldReader fields, T record, ReadContext context)
    {
        if (!IsRead(record))
        {
            return record;
        }

        var value = IsRequired
            ? fields.Required(Name, type)
            : fields.Optional(Name, type, Default is null ? get(record) : Default(record));
        if (RefersTo is { } names && value is not null && fields.Find(Name) is not null
            && !fields.Failed(Name) && !context.Has(names.Key, value))
        {
            fields.Reject(Name, names.What);
        }

        return Check(fields, set(record, value));
    }

    /// <inheritdoc/>
    public override string Text(T record) => type.Write(get(record));

    /// <inheritdoc/>
    public override JsonNode Json(T record)
    {
        var text = Text(record);
        return ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? JsonValue.Create(number)
            : text.StartsWith('"') ? JsonNode.Parse(text)! : JsonValue.Create(text);
    }

    /// <inheritdoc/>
    public override FieldInfo Describe(T blank) => new(Name, Description, FieldShape.Value)
    {
        Expected = RefersTo?.What ?? type.Expected,
        Schema = type.Schema,
        IsRequired = IsRequired,
        Default = DefaultText ?? (IsRequired || !IsWritten(blank) ? "" : Text(blank)),
    };
}
