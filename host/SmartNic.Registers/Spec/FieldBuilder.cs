using System.Collections.Immutable;

namespace SmartNic.Registers;

/// <summary>Names the bits of a register, from bit 31 down; every bit must be named.</summary>
public sealed class FieldBuilder
{
    private readonly ImmutableArray<FieldSpec>.Builder _fields =
        ImmutableArray.CreateBuilder<FieldSpec>();

    /// <summary>A field of more than one bit.</summary>
    public FieldBuilder Field(string name, int msb, int lsb, string description)
    {
        _fields.Add(new FieldSpec(name, msb, lsb, description));
        return this;
    }

    /// <summary>A field of one bit.</summary>
    public FieldBuilder Bit(string name, int bit, string description) =>
        Field(name, bit, bit, description);

    /// <summary>Bits without meaning, said aloud.</summary>
    public FieldBuilder Reserved(int msb, int lsb) =>
        Field(FieldSpec.ReservedName, msb, lsb, "written 0, reads 0");

    internal ImmutableArray<FieldSpec> Build(string register)
    {
        var next = 31;
        foreach (var field in _fields)
        {
            if (field.Msb != next || field.Lsb > field.Msb || field.Lsb < 0)
            {
                throw new ArgumentException(
                    $"register {register}: field {field.Name} [{field.Msb}:{field.Lsb}] must "
                    + $"start at bit {next}; name every bit, reserved ones too");
            }

            next = field.Lsb - 1;
        }

        return next == -1
            ? _fields.ToImmutable()
            : throw new ArgumentException($"register {register}: bits {next}:0 have no name");
    }
}
