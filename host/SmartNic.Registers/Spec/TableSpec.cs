using System.Collections.Immutable;

namespace SmartNic.Registers;

/// <summary>A match table, reached through the staging words of an interface block.</summary>
/// <param name="Id">Number in TABLE_COMMIT and TABLE_READ.</param>
/// <param name="Name">snake_case name.</param>
/// <param name="Depth">Number of entries.</param>
/// <param name="EntryType">Name of the C# entry struct.</param>
/// <param name="Width">Bits of an entry.</param>
/// <param name="Fields">The leaves of the entry, from bit 0 up.</param>
public sealed record TableSpec(
    int Id, string Name, int Depth, string EntryType, int Width,
    ImmutableArray<EntryField> Fields)
{
    /// <summary>32-bit words of an entry.</summary>
    public int Words => (Width + 31) / 32;
}
