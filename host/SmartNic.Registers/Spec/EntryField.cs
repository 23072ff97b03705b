namespace SmartNic.Registers;

/// <summary>One leaf of an entry.</summary>
/// <param name="Path">C# path of the member, for example <c>E2.Ip</c>.</param>
/// <param name="Type">C# type of the leaf.</param>
/// <param name="Lsb">Lowest bit in the entry.</param>
/// <param name="Width">Bits, 1..64.</param>
public sealed record EntryField(string Path, string Type, int Lsb, int Width);
