using System.Numerics;
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
        text.Append("// Generated from the compiler's output by ");
        text.Append("SmartNic.Registers.Tool.\n// Do not edit.\n");
        text.Append("`default_nettype none\n\npackage snic_tables_pkg;\n\n");
        text.Append("  // Clocks from header to verdict.\n");
        text.Append($"  localparam int RX_LATENCY = {KernelOutput.Rx.Latency};\n");
        text.Append($"  localparam int TX_LATENCY = {KernelOutput.Tx.Latency};\n\n");
        text.Append("  // The table bus: bits of its data, ids that answer.\n");
        text.Append($"  localparam int BUS_W = {32 * device.EntryWords};\n");
        text.Append($"  localparam logic [255:0] TABLES = 256'h{Present(device):x};\n");
        foreach (var table in device.Tables)
        {
            var name = table.Name.ToUpperInvariant();
            text.Append($"\n  localparam int {name}_ID = {table.Id};\n");
            text.Append($"  localparam int {name}_DEPTH = {table.Depth};\n");
            text.Append($"  localparam int {name}_WIDTH = {table.Width};\n");
        }

        text.Append("\nendpackage\n\n`default_nettype wire\n");
        return text.ToString();
    }

    private static BigInteger Present(DeviceSpec device) => device.Tables.Aggregate(
        BigInteger.Zero, (mask, table) => mask | (BigInteger.One << table.Id));
}
