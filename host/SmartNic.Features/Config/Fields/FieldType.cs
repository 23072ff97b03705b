namespace SmartNic.Features.Fields;

/// <summary>
/// How the text of a value becomes a value and back, and what is said of it: in messages, in the
/// documentation, and in the JSON schema.
/// </summary>
/// <param name="Expected">What a message and the documentation call it, limits and all.</param>
/// <param name="TryParse">Reads it; false for any other text.</param>
internal sealed record FieldType<T>(string Expected, TryParse<T> TryParse)
{
    /// <summary>Why a text is none, where that is not plain from what is expected.</summary>
    public Func<string, string?>? Why { get; init; }

    /// <summary>Its canonical text in YAML.</summary>
    public required Func<T, string> Write { get; init; }

    /// <summary>Its JSON schema (draft 2020-12), an object.</summary>
    public required string Schema { get; init; }
}

/// <summary>Parses text; false when it is not of the form.</summary>
internal delegate bool TryParse<T>(string text, out T value);
