using System.Diagnostics;
using System.Text.RegularExpressions;
using SmartNic.Hls.Emit;

namespace SmartNic.Hls.Prove;

/// <summary>
/// Proofs see a delay line as registers. That the module is such registers, in each style and of
/// each number of clocks that a kernel has, is a lemma, proved apart by Yosys on the text that goes
/// with the kernel: from any state of both, as many clocks later both give the same, hence from
/// then on for ever. What they give before is nobody's: no packet that is valid was there. Bits of
/// a word never meet in the text, so two of them are looked at.
/// </summary>
internal static class DelayLemma
{
    private const string Registers = "registers", Bench = "bench";
    private const int Width = 2;

    private static readonly Regex Instance = new(DelayLine.Module
        + @"\s+#\(\.WIDTH\(\d+\),\s+\.DEPTH\((\d+)\),\s+\.STYLE\(""(\w+)""\)\)");

    private static readonly Regex Use = new(DelayLine.Module + @"\b");

    /// <summary>The module as proofs of a kernel see it, where its text has one.</summary>
    public static string Seen(string text) => Use.IsMatch(text) ? Model(DelayLine.Module) : "";

    /// <summary>The lemma for all delay lines of a kernel; null where it has none.</summary>
    /// <param name="kernel">The kernel.</param>
    /// <param name="folder">For files.</param>
    /// <param name="cache">What earlier runs have proved.</param>
    /// <exception cref="InvalidOperationException">The module is no Verilog, has no such style, or
    /// is there in a form that is not looked at here.</exception>
    public static ProofResult? Prove(CompiledKernel kernel, string folder, ProofCache? cache)
    {
        var lines = Lines(kernel);
        if (lines.Count == 0) return null;
        var watch = Stopwatch.StartNew();
        string what = $"lemma: {kernel.Name}: delay lines = registers, "
            + string.Join(", ", lines.GroupBy(l => l.Style).Select(
                g => $"{g.Key} of {string.Join(" ", g.Select(l => l.Depth))} clocks"));
        string text = kernel.Files[DelayLine.File];
        string bench = Model(Registers) + string.Concat(lines.Select(Compare));
        string? key = cache?.Key([text, bench]);
        if (key != null && cache!.Find(key) is { } before)
            return new(what, true, before, watch.ElapsedMilliseconds) { Kept = true };
        File.WriteAllText(Path.Combine(folder, DelayLine.File), text);
        File.WriteAllText(Path.Combine(folder, "lines.v"), bench);
        ExternalTool.Run(folder, "yosys", "-q", "-p", $"read_verilog -sv {DelayLine.File} lines.v; "
            + "design -save all; " + string.Concat(lines.Select(Script)));
        var wrong = lines.Where(l => !File.ReadAllText(Path.Combine(folder, Name(l) + ".log"))
            .Contains("no model found: SUCCESS", StringComparison.Ordinal)).ToList();
        string detail = wrong.Count == 0 ? "SAT from any state, all inputs"
            : $"{wrong[0].Style} of {wrong[0].Depth} clocks differs";
        if (key != null && wrong.Count == 0) cache!.Add(key, detail);
        return new(what, wrong.Count == 0, detail, watch.ElapsedMilliseconds);
    }

    private static List<(string Style, int Depth)> Lines(CompiledKernel kernel)
    {
        var found = new List<(string, int)>();
        foreach (string module in kernel.StageModules.Prepend(kernel.Name))
        {
            string text = kernel.Files[module + ".v"];
            var instances = Instance.Matches(text);
            if (instances.Count != Use.Count(text)) throw new InvalidOperationException(
                $"{module}: a {DelayLine.Module} has other parameters than WIDTH, DEPTH, STYLE");
            found.AddRange(instances.Select(
                m => (m.Groups[2].Value, int.Parse(m.Groups[1].Value))));
        }
        return [.. found.Distinct().Order()];
    }

    private static string Name((string Style, int Depth) line) =>
        $"{Bench}_{line.Style}_{line.Depth}";

    private static string Compare((string Style, int Depth) line) => $"""
        module {Name(line)} (input wire clk, input wire [{Width - 1}:0] d, output wire equal);
          wire [{Width - 1}:0] a, b;
          {DelayLine.Module} #(.WIDTH({Width}), .DEPTH({line.Depth}), .STYLE("{line.Style}")) m (
            .clk(clk), .d_i(d), .q_o(a));
          {Registers} #(.WIDTH({Width}), .DEPTH({line.Depth}), .STYLE("{line.Style}")) r (
            .clk(clk), .d_i(d), .q_o(b));
          assign equal = a == b;
        endmodule

        """;

    /// <summary>A first state that a text asks for is one of any: it is taken away, before anything
    /// is simplified.</summary>
    private static string Script((string Style, int Depth) line) =>
        $"design -load all; hierarchy -top {Name(line)}; proc; flatten; setattr -unset init w:*; "
        + "memory_collect; memory_map; dffunmap; opt_clean; "
        + $"tee -q -o {Name(line)}.log sat -seq {line.Depth + 1} -prove-skip {line.Depth} "
        + $"-prove equal 1 {Name(line)}; ";

    private static string Model(string module) => $$"""
        module {{module}} #(parameter WIDTH = 1, parameter DEPTH = 1, parameter STYLE = "reg") (
          input wire clk, input wire [WIDTH-1:0] d_i, output wire [WIDTH-1:0] q_o);
          reg [WIDTH*DEPTH-1:0] line_q;
          always @(posedge clk) line_q <= {line_q, d_i};
          assign q_o = line_q[WIDTH*DEPTH-1 -: WIDTH];
        endmodule

        """;
}
