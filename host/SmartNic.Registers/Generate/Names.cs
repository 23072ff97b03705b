namespace SmartNic.Registers;

/// <summary>Spellings of a name of the specification.</summary>
public static class Names
{
    /// <summary>UPPER_SNAKE or snake_case to PascalCase.</summary>
    public static string Pascal(string name) => string.Concat(
        name.ToLowerInvariant().Split('_', StringSplitOptions.RemoveEmptyEntries)
            .Select(part => char.ToUpperInvariant(part[0]) + part[1..]));

    /// <summary>UPPER_SNAKE to lower snake_case.</summary>
    public static string Snake(string name) => name.ToLowerInvariant();
}
