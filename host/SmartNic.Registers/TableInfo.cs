namespace SmartNic.Registers;

/// <summary>A table as the driver sees it.</summary>
/// <param name="Id">Number in TABLE_COMMIT and TABLE_READ.</param>
/// <param name="Name">snake_case name.</param>
/// <param name="Depth">Number of entries.</param>
/// <param name="Width">Bits of an entry.</param>
/// <param name="Words">32-bit words of an entry.</param>
/// <param name="Fields">The leaves of the entry, from bit 0 up.</param>
public sealed record TableInfo(
    int Id, string Name, int Depth, int Width, int Words, IReadOnlyList<EntryField> Fields);
