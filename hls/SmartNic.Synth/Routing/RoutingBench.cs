using System.Text;
using SmartNic.Hls;
using SmartNic.Hls.Emit;
using SmartNic.Hls.Schedule;

namespace SmartNic.Synth.Routing;

/// <summary>
/// Registers around a clock's logic, on four pins: a shift register in front of it; behind it one
/// register a bit, then ranks of parity on a clock of their own, so that the paths of the first
/// clock are those of the logic.
/// </summary>
internal static class RoutingBench
{
    /// <summary>Module of the bench.</summary>
    public const string Top = "bench";

    /// <summary>Clock of the registers around the logic.</summary>
    public const string Clock = "clk";

    private const int LutInputs = 4;

    /// <summary>The bench and the logic in it.</summary>
    public static string Text(Design logic)
    {
        int inputs = logic.Inputs.Sum(p => p.Node.Width);
        int outputs = logic.Outputs.Sum(p => p.Node.Width);
        string ports = string.Join(", ",
            Connections(logic.Inputs, "launch").Concat(Connections(logic.Outputs, "result")));
        var text = new StringBuilder(StepEmitter.Emit(
            AsapScheduler.Run(new Pipeline(logic), double.PositiveInfinity)));
        text.Append($"""
            module {Top} (input wire {Clock}, input wire out_clk, input wire si, output wire so);
              reg [{inputs - 1}:0] launch;
              wire [{outputs - 1}:0] result;
              reg [{outputs - 1}:0] rank0;
              {logic.Name} logic_i ({ports});
              always @(posedge {Clock}) begin
                launch <= {(inputs == 1 ? "si" : $"{{launch[{inputs - 2}:0], si}}")};
                rank0 <= result;
              end

            """);
        int rank = 0;
        for (int width = outputs; width > 1; rank++)
        {
            int next = (width + LutInputs - 1) / LutInputs;
            var groups = Enumerable.Range(0, next).Select(i => i * LutInputs).Reverse()
                .Select(low => $"^rank{rank}[{Math.Min(low + LutInputs, width) - 1}:{low}]");
            text.Append($"  reg [{next - 1}:0] rank{rank + 1};\n  always @(posedge out_clk) "
                + $"rank{rank + 1} <= {{{string.Join(", ", groups)}}};\n");
            width = next;
        }

        return text.Append($"  assign so = rank{rank};\nendmodule\n").ToString();
    }

    private static IEnumerable<string> Connections(IEnumerable<Port> ports, string bus)
    {
        int low = 0;
        foreach (Port port in ports)
        {
            yield return $".{port.Name}({bus}[{low + port.Node.Width - 1}:{low}])";
            low += port.Node.Width;
        }
    }
}
