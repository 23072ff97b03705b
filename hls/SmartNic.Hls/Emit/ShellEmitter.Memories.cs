using SmartNic.Hls.Front;
using TypeLayout = SmartNic.Hls.Front.TypeLayout;

namespace SmartNic.Hls.Emit;

/// <content>The memories around a kernel.</content>
internal sealed partial class ShellEmitter
{
    private void Table(Memory memory, int place, int id)
    {
        int width = TypeLayout.BitWidth(memory.Data);
        _text.Append('\n');
        Line($"logic {VerilogText.Range(memory.AddressWidth)}{memory.Name}_rd_addr;");
        Line($"logic {VerilogText.Range(width)}{memory.Name}_rd_data;");
        Instance("snic_table", [("ID", id), ("WIDTH", width), ("DEPTH", memory.Depth),
            ("LATENCY", memory.Latency), _busWidth], memory.Name,
            [("clk", "clk"), ("rst", "rst"), ("rd_addr_i", $"{memory.Name}_rd_addr"),
            ("rd_data_o", $"{memory.Name}_rd_data"), .. OnBus(place)]);
    }

    /// <summary>All tables of an array: slices of two wide ports.</summary>
    private void Columns(Memory memory, Column column, int place, int id)
    {
        int width = TypeLayout.BitWidth(memory.Data);
        string name = memory.BusName;
        _text.Append('\n');
        Line($"logic {VerilogText.Range(column.Count * memory.AddressWidth)}{name}_rd_addr;");
        Line($"logic {VerilogText.Range(column.Count * width)}{name}_rd_data;");
        Instance("snic_columns", [("ID", id), ("WIDTH", width), ("ROWS", memory.Depth),
            ("COLUMNS", column.Count), ("LATENCY", memory.Latency), _busWidth], name,
            [("clk", "clk"), ("rst", "rst"), ("rd_addr_i", $"{name}_rd_addr"),
            ("rd_data_o", $"{name}_rd_data"), .. OnBus(place)]);
    }

    private void Update(Memory memory, int place, int id)
    {
        string name = memory.Name;
        int state = TypeLayout.BitWidth(memory.State!);
        int argument = TypeLayout.BitWidth(memory.Argument!);
        int result = TypeLayout.BitWidth(memory.Data);
        void Wire(string signal, int width) =>
            Line($"logic {VerilogText.Range(width)}{name}_{signal};");
        _text.Append('\n');
        Wire("valid", 1);
        Wire("addr", memory.AddressWidth);
        Wire("arg", argument);
        Wire("result", result);
        Wire("starving", 1);
        Wire("host_valid", 1);
        Wire("host_write", 1);
        Wire("host_addr", memory.AddressWidth);
        Wire("host_to", state);
        Wire("host_done", 1);
        Wire("host_from", state);
        Wire("step_state", state);
        Wire("step_arg", argument);
        Wire("step_state_next", state);
        Wire("step_result", result);
        Instance("snic_table_port", [("ID", id), ("WIDTH", state), ("DEPTH", memory.Depth),
            _busWidth], $"{name}_port",
            [("clk", "clk"), ("rst", "rst"), .. OnBus(place), ("mem_valid_o", $"{name}_host_valid"),
            ("mem_write_o", $"{name}_host_write"), ("mem_addr_o", $"{name}_host_addr"),
            ("mem_data_o", $"{name}_host_to"), ("mem_done_i", $"{name}_host_done"),
            ("mem_data_i", $"{name}_host_from")]);
        Instance("snic_rmw", [("STATE_W", state), ("ARG_W", argument), ("RESULT_W", result),
            ("DEPTH", memory.Depth), ("RAM_LATENCY", memory.Latency - MemoryShape.ShellClocks)],
            name,
            [("clk", "clk"), ("rst", "rst"), ("valid_i", $"{name}_valid"),
            ("addr_i", $"{name}_addr"), ("arg_i", $"{name}_arg"), ("result_o", $"{name}_result"),
            ("state_o", $"{name}_step_state"), ("arg_o", $"{name}_step_arg"),
            ("state_next_i", $"{name}_step_state_next"), ("result_i", $"{name}_step_result"),
            ("host_valid_i", $"{name}_host_valid"), ("host_write_i", $"{name}_host_write"),
            ("host_addr_i", $"{name}_host_addr"), ("host_data_i", $"{name}_host_to"),
            ("host_done_o", $"{name}_host_done"), ("host_data_o", $"{name}_host_from"),
            ("starving_o", $"{name}_starving")]);
        Instance($"{_design.Name}_{name}_step", [], $"{name}_step",
            [("state", $"{name}_step_state"), ("arg", $"{name}_step_arg"),
            ("state_next", $"{name}_step_state_next"), ("result", $"{name}_step_result")]);
    }

    private static IEnumerable<KeyValuePair<string, string>> Slices(Memory memory)
    {
        KeyValuePair<string, string> Of(string port, int width) => new($"{memory.Name}_{port}",
            $"{memory.BusName}_{port}[{width * memory.Column!.Number} +: {width}]");
        return [Of("rd_addr", memory.AddressWidth),
            Of("rd_data", TypeLayout.BitWidth(memory.Data))];
    }
}
