using System.Text;

namespace SmartNic.Registers;

/// <summary>Writes ids, sizes and widths of the memories for the RTL around the kernels.</summary>
public static class TablePackageGenerator
{
    /// <summary>The text of <c>snic_tables_pkg.sv</c>.</summary>
    public static string Generate(DeviceSpec device)
    {
        var text = new StringBuilder();
        text.Append("// snic_tables_pkg: sizes of the memories of an interface.\n");
        text.Append("// Generated from GatewayTables and the compiler's output by ");
        text.Append("SmartNic.Registers.Tool.\n// Do not edit.\n");
        text.Append("`default_nettype none\n\npackage snic_tables_pkg;\n\n");
        text.Append("  // Clocks from header to verdict.\n");
        text.Append($"  localparam int RX_LATENCY = {KernelOutput.Rx.Latency};\n");
        text.Append($"  localparam int TX_LATENCY = {KernelOutput.Tx.Latency};\n\n");
        text.Append($"  localparam int TABLES = {device.Tables.Length};\n");
        foreach (var table in device.Tables)
        {
            var name = table.Name.ToUpperInvariant();
            text.Append($"\n  localparam int {name}_ID = {table.Id};\n");
            text.Append($"  localparam int {name}_DEPTH = {table.Depth};\n");
            text.Append($"  localparam int {name}_WIDTH = {table.Width};\n");
        }

        text.Append("\n  // What a packet brings to a read-modify-write, and what it learns.\n");
        Arguments(text, "RX", KernelOutput.Rx);
        Arguments(text, "TX", KernelOutput.Tx);
        text.Append("\nendpackage\n\n`default_nettype wire\n");
        return text.ToString();
    }

    private static void Arguments(StringBuilder text, string direction, KernelOutput kernel)
    {
        foreach (var memory in kernel.Memories.Where(m => m.IsUpdated))
        {
            var name = $"{direction}_{memory.Name.ToUpperInvariant()}";
            text.Append($"  localparam int {name}_ARG_WIDTH = {memory.ArgumentWidth};\n");
            text.Append($"  localparam int {name}_RESULT_WIDTH = {memory.ResultWidth};\n");
        }
    }
}
