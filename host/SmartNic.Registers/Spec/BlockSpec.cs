using System.Collections.Immutable;

namespace SmartNic.Registers;

/// <summary>A group of registers that is decoded together, once or once per interface.</summary>
/// <param name="Name">snake_case name; the generated module is <c>snic_regs_NAME</c>.</param>
/// <param name="Base">Byte offset of the (first) block in the BAR.</param>
/// <param name="Size">Bytes of one block, a power of two; also the distance of two blocks.</param>
/// <param name="IsPerInterface">Whether there is one block per interface.</param>
/// <param name="Description">What the block is for.</param>
/// <param name="Registers">In rising order of offset.</param>
/// <param name="Reserved">The ranges without registers.</param>
public sealed record BlockSpec(
    string Name,
    uint Base,
    uint Size,
    bool IsPerInterface,
    string Description,
    ImmutableArray<RegisterSpec> Registers,
    ImmutableArray<ReservedSpec> Reserved)
{
    /// <summary>The register with a name.</summary>
    /// <exception cref="KeyNotFoundException">There is none.</exception>
    public RegisterSpec this[string name] =>
        Registers.FirstOrDefault(r => r.Name == name)
        ?? throw new KeyNotFoundException($"block {Name} has no register {name}");
}
