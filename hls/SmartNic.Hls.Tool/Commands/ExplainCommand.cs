using System.CommandLine;
using System.Text.Json.Nodes;

namespace SmartNic.Hls.Tool.Commands;

/// <summary><c>snic-hls explain</c>: what fills the clocks.</summary>
internal static class ExplainCommand
{
    public static Command Create() => KernelVerb.Create(
        "explain", "Stages, clocks, register bits and timing of every kernel", Run,
        "snic-hls explain parser.cs");

    private static int Run(
        Compiler compiler, IReadOnlyList<CompiledKernel> kernels, bool isJson, TextWriter output)
    {
        var all = new JsonArray();
        foreach (var kernel in kernels)
        {
            var lines = kernel.Explain().ToArray();
            var entry = Report.Json(kernel);
            entry["lines"] = new JsonArray([.. lines.Select(l => (JsonNode)l)]);
            all.Add(entry);
            if (isJson) continue;
            output.WriteLine(Report.Summary(kernel));
            foreach (string line in lines) output.WriteLine($"  {line}");
        }
        if (isJson) output.WriteLine(Report.Text(new JsonObject { ["kernels"] = all }));
        return ExitCodes.Success;
    }
}
