using System.Text.Json.Nodes;
using SmartNic.Features.Reading;

namespace SmartNic.Features.Fields;

/// <summary>
/// One key of a map in the configuration. Reader, writer, documentation, JSON schema and view all
/// follow from it.
/// </summary>
/// <typeparam name="T">The record that a map becomes.</typeparam>
/// <param name="name">The key.</param>
internal abstract class Field<T>(string name)
{
    /// <summary>The key.</summary>
    public string Name => name;

    /// <summary>What it means, for who writes a file.</summary>
    public required string Description { get; init; }

    /// <summary>Whether the writer spells it out for a record.</summary>
    public Func<T, bool> IsWritten { get; init; } = _ => true;

    /// <summary>True for a field that is written on lines of its own.</summary>
    public virtual bool IsLong => false;

    /// <summary>Reads the value into a record; what is wrong goes to the errors.</summary>
    public abstract T Read(FieldReader fields, T record, ReadContext context);

    /// <summary>The value of a record in one line of YAML.</summary>
    public abstract string Text(T record);

    /// <summary>Writes the value of a long field behind its key.</summary>
    /// <param name="yaml">Where to.</param>
    /// <param name="indent">Spaces before the key.</param>
    /// <param name="record">The record.</param>
    public virtual void WriteLong(System.Text.StringBuilder yaml, string indent, T record) =>
        throw new InvalidOperationException($"{Name} is written in one line");

    /// <summary>The value of a record as JSON: numbers where YAML has numbers, else text as there.
    /// </summary>
    public abstract JsonNode Json(T record);

    /// <summary>What documentation and schema say of it.</summary>
    /// <param name="blank">A record with all defaults.</param>
    public abstract FieldInfo Describe(T blank);
}
