using System.Numerics;
using System.Text;
using SmartNic.Hls.Front;
using SmartNic.Hls.Ir;
using TypeLayout = SmartNic.Hls.Front.TypeLayout;

namespace SmartNic.Hls.Check.Cosim;

internal sealed partial class BenchText
{
    private int DataWidth(Memory m) => m.Kind == CallKind.Update ? TypeLayout.BitWidth(m.State!)
        : _design.Calls.First(c => c.Call.Site!.Key == m.Name).Call.Width;

    /// <summary>A table that its host writes; its latency is counted from the presented address
    /// or key.</summary>
    private void Table(StringBuilder text, Memory m, int number)
    {
        int width = DataWidth(m);
        string source = $"{m.Name}_mem[{m.Name}_rd_addr]";
        string write = $"host_valid && host_write && host_memory == {number}";
        text.Append($"wire {m.Name}_done = {write};\n"
            + $"reg [{width - 1}:0] {m.Name}_mem [0:{m.Depth - 1}];\n");
        if (m.KeyBits is { } bits)
        {
            source = $"{m.Name}_hit";
            text.Append($"reg [{bits - 1}:0] {m.Name}_value [0:{m.Depth - 1}];\n"
                + $"reg [{bits - 1}:0] {m.Name}_mask [0:{m.Depth - 1}];\n"
                + $"reg [{width - 1}:0] {m.Name}_hit;\ninteger {m.Name}_i;\n"
                + $"always @* begin\n{m.Name}_hit = 0;\n"
                + $"for ({m.Name}_i = {m.Depth - 1}; {m.Name}_i >= 0; "
                + $"{m.Name}_i = {m.Name}_i - 1)\nif ((({m.Name}_rd_addr ^ "
                + $"{m.Name}_value[{m.Name}_i]) & {m.Name}_mask[{m.Name}_i]) == 0) "
                + $"{m.Name}_hit = {m.Name}_mem[{m.Name}_i];\nend\n");
        }
        string at = m.Depth == 1 ? "0" : $"host_addr[{BitOperations.Log2((uint)m.Depth) - 1}:0]";
        int low = m.KeyBits == null ? 0 : 256;
        text.Append($"always @(posedge clk) if ({write}) begin\n"
            + $"{m.Name}_mem[{at}] <= host_in[{low + width - 1}:{low}];\n"
            + (m.KeyBits is { } key ? $"{m.Name}_value[{at}] <= host_in[{key - 1}:0];\n"
                + $"{m.Name}_mask[{at}] <= host_in[{128 + key - 1}:128];\n" : "") + "end\n");
        for (int d = 0; d < m.Latency; d++)
            text.Append($"reg [{width - 1}:0] {m.Name}_d{d};\nalways @(posedge clk) "
                + $"{m.Name}_d{d} <= {(d == 0 ? source : $"{m.Name}_d{d - 1}")};\n");
        text.Append($"assign {m.Name}_rd_data = {m.Name}_d{m.Latency - 1};\n");
    }

    /// <summary>The gateway's own shell around the emitted step; its host writes states
    /// and reads what the packets have left.</summary>
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
            + $".host_valid_i(host_valid && host_memory == {number}), .host_write_i(host_write), "
            + $".host_data_i(host_in[{state - 1}:0]), .host_done_o({m.Name}_done), "
            + $".host_data_o({m.Name}_data), .starving_o());\n"
            + $"{subject.StepOf(m)} {m.Name}_s (.state({m.Name}_from), "
            + $".arg({m.Name}_with), .state_next({m.Name}_to), .result({m.Name}_now));\n");
    }
}
