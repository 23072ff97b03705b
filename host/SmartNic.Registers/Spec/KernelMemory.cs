using System.Collections.Immutable;

namespace SmartNic.Registers;

/// <summary>A memory around a kernel.</summary>
/// <param name="Name">snake_case name of the kernel's parameter, prefix of its ports.</param>
/// <param name="Depth">Number of entries.</param>
/// <param name="EntryType">C# struct of an entry, or of the state of a read-modify-write.</param>
/// <param name="Width">Bits of an entry.</param>
/// <param name="Fields">The leaves of an entry, from bit 0 up.</param>
/// <param name="ArgumentWidth">Bits that a packet brings; 0 for a lookup table.</param>
/// <param name="ResultWidth">Bits that a packet learns; 0 for a lookup table.</param>
public sealed record KernelMemory(
    string Name, int Depth, string EntryType, int Width, ImmutableArray<EntryField> Fields,
    int ArgumentWidth, int ResultWidth)
{
    /// <summary>Whether packets update the memory.</summary>
    public bool IsUpdated => ResultWidth > 0;
}
