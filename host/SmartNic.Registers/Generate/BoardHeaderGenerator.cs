using System.Text;
using SmartNic.Kernels;

namespace SmartNic.Registers;

/// <summary>Writes what a bench in C++ has to know of a board: registers, reasons.</summary>
public static class BoardHeaderGenerator
{
    /// <summary>The text of <c>board.hpp</c>.</summary>
    public static string Generate(DeviceSpec device)
    {
        var text = new StringBuilder("""
            // Generated from GatewaySpec and the kernels by SmartNic.Registers.Tool. Do not edit.
            #pragma once
            #include <cstdint>


            """);
        foreach (var block in device.Blocks)
        {
            Registers(text, block);
        }

        text.Append($"constexpr int Outcomes = {CounterIndex.Outcomes};\n");
        text.Append($"constexpr int Reasons = {CounterIndex.Reasons};\n");
        text.Append($"constexpr uint32_t OfAll = 0x{CounterIndex.Of(Reason.None):X};\n");
        text.Append("\nnamespace outcome {\nenum : int {\n");
        foreach (var outcome in ReasonConstants.Outcomes())
        {
            text.Append($"    {outcome.Number} = {CounterIndex.PlaceOf(outcome.Number)},\n");
        }

        text.Append("};\n}  // namespace outcome\n\nnamespace reason {\nenum : int {\n");
        foreach (var (constant, info) in ReasonConstants.All())
        {
            text.Append($"    {constant} = {(byte)info.Number},\n");
        }

        text.Append("};\n}  // namespace reason\n");
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
}
