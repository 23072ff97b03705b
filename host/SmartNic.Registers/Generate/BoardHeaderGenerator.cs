using System.Text;
using SmartNic.Kernels;

namespace SmartNic.Registers;

/// <summary>Writes what a bench in C++ has to know of a board: registers, counter slots.</summary>
public static class BoardHeaderGenerator
{
    /// <summary>The text of <c>board.hpp</c>.</summary>
    public static string Generate(DeviceSpec device)
    {
        var text = new StringBuilder("""
            // Generated from GatewaySpec and Slots.cs by SmartNic.Registers.Tool. Do not edit.
            #pragma once
            #include <cstdint>


            """);
        foreach (var block in device.Blocks)
        {
            Registers(text, block);
        }

        text.Append($"constexpr int TenantSlots = {CounterSlots.OfTenant};\n");
        text.Append($"constexpr int AllSlots = {CounterSlots.All};\n");
        Slots<RxSlot>(text, "rx");
        Slots<TxSlot>(text, "tx");
        return text.ToString();
    }

    private static void Registers(StringBuilder text, BlockSpec block)
    {
        text.Append($"// {block.Description}\n// Byte offsets in the block.\n");
        text.Append($"namespace {block.Name}_registers {{\n");
        text.Append($"constexpr uint32_t Base = 0x{block.Base:X}, Size = 0x{block.Size:X};\n");
        foreach (var register in block.Registers)
        {
            text.Append($"constexpr uint32_t {Names.Pascal(register.Name)} = ");
            text.Append($"0x{register.Offset:X};\n");
        }

        text.Append($"}}  // namespace {block.Name}_registers\n\n");
    }

    private static void Slots<T>(StringBuilder text, string direction)
        where T : struct, Enum
    {
        text.Append($"\nnamespace {direction}_slot {{\nenum : int {{\n");
        foreach (var slot in Enum.GetValues<T>())
        {
            text.Append($"    {slot} = {slot:D},\n");
        }

        text.Append($"}};\n}}  // namespace {direction}_slot\n");
    }
}
