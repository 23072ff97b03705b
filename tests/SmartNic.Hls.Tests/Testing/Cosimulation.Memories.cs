using System.Text;
using SmartNic.Hls.Ir;

namespace SmartNic.Hls.Tests.Testing;

internal sealed partial class Cosimulation
{
    private void Memory(StringBuilder text, Front.Memory m)
    {
        if (m.Kind == CallKind.Update) Shell(text, m);
        else Table(text, m);
    }

    /// <summary>A table; its latency is counted from the presented address or key.</summary>
    private void Table(StringBuilder text, Front.Memory m)
    {
        var call = _kernel.Pipeline.Design.Calls.First(c => c.Call.Site!.Key == m.Name).Call;
        string source = $"{m.Name}_mem[{m.Name}_rd_addr]";
        if (m.KeyBits is { } bits)
        {
            source = $"{call.Width}'d0";
            foreach (var (value, mask, entry) in Enumerable.Reverse(_bench.Rows))
                source = $"((({m.Name}_rd_addr ^ {bits}'h{value:x}) & {bits}'h{mask:x}) == 0) "
                    + $"? {call.Width}'h{(entry << 1) | 1:x} : ({source})";
        }
        else
        {
            text.Append($"reg [{call.Width - 1}:0] {m.Name}_mem [0:{m.Depth - 1}];\n"
                + $"initial $readmemh(\"{At(m.Name + ".hex")}\", {m.Name}_mem);\n");
        }
        for (int d = 0; d < m.Latency; d++)
            text.Append($"reg [{call.Width - 1}:0] {m.Name}_d{d};\nalways @(posedge clk) "
                + $"{m.Name}_d{d} <= {(d == 0 ? source : $"{m.Name}_d{d - 1}")};\n");
        text.Append($"assign {m.Name}_rd_data = {m.Name}_d{m.Latency - 1};\n");
    }

    /// <summary>The shell of hw/meter around the emitted step; no host.</summary>
    private void Shell(StringBuilder text, Front.Memory m)
    {
        int state = Front.TypeLayout.BitWidth(m.State!);
        int arg = Front.TypeLayout.BitWidth(m.Argument!);
        int result = Front.TypeLayout.BitWidth(m.Data);
        bool memory = m.Shape.Indexed;
        string sizes = $".STATE_W({state}), .ARG_W({arg}), .RESULT_W({result})";
        if (memory)
            sizes += $", .DEPTH({m.Depth}), "
                + $".RAM_LATENCY({m.Latency - Front.MemoryShape.ShellClocks})";
        text.Append($"wire [{state - 1}:0] {m.Name}_from, {m.Name}_to;\n"
            + $"wire [{arg - 1}:0] {m.Name}_with;\nwire [{result - 1}:0] {m.Name}_now;\n"
            + $"{(memory ? "snic_rmw" : "snic_register")} #({sizes}) {m.Name}_shell ("
            + $".clk(clk), .rst(rst), .valid_i({m.Name}_valid), "
            + (memory ? $".addr_i({m.Name}_addr), .host_addr_i(0), " : "")
            + $".arg_i({m.Name}_arg), .result_o({m.Name}_result), .state_o({m.Name}_from), "
            + $".arg_o({m.Name}_with), .state_next_i({m.Name}_to), .result_i({m.Name}_now), "
            + ".host_valid_i(1'b0), .host_write_i(1'b0), .host_data_i(0), .host_done_o(), "
            + ".host_data_o(), .starving_o());\n"
            + $"{_kernel.Name}_{m.Name}_step {m.Name}_s (.state({m.Name}_from), "
            + $".arg({m.Name}_with), .state_next({m.Name}_to), .result({m.Name}_now));\n");
    }
}
