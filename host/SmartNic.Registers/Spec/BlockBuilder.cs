using System.Collections.Immutable;
using System.Numerics;

namespace SmartNic.Registers;

/// <summary>
/// Declares a block. <see cref="Build"/> refuses overlaps, bad alignment and bytes that are
/// neither a register nor said to be reserved.
/// </summary>
/// <param name="name">snake_case name.</param>
/// <param name="start">Byte offset of the (first) block in the BAR.</param>
/// <param name="size">Bytes of one block, a power of two.</param>
/// <param name="isPerInterface">Whether there is one block per interface.</param>
/// <param name="description">What the block is for.</param>
public sealed class BlockBuilder(
    string name, uint start, uint size, bool isPerInterface, string description)
{
    private readonly List<RegisterSpec> _registers = [];
    private readonly List<ReservedSpec> _reserved = [];

    /// <summary>A read-only register with a fixed value.</summary>
    public BlockBuilder Constant(string register, uint offset, uint value, string text) =>
        Add(register, offset, RegisterKind.Constant, text, null, value);

    /// <summary>A register of 32 bits that all belong to one number.</summary>
    public BlockBuilder Word(
        string register, uint offset, RegisterKind kind, string text, uint reset = 0) =>
        Add(register, offset, kind, text, null, reset);

    /// <summary>A register with named bits.</summary>
    public BlockBuilder Fields(
        string register, uint offset, RegisterKind kind, string text,
        Action<FieldBuilder> fields, uint reset = 0) =>
        Add(register, offset, kind, text, fields, reset);

    /// <summary>Staging words that software writes and hardware can fill.</summary>
    public BlockBuilder Staging(string register, uint offset, int count, string text) =>
        Add(register, offset, RegisterKind.Staging, text, null, 0, count);

    /// <summary>
    /// A 64-bit value as NAME_LO and NAME_HI; reading NAME_LO latches what NAME_HI then reads.
    /// </summary>
    public BlockBuilder Wide(string register, uint offset, string text) =>
        Add(register + "_LO", offset, RegisterKind.WideLow, text + ", bits 31:0", null, 0)
            .Add(register + "_HI", offset + 4, RegisterKind.WideHigh,
                text + ", bits 63:32, latched by reading LO", null, 0);

    /// <summary>A range without registers, said aloud.</summary>
    public BlockBuilder Reserved(uint first, uint last)
    {
        _reserved.Add(new ReservedSpec(first, last));
        return this;
    }

    /// <summary>The checked block.</summary>
    /// <exception cref="ArgumentException">The declaration breaks a rule.</exception>
    public BlockSpec Build()
    {
        if (!BitOperations.IsPow2(size) || start % size != 0)
        {
            throw new ArgumentException($"block {name}: size a power of two, start aligned to it");
        }

        var ranges = _registers.Select(r => (r.Name, First: r.Offset, r.End))
            .Concat(_reserved.Select(r => (Name: "reserved", r.First, End: r.Last + 1)))
            .OrderBy(r => r.First);
        uint next = 0;
        foreach (var (range, first, end) in ranges)
        {
            if (first != next || end <= first || end % 4 != 0)
            {
                throw new ArgumentException(
                    $"block {name}: {range} at 0x{first:x}..0x{end - 1:x}, expected a register "
                    + $"or a reserved range at 0x{next:x}");
            }

            next = end;
        }

        if (next != size || _registers.Select(r => r.Name).Distinct().Count() != _registers.Count)
        {
            throw new ArgumentException($"block {name}: ends at 0x{next:x}, or a name is twice");
        }

        return new BlockSpec(name, start, size, isPerInterface, description,
            [.. _registers.OrderBy(r => r.Offset)], [.. _reserved]);
    }

    private BlockBuilder Add(
        string register, uint offset, RegisterKind kind, string text,
        Action<FieldBuilder>? fields, uint reset, int count = 1)
    {
        var builder = new FieldBuilder();
        (fields ?? (f => f.Field("value", 31, 0, "the value")))(builder);
        var built = builder.Build(register);
        var spec = new RegisterSpec(register, offset, kind, reset, count, text, built);
        _registers.Add((reset & ~spec.UsedMask) == 0
            ? spec
            : throw new ArgumentException($"register {register}: reset sets a reserved bit"));
        return this;
    }
}
