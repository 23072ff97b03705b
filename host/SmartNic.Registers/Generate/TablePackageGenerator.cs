using System.Reflection;
using System.Text;
using SmartNic.Hls.Language;
using SmartNic.Kernels;

namespace SmartNic.Registers;

/// <summary>Writes ids, sizes and widths of the memories for the RTL around the kernels.</summary>
public static class TablePackageGenerator
{
    /// <summary>The text of <c>snic_tables_pkg.sv</c>.</summary>
    public static string Generate(DeviceSpec device)
    {
        var text = new StringBuilder();
        text.Append("// snic_tables_pkg: ids and sizes of the memories of an interface.\n");
        text.Append("// Generated from GatewayTables by SmartNic.Registers.Tool. Do not edit.\n");
        text.Append("`default_nettype none\n\npackage snic_tables_pkg;\n\n");
        text.Append($"  localparam int TABLES = {device.Tables.Length};\n");
        foreach (var table in device.Tables)
        {
            var name = table.Name.ToUpperInvariant();
            text.Append($"\n  localparam int {name}_ID = {table.Id};\n");
            text.Append($"  localparam int {name}_DEPTH = {table.Depth};\n");
            text.Append($"  localparam int {name}_WIDTH = {table.Width};\n");
        }

        text.Append("\n  // What a packet brings to a read-modify-write, and what it learns.\n");
        Arguments(text, "RX", typeof(RxKernel));
        Arguments(text, "TX", typeof(TxKernel));
        text.Append("\nendpackage\n\n`default_nettype wire\n");
        return text.ToString();
    }

    private static void Arguments(StringBuilder text, string direction, Type kernel)
    {
        foreach (var port in kernel.GetMethod("Run")!.GetParameters())
        {
            if (port.ParameterType is { IsGenericType: true } type
                && type.GetGenericTypeDefinition() == typeof(Rmw<,,,>))
            {
                var generics = type.GetGenericArguments();
                var name = $"{direction}_{Names.UpperSnake(port.Name!)}";
                text.Append($"  localparam int {name}_ARG_WIDTH = {Width(generics[2])};\n");
                text.Append($"  localparam int {name}_RESULT_WIDTH = {Width(generics[3])};\n");
            }
        }
    }

    private static int Width(Type type) =>
        EntryLayout.Bits(type) ?? EntryLayout.Width(EntryLayout.Of(type));
}
