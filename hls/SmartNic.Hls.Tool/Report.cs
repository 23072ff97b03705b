using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using SmartNic.Hls.Check.Cosim;
using SmartNic.Hls.Front;
using SmartNic.Hls.Prove;

namespace SmartNic.Hls.Tool;

/// <summary>Results as text and as JSON.</summary>
internal static class Report
{
    private static readonly JsonSerializerOptions Indented = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static string Summary(CompiledKernel kernel) => string.Create(
        CultureInfo.InvariantCulture,
        $"{kernel.Name}: latency {kernel.Latency} clocks, {kernel.RegisterBits} register bits, "
        + $"{kernel.LineBits} in delay lines, worst clock {kernel.WorstClockNs:F2} ns (estimated)");

    public static string Line(ProofResult result) =>
        $"{(result.Proved ? "proved" : "NOT PROVED")}  {result.What} "
        + (result.Kept ? "(kept from an earlier run)" : $"({result.Ms} ms)")
        + (result.Detail == "" ? "" : $": {result.Detail}");

    public static string Line(CosimReport r) => r.Equal
        ? $"equal  {r.Module}: {r.Vectors} packets, and {r.Directed} for its conditions, in "
            + $"Verilator and natively, seed {r.Seed} "
            + $"(model built in {r.BuildMs} ms, run in {r.RunMs} ms)"
            + (r.Wave == null ? "" : $"\n{r.Wave.TrimEnd()}")
        : $"DIFFERENT  {r.Module}, seed {r.Seed}, {r.Mismatch!.TrimEnd()}";

    public static JsonObject Json(CompiledKernel kernel) => new()
    {
        ["kernel"] = kernel.Name,
        ["latency"] = kernel.Latency,
        ["register_bits"] = kernel.RegisterBits,
        ["delay_line_bits"] = kernel.LineBits,
        ["worst_clock_ns"] = Math.Round(kernel.WorstClockNs, 3),
    };

    public static JsonObject Json(ProofResult r) => new()
    {
        ["what"] = r.What,
        ["proved"] = r.Proved,
        ["detail"] = r.Detail,
        ["ms"] = r.Ms,
        ["kept"] = r.Kept,
    };

    public static JsonObject Json(CosimReport r) => new()
    {
        ["module"] = r.Module,
        ["packets"] = r.Vectors,
        ["directed"] = r.Directed,
        ["seed"] = r.Seed,
        ["equal"] = r.Equal,
        ["mismatch"] = r.Mismatch,
        ["wave"] = r.Wave,
        ["build_ms"] = r.BuildMs,
        ["run_ms"] = r.RunMs,
    };

    public static string Text(JsonNode node) => node.ToJsonString(Indented);

    /// <summary>A failure as JSON; a diagnostic with its place.</summary>
    public static string Error(int code, Exception e)
    {
        var error = new JsonObject { ["exit_code"] = code, ["message"] = e.Message };
        if (e is HlsException hls)
        {
            error["id"] = hls.Id;
            error["message"] = hls.Text;
            if (hls.Where is { IsInSource: true } where)
            {
                var span = where.GetLineSpan();
                error["file"] = span.Path;
                error["line"] = span.StartLinePosition.Line + 1;
                error["column"] = span.StartLinePosition.Character + 1;
            }
        }
        return Text(new JsonObject { ["error"] = error });
    }
}
