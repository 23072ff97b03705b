using System.CommandLine;
using System.Text.Json.Nodes;

namespace SmartNic.Hls.Tool.Commands;

/// <summary><c>snic-hls explain</c>: what fills the stages.</summary>
internal static class ExplainCommand
{
    public static Command Create()
    {
        var json = CommonOptions.Json();
        var command = new Verb("explain", "Stages, register bits and timing of every kernel",
            "snic-hls explain parser.cs")
        {
            json,
        };
        var kernels = new KernelArguments(command);
        command.SetAction(r => Run(
            kernels.Compiler(r), r.GetValue(json), r.InvocationConfiguration));
        return command;
    }

    private static int Run(Compiler compiler, bool isJson, InvocationConfiguration io)
    {
        var kernels = compiler.Compile();
        if (kernels.Count == 0) return NoKernel.Report(io);
        var all = new JsonArray();
        foreach (var kernel in kernels)
        {
            var entry = Report.Json(kernel);
            entry["lines"] = new JsonArray([.. kernel.Explain().Select(l => (JsonNode)l)]);
            all.Add(entry);
            if (isJson) continue;
            io.Output.WriteLine(Report.Summary(kernel));
            foreach (string line in kernel.Explain()) io.Output.WriteLine($"  {line}");
        }
        if (isJson) io.Output.WriteLine(Report.Text(new JsonObject { ["kernels"] = all }));
        return ExitCodes.Success;
    }
}
