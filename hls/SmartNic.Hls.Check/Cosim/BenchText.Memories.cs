using System.Text;
using SmartNic.Hls.Front;
using TypeLayout = SmartNic.Hls.Front.TypeLayout;

namespace SmartNic.Hls.Check.Cosim;

internal sealed partial class BenchText
{
    /// <summary>A table; its latency is counted from the presented address or key.</summary>
    private void Table(StringBuilder text, Memory m)
    {
        int width = _design.Calls.First(c => c.Call.Site!.Key == m.Name).Call.Width;
        string source = $"{m.Name}_mem[{m.Name}_rd_addr]";
        if (m.KeyBits is { } bits)
        {
            source = $"{width}'d0";
            foreach (var (value, mask, entry) in memories.RowsOf(m.Name).Reverse())
                source = $"((({m.Name}_rd_addr ^ {bits}'h{value:x}) & {bits}'h{mask:x}) == 0) "
                    + $"? {width}'h{(entry << 1) | 1:x} : ({source})";
        }
        else
        {
            text.Append($"reg [{width - 1}:0] {m.Name}_mem [0:{m.Depth - 1}];\n"
                + $"initial $readmemh(\"{HexFile(m)}\", {m.Name}_mem);\n");
        }
        for (int d = 0; d < m.Latency; d++)
            text.Append($"reg [{width - 1}:0] {m.Name}_d{d};\nalways @(posedge clk) "
                + $"{m.Name}_d{d} <= {(d == 0 ? source : $"{m.Name}_d{d - 1}")};\n");
        text.Append($"assign {m.Name}_rd_data = {m.Name}_d{m.Latency - 1};\n");
    }

    /// <summary>The gateway's own shell around the emitted step; its host reads what the
    /// packets have left.</summary>
    private void Shell(StringBuilder text, Memory m, int number)
    {
        int state = TypeLayout.BitWidth(m.State!), arg = TypeLayout.BitWidth(m.Argument!);
        int result = TypeLayout.BitWidth(m.Data);
        bool memory = m.Shape.Indexed;
        string sizes = $".STATE_W({state}), .ARG_W({arg}), .RESULT_W({result})";
        if (memory)
            sizes += $", .DEPTH({m.Depth}), .RAM_LATENCY({m.Latency - MemoryShape.ShellClocks})";
        text.Append($"wire {m.Name}_done; wire [{state - 1}:0] {m.Name}_data;\n"
            + $"wire [{state - 1}:0] {m.Name}_from, {m.Name}_to;\n"
            + $"wire [{arg - 1}:0] {m.Name}_with;\nwire [{result - 1}:0] {m.Name}_now;\n"
            + $"{(memory ? "snic_rmw" : "snic_register")} #({sizes}) {m.Name}_shell ("
            + $".clk(clk), .rst(rst), .valid_i({m.Name}_valid), "
            + (memory ? $".addr_i({m.Name}_addr), .host_addr_i(host_addr[{m.AddressWidth - 1}:0]), "
                : "")
            + $".arg_i({m.Name}_arg), .result_o({m.Name}_result), .state_o({m.Name}_from), "
            + $".arg_o({m.Name}_with), .state_next_i({m.Name}_to), .result_i({m.Name}_now), "
            + $".host_valid_i(host_valid && host_memory == {number}), .host_write_i(1'b0), "
            + $".host_data_i(0), .host_done_o({m.Name}_done), .host_data_o({m.Name}_data), "
            + ".starving_o());\n"
            + $"{kernel.Name}_{m.Name}_step {m.Name}_s (.state({m.Name}_from), "
            + $".arg({m.Name}_with), .state_next({m.Name}_to), .result({m.Name}_now));\n");
    }
}
