namespace SmartNic.Features.Fields;

/// <summary>A value that differs between the maps of a list.</summary>
/// <typeparam name="T">The record of a map.</typeparam>
/// <param name="Name">Key of the value.</param>
/// <param name="Value">The value; null when there is none to compare.</param>
internal sealed record Unique<T>(string Name, Func<T, object?> Value)
{
    /// <summary>Under which other fields ask for the values; null for nobody.</summary>
    public object? Key { get; init; }

    /// <summary>
    /// Whether it counts even when the rest of its map is wrong: a name counts as declared.
    /// </summary>
    public bool IsAlways { get; init; }

    /// <summary>Whether it is only kept for other fields: another rule says that it differs.
    /// </summary>
    public bool IsQuiet { get; init; }
}

/// <summary>Names of which a value must be one.</summary>
/// <param name="Key">Key of their <see cref="Unique{T}"/>.</param>
/// <param name="What">What messages call them.</param>
internal sealed record Reference(object Key, string What);
