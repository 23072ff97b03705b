namespace SmartNic.Registers;

/// <summary>A run of bits in a register. A reserved run has the name <c>reserved</c>.</summary>
/// <param name="Name">snake_case name.</param>
/// <param name="Msb">Highest bit, 0..31.</param>
/// <param name="Lsb">Lowest bit, 0..<paramref name="Msb"/>.</param>
/// <param name="Description">What the bits mean.</param>
public sealed record FieldSpec(string Name, int Msb, int Lsb, string Description)
{
    /// <summary>The name that says that bits have no meaning: written 0, read 0.</summary>
    public const string ReservedName = "reserved";

    /// <summary>Number of bits.</summary>
    public int Width => Msb - Lsb + 1;

    /// <summary>Whether the bits have no meaning.</summary>
    public bool IsReserved => Name == ReservedName;

    /// <summary>The bits of the field, in place.</summary>
    public uint Mask => (uint)(((1UL << Width) - 1) << Lsb);
}
