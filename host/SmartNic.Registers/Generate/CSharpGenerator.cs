using System.Text;

namespace SmartNic.Registers;

/// <summary>Writes offset constants and field helpers of every block.</summary>
public static class CSharpGenerator
{
    /// <summary>The text of <c>Registers.g.cs</c>.</summary>
    public static string Generate(DeviceSpec device)
    {
        var text = new StringBuilder("""
            // Generated from GatewaySpec by SmartNic.Registers.Tool. Do not edit.
            namespace SmartNic.Registers;

            /// <summary>The specification that this library was built from.</summary>
            public static class RegisterSpecHash
            {
                /// <summary>What SPEC_HASH_HI:SPEC_HASH_LO of a matching board reads.</summary>

            """);
        text.Append($"    public const ulong Value = 0x{device.Hash:X16};\n}}\n");
        foreach (var block in device.Blocks)
        {
            Block(text, block);
        }

        return text.ToString();
    }

    private static void Block(StringBuilder text, BlockSpec block)
    {
        text.Append($"\n/// <summary>{block.Description}</summary>\n");
        text.Append($"public static class {Names.Pascal(block.Name)}Registers\n{{\n");
        text.Append("    /// <summary>Byte offset of the (first) block in the BAR.</summary>\n");
        text.Append($"    public const uint Base = 0x{block.Base:X};\n\n");
        text.Append("    /// <summary>Bytes of a block.</summary>\n");
        text.Append($"    public const uint Size = 0x{block.Size:X};\n");
        foreach (var register in block.Registers)
        {
            Register(text, register);
        }

        text.Append("}\n");
    }

    private static void Register(StringBuilder text, RegisterSpec register)
    {
        var name = Names.Pascal(register.Name);
        Summary(text, $"{register.Access}: {register.Description}.");
        text.Append($"    public const uint {name} = 0x{register.Offset:X};\n");
        if (register.Count > 1)
        {
            Summary(text, $"Words of {register.Name}.");
            text.Append($"    public const int {name}Count = {register.Count};\n");
        }

        if (register.Kind == RegisterKind.Constant)
        {
            Summary(text, $"What {register.Name} reads.");
            text.Append($"    public const uint {name}Value = 0x{register.Reset:X};\n");
        }

        var fields = register.Fields.Where(f => !f.IsReserved).ToArray();
        if (fields is [{ Width: 32 }])
        {
            return;
        }

        if (register.Kind is RegisterKind.Strobe or RegisterKind.Storage)
        {
            Pack(text, register, name, fields);
            return;
        }

        foreach (var field in fields)
        {
            Summary(text, $"Bits {field.Msb}:{field.Lsb} of {register.Name}: {field.Description}.");
            text.Append($"    public static uint {name}{Names.Pascal(field.Name)}(uint word) =>\n");
            text.Append($"        (word >> {field.Lsb}) & 0x{Ones(field):X};\n");
        }
    }

    private static void Pack(
        StringBuilder text, RegisterSpec register, string name, FieldSpec[] fields)
    {
        Summary(text, $"A word for {register.Name}; excess bits of an argument are cut off.");
        foreach (var field in fields)
        {
            text.Append($"    /// <param name=\"{Names.Snake(field.Name)}\">");
            text.Append($"{field.Description}</param>\n");
        }

        var parameters = fields.Select(f => $"uint {Names.Snake(f.Name)}");
        text.Append($"    public static uint {name}Word({string.Join(", ", parameters)}) =>\n");
        var terms = fields.Select(
            f => $"(({Names.Snake(f.Name)} & 0x{Ones(f):X}) << {f.Lsb})");
        text.Append($"        {string.Join(" | ", terms)};\n");
    }

    private static ulong Ones(FieldSpec field) => (1UL << field.Width) - 1;

    private static void Summary(StringBuilder text, string sentence) =>
        text.Append($"\n    /// <summary>\n    /// {sentence}\n    /// </summary>\n");
}
