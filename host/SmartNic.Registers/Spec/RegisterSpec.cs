using System.Collections.Immutable;

namespace SmartNic.Registers;

/// <summary>One register, or an array of equal ones at consecutive words.</summary>
/// <param name="Name">UPPER_SNAKE name.</param>
/// <param name="Offset">Byte offset in the block, a multiple of four.</param>
/// <param name="Kind">What stands behind it.</param>
/// <param name="Reset">Value after reset (of a constant: always).</param>
/// <param name="Count">Number of words; 1 unless it is an array.</param>
/// <param name="Description">What it is for.</param>
/// <param name="Fields">All 32 bits, highest first, reserved bits included.</param>
public sealed record RegisterSpec(
    string Name,
    uint Offset,
    RegisterKind Kind,
    uint Reset,
    int Count,
    string Description,
    ImmutableArray<FieldSpec> Fields)
{
    /// <summary>First byte offset after the register.</summary>
    public uint End => Offset + (uint)(4 * Count);

    /// <summary>The bits that mean something.</summary>
    public uint UsedMask =>
        Fields.Where(f => !f.IsReserved).Aggregate(0u, (mask, f) => mask | f.Mask);

    /// <summary>The bits that keep what was written.</summary>
    public uint WritableMask =>
        Kind is RegisterKind.Storage or RegisterKind.Staging ? UsedMask : 0;

    /// <summary>Whether reading gives the same known value at any time.</summary>
    public bool IsFixed => Kind is RegisterKind.Constant or RegisterKind.SpecHash;

    /// <summary>The access in the words of a register page: ro, rw or wo.</summary>
    public string Access => Kind switch
    {
        RegisterKind.Storage or RegisterKind.Staging => "rw",
        RegisterKind.Strobe => "wo",
        _ => "ro",
    };
}
