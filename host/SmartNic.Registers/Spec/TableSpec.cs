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
    /// <summary>
    /// The name of the entry struct as an identifier: an <c>ExactBucket&lt;VniKey, VniValue&gt;</c>
    /// is a <c>VniBucket</c>, an <c>Owned&lt;ulong&gt;</c> a <c>UlongOwned</c>, a ulong a
    /// <c>Ulong</c>.
    /// </summary>
    public string EntryName => EntryType.Split('<', ',', '>') is [var generic, var of, ..]
        ? Capital(of.Replace("Key", "", StringComparison.Ordinal)) + (generic == "ExactBucket"
            ? "Bucket" : generic)
        : Capital(EntryType);

    /// <summary>32-bit words of an entry.</summary>
    public int Words => (Width + 31) / 32;

    /// <summary>32-bit words of the widest entry of some tables.</summary>
    public static int WidestWords(IEnumerable<TableSpec> tables) => tables.Max(t => t.Words);

    private static string Capital(string name) => char.ToUpperInvariant(name[0]) + name[1..];
}
