using System.Buffers.Binary;
using System.Reflection;
using System.Reflection.Emit;

namespace SmartNic.Hls.Il;

/// <summary>One instruction of a method body.</summary>
/// <param name="Offset">Bytes from the start of the body.</param>
/// <param name="Code">The opcode.</param>
/// <param name="Operand">A number, token, or branch target; targets of a switch.</param>
/// <param name="Next">Offset of the instruction behind it.</param>
internal sealed record Instruction(int Offset, OpCode Code, object? Operand, int Next)
{
    /// <summary>Every opcode there is, by its value.</summary>
    public static readonly IReadOnlyDictionary<short, OpCode> All = typeof(OpCodes)
        .GetFields(BindingFlags.Public | BindingFlags.Static)
        .Where(f => f.FieldType == typeof(OpCode)).Select(f => (OpCode)f.GetValue(null)!)
        .ToDictionary(c => c.Value);

    /// <summary>Name as in ECMA-335, without the short form's suffix.</summary>
    public string Name { get; } = Base(Code.Name!);

    /// <summary>Offsets that control may go to.</summary>
    public IReadOnlyList<int> Targets => Code.FlowControl switch
    {
        FlowControl.Branch => [(int)Operand!],
        FlowControl.Cond_Branch when Operand is int[] many => [.. many, Next],
        FlowControl.Cond_Branch => [(int)Operand!, Next],
        FlowControl.Return or FlowControl.Throw => [],
        _ => [Next],
    };

    /// <summary>True where a block ends.</summary>
    public bool Ends => Code.FlowControl is FlowControl.Branch or FlowControl.Cond_Branch
        or FlowControl.Return or FlowControl.Throw;

    /// <summary>The instructions of a body.</summary>
    public static List<Instruction> Decode(byte[] il)
    {
        var list = new List<Instruction>();
        for (int at = 0; at < il.Length;)
        {
            int start = at;
            short value = il[at++];
            if (value == 0xFE) value = (short)(0xFE00 | il[at++]);
            var code = All.TryGetValue(value, out var known) ? known
                : throw new IlException($"opcode {value:x} is not known");
            var rest = il.AsSpan(at);
            (object? operand, int size) = code.OperandType switch
            {
                OperandType.InlineNone => ((object?)null, 0),
                OperandType.ShortInlineI => ((long)(sbyte)rest[0], 1),
                OperandType.InlineI => ((long)BinaryPrimitives.ReadInt32LittleEndian(rest), 4),
                OperandType.InlineI8 => (BinaryPrimitives.ReadInt64LittleEndian(rest), 8),
                OperandType.ShortInlineVar => ((int)rest[0], 1),
                OperandType.InlineVar => ((int)BinaryPrimitives.ReadUInt16LittleEndian(rest), 2),
                OperandType.ShortInlineBrTarget => (at + 1 + (sbyte)rest[0], 1),
                OperandType.InlineBrTarget =>
                    (at + 4 + BinaryPrimitives.ReadInt32LittleEndian(rest), 4),
                OperandType.InlineSwitch => Switch(rest, at),
                OperandType.InlineR or OperandType.ShortInlineR =>
                    (null, code.OperandType == OperandType.InlineR ? 8 : 4),
                _ => (BinaryPrimitives.ReadInt32LittleEndian(rest), 4),
            };
            at += size;
            list.Add(new(start, code, operand, at));
        }
        return list;
    }

    private static (object?, int) Switch(ReadOnlySpan<byte> rest, int at)
    {
        int count = BinaryPrimitives.ReadInt32LittleEndian(rest), end = at + 4 + (4 * count);
        var targets = new int[count];
        for (int i = 0; i < count; i++)
            targets[i] = end + BinaryPrimitives.ReadInt32LittleEndian(rest[(4 + (4 * i))..]);
        return (targets, 4 + (4 * count));
    }

    private static string Base(string name) => name.EndsWith(".s", StringComparison.Ordinal)
        ? name[..^2] : name;
}
