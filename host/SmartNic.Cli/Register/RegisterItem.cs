using SmartNic.Registers;

namespace SmartNic.Cli.Register;

/// <summary>A register and what it holds, as <c>--json</c> prints it.</summary>
/// <param name="Name">Its name in the spec; missing where an offset has no register.</param>
/// <param name="Offset">Byte offset in the window.</param>
/// <param name="Access"><c>ro</c>, <c>rw</c> or <c>wo</c>; missing without a name.</param>
/// <param name="Value">What was read.</param>
/// <param name="Fields">Values of named bits; missing where the register is one number.</param>
internal sealed record RegisterItem(
    string? Name, uint Offset, string? Access, uint Value,
    IReadOnlyDictionary<string, uint>? Fields)
{
    /// <summary>Reads a register.</summary>
    public static RegisterItem Read(IBar bar, uint offset)
    {
        var name = RegisterName.At(offset);
        var value = bar.Read32(offset);
        return new RegisterItem(
            name?.Text, offset, name?.Spec.Access, value, name?.Fields(value));
    }

    /// <summary>The fields in a line: <c>major=0 minor=1</c>.</summary>
    public string FieldText() => Fields is null ? string.Empty
        : string.Join(' ', Fields.Select(field => $"{field.Key}={field.Value}"));

    /// <summary>The register in a line.</summary>
    public override string ToString() =>
        $"{Name ?? "(no register)"} (0x{Offset:X}) = 0x{Value:X8}"
        + (Fields is null ? $" ({Value})" : $" ({FieldText()})");
}
