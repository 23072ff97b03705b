using System.Text;

namespace SmartNic.Registers;

/// <summary>Writes the register page.</summary>
public static class MarkdownGenerator
{
    /// <summary>The text of <c>REGISTERS.md</c>.</summary>
    public static string Generate(DeviceSpec device)
    {
        var text = new StringBuilder();
        text.Append("# Registers\n\n");
        text.Append("Generated from `host/SmartNic.Registers/Spec` by SmartNic.Registers.Tool.\n");
        text.Append("Words of 32 bits, little endian. What is not listed reads 0.\n");
        text.Append("`wide` pairs: reading the low half latches the high half.\n\n");
        text.Append($"Specification hash: `0x{device.Hash:x16}`\n");
        foreach (var block in device.Blocks)
        {
            Block(text, block);
        }

        Tables(text, device);
        return text.ToString();
    }

    private static void Block(StringBuilder text, BlockSpec block)
    {
        text.Append($"\n## Block `{block.Name}`\n\n{block.Description}\n\n");
        text.Append(block.IsPerInterface
            ? $"Interface n at `0x{block.Base:x} + n * 0x{block.Size:x}`.\n\n"
            : $"At `0x{block.Base:x}`, 0x{block.Size:x} bytes.\n\n");
        text.Append("| offset | name | access | reset | bits | meaning |\n");
        text.Append("|---|---|---|---|---|---|\n");
        foreach (var register in block.Registers)
        {
            var count = register.Count > 1 ? $"[{register.Count}]" : "";
            var reset = register.Kind is RegisterKind.Constant or RegisterKind.Storage
                or RegisterKind.Staging ? $"0x{register.Reset:x}" : "-";
            text.Append($"| 0x{register.Offset:x3} | {register.Name}{count} ");
            text.Append($"| {register.Access} | {reset} | | {register.Description} |\n");
            foreach (var field in register.Fields.Where(f => f.Width < 32))
            {
                text.Append($"| | {field.Name} | | | {field.Msb}:{field.Lsb} ");
                text.Append($"| {field.Description} |\n");
            }
        }

        foreach (var range in block.Reserved)
        {
            text.Append($"| 0x{range.First:x3} | reserved to 0x{range.Last:x} | | | | reads 0 |\n");
        }
    }

    private static void Tables(StringBuilder text, DeviceSpec device)
    {
        text.Append("\n## Tables\n\n| id | name | entries | entry | bits | words |\n");
        text.Append("|---|---|---|---|---|---|\n");
        foreach (var table in device.Tables)
        {
            text.Append($"| {table.Id} | {table.Name} | {table.Depth} | `{table.EntryType}` ");
            text.Append($"| {table.Width} | {table.Words} |\n");
        }

        foreach (var layout in device.Tables.DistinctBy(t => t.EntryType))
        {
            text.Append($"\n### Entry `{layout.EntryType}`\n\n");
            text.Append("| bits | member | type |\n|---|---|---|\n");
            foreach (var field in layout.Fields)
            {
                text.Append($"| {field.Lsb + field.Width - 1}:{field.Lsb} ");
                text.Append($"| {field.Path} | {field.Type} |\n");
            }
        }
    }
}
