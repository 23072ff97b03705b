using System.Text;
using static SmartNic.Registers.RegisterKind;

namespace SmartNic.Registers;

/// <summary>Writes decode, storage and read multiplexer of a block as SystemVerilog.</summary>
public static class VerilogGenerator
{
    /// <summary>The text of <c>snic_regs_BLOCK.sv</c>.</summary>
    public static string Generate(DeviceSpec device, BlockSpec block)
    {
        var text = new StringBuilder();
        text.Append($"// snic_regs_{block.Name}: {block.Description}\n");
        text.Append("// Generated from GatewaySpec by SmartNic.Registers.Tool. Do not edit.\n");
        text.Append("//\n");
        text.Append("// Contract: a write is one clock of wr_valid_i; a register or its _we_o\n");
        text.Append("// pulse shows it in the next clock, with the word on wr_data_o. A read is\n");
        text.Append("// one clock of rd_valid_i; rd_data_o has the word in the next clock, and\n");
        text.Append("// is zero whenever the clock before had no read, so blocks can be ORed.\n");
        text.Append("// Addresses are byte offsets in the block. Does not stall.\n");
        text.Append("`default_nettype none\n\n");
        text.Append($"module snic_regs_{block.Name} (\n");
        text.Append("    input wire clk,\n    input wire rst,\n\n");
        text.Append("    input wire wr_valid_i,\n    input wire [15:0] wr_addr_i,\n");
        text.Append("    input wire [31:0] wr_data_i,\n    input wire rd_valid_i,\n");
        text.Append("    input wire [15:0] rd_addr_i,\n    output logic [31:0] rd_data_o");
        Ports(text, block);
        text.Append("\n);\n");
        Declarations(text, block);
        Writes(text, block);
        Reads(text, device, block);
        text.Append("\nendmodule\n\n`default_nettype wire\n");
        return text.ToString();
    }

    private static void Ports(StringBuilder text, BlockSpec block)
    {
        if (block.Registers.Any(r => r.Kind == Strobe))
        {
            text.Append(",\n    output logic [31:0] wr_data_o");
        }

        foreach (var register in block.Registers)
        {
            var name = Names.Snake(register.Name);
            text.Append(register.Kind switch
            {
                Parameter or Status => $",\n    input wire {Range(register)}{name}_i",
                Storage => $",\n    output logic {Range(register)}{name}_o",
                Strobe => $",\n    output logic {name}_we_o",
                WideLow => $",\n    input wire [63:0] {name[..^3]}_i",
                Staging => $",\n    output logic [{(32 * register.Count) - 1}:0] {name}_o,\n"
                    + $"    input wire {name}_load_i,\n"
                    + $"    input wire [{(32 * register.Count) - 1}:0] {name}_i",
                _ => "",
            });
        }
    }

    private static void Declarations(StringBuilder text, BlockSpec block)
    {
        text.Append("\n    logic [31:0] rd_data_d;\n");
        foreach (var register in block.Registers.Where(r => r.Kind == WideHigh))
        {
            text.Append($"    logic [31:0] {Names.Snake(register.Name)}_q;\n");
        }

        text.Append("\n    // Bits 1:0 of a byte offset are zero: words only.\n");
        text.Append("    logic unused_byte_lanes;\n");
        text.Append("    assign unused_byte_lanes = ^{wr_addr_i[1:0], rd_addr_i[1:0]");
        text.Append(block.Registers.Any(r => r.Kind is Strobe or Storage or Staging)
            ? "};\n" : ", wr_data_i};\n");
    }

    private static void Writes(StringBuilder text, BlockSpec block)
    {
        text.Append("\n    always_ff @(posedge clk) begin\n");
        if (block.Registers.Any(r => r.Kind == Strobe))
        {
            text.Append("        wr_data_o <= wr_data_i;\n");
        }

        foreach (var register in block.Registers)
        {
            Write(text, register, Names.Snake(register.Name));
        }

        text.Append("        if (rst) begin\n");
        foreach (var register in block.Registers)
        {
            var name = Names.Snake(register.Name);
            text.Append(register.Kind switch
            {
                Storage => $"            {name}_o <= {Width(register)}'h{register.Reset:x};\n",
                Strobe => $"            {name}_we_o <= 1'b0;\n",
                Staging => $"            {name}_o <= '0;\n",
                WideHigh => $"            {name}_q <= '0;\n",
                _ => "",
            });
        }

        text.Append("        end\n    end\n");
    }

    private static void Write(StringBuilder text, RegisterSpec register, string name)
    {
        var hit = $"wr_valid_i && wr_addr_i[15:2] == {Word(register, 0)}";
        switch (register.Kind)
        {
            case Storage:
                text.Append($"        if ({hit})\n");
                text.Append($"            {name}_o <= wr_data_i{Slice(register)};\n");
                break;
            case Strobe:
                text.Append($"        {name}_we_o <= {hit};\n");
                break;
            case WideLow:
                text.Append($"        if (rd_valid_i && rd_addr_i[15:2] == {Word(register, 0)})\n");
                text.Append($"            {name[..^3]}_hi_q <= {name[..^3]}_i[63:32];\n");
                break;
            case Staging:
                for (var i = 0; i < register.Count; i++)
                {
                    var item = $"wr_valid_i && wr_addr_i[15:2] == {Word(register, i)}";
                    text.Append($"        if ({item})\n");
                    text.Append($"            {name}_o[{32 * i} +: 32] <= wr_data_i;\n");
                }

                text.Append($"        if ({name}_load_i)\n            {name}_o <= {name}_i;\n");
                break;
        }
    }

    private static void Reads(StringBuilder text, DeviceSpec device, BlockSpec block)
    {
        text.Append("\n    always_comb begin\n        rd_data_d = '0;\n");
        text.Append("        unique case (rd_addr_i[15:2])\n");
        foreach (var register in block.Registers.Where(r => r.Kind != Strobe))
        {
            for (var i = 0; i < register.Count; i++)
            {
                text.Append($"            {Word(register, i)}: ");
                text.Append($"rd_data_d = {Value(device, register, i)};\n");
            }
        }

        text.Append("            default: rd_data_d = '0;\n        endcase\n    end\n\n");
        text.Append("    always_ff @(posedge clk) rd_data_o <= rd_valid_i ? rd_data_d : '0;\n");
    }

    private static string Value(DeviceSpec device, RegisterSpec register, int index)
    {
        var name = Names.Snake(register.Name);
        return register.Kind switch
        {
            Constant => $"32'h{register.Reset:x8}",
            SpecHash => $"32'h{SpecHashWord(device, register):x8}",
            Parameter or Status => Extend(register, $"{name}_i"),
            Storage => Extend(register, $"{name}_o"),
            WideLow => $"{name[..^3]}_i[31:0]",
            WideHigh => $"{name}_q",
            Staging => $"{name}_o[{32 * index} +: 32]",
            _ => throw new ArgumentException($"{register.Name} is not readable"),
        };
    }

    /// <summary>The half of the hash that a hash register reads.</summary>
    public static uint SpecHashWord(DeviceSpec device, RegisterSpec register) =>
        register.Name.EndsWith("_LO", StringComparison.Ordinal)
            ? (uint)device.Hash
            : (uint)(device.Hash >> 32);

    // The used bits of a register with hardware behind it are contiguous from bit 0.
    private static int Width(RegisterSpec register) =>
        register.UsedMask == uint.MaxValue
            ? 32
            : System.Numerics.BitOperations.PopCount(register.UsedMask);

    private static string Range(RegisterSpec register) =>
        Width(register) == 1 ? "" : $"[{Width(register) - 1}:0] ";

    private static string Slice(RegisterSpec register) =>
        Width(register) == 32 ? "" : $"[{Width(register) - 1}:0]".Replace("[0:0]", "[0]");

    private static string Extend(RegisterSpec register, string signal) =>
        Width(register) == 32 ? signal : $"{{{32 - Width(register)}'b0, {signal}}}";

    private static string Word(RegisterSpec register, int index) =>
        $"14'h{(register.Offset / 4) + index:x}";
}
