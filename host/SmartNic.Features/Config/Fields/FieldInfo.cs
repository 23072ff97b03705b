namespace SmartNic.Features.Fields;

/// <summary>What the value of a field is made of.</summary>
internal enum FieldShape
{
    /// <summary>One value.</summary>
    Value,

    /// <summary>A map.</summary>
    Map,

    /// <summary>A list of maps.</summary>
    Maps,

    /// <summary>A list of values.</summary>
    Values,
}

/// <summary>A field as documentation and schema see it.</summary>
/// <param name="Name">The key.</param>
/// <param name="Description">What it means.</param>
/// <param name="Shape">What its value is made of.</param>
internal sealed record FieldInfo(string Name, string Description, FieldShape Shape)
{
    /// <summary>What a value is, limits and all; empty for maps.</summary>
    public string Expected { get; init; } = "";

    /// <summary>JSON schema of a value; empty for maps.</summary>
    public string Schema { get; init; } = "";

    /// <summary>Whether it must be there.</summary>
    public bool IsRequired { get; init; }

    /// <summary>What it is when it is absent; empty when that is plain or nothing.</summary>
    public string Default { get; init; } = "";

    /// <summary>Most items of a list; null without limit.</summary>
    public int? Most { get; init; }

    /// <summary>The map, or each map of the list.</summary>
    public SectionInfo? Section { get; init; }
}

/// <summary>A map as documentation and schema see it.</summary>
/// <param name="Kind">What it describes.</param>
/// <param name="Fields">Its keys, in canonical order.</param>
internal sealed record SectionInfo(string Kind, IReadOnlyList<FieldInfo> Fields);
