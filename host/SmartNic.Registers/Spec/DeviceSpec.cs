using System.Collections.Immutable;

namespace SmartNic.Registers;

/// <summary>The whole register map with the tables and counters behind it.</summary>
/// <param name="Name">Name of the device.</param>
/// <param name="Blocks">Register blocks in rising order of base.</param>
/// <param name="Tables">Tables in rising order of id.</param>
/// <param name="Reasons">What is counted, in rising order of number.</param>
public sealed record DeviceSpec(
    string Name, ImmutableArray<BlockSpec> Blocks, ImmutableArray<TableSpec> Tables,
    ImmutableArray<ReasonInfo> Reasons)
{
    /// <summary>The block with a name.</summary>
    /// <exception cref="KeyNotFoundException">There is none.</exception>
    public BlockSpec this[string name] =>
        Blocks.FirstOrDefault(b => b.Name == name)
        ?? throw new KeyNotFoundException($"no block {name}");

    /// <summary>32-bit words of the widest entry: what a commit writes in one clock.</summary>
    public int EntryWords => TableSpec.WidestWords(Tables);

    /// <summary>The hash of the canonical text; see <see cref="CanonicalText"/>.</summary>
    public ulong Hash => CanonicalText.Hash(this);
}
