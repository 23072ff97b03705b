using System.CommandLine;
using System.Text.Json.Nodes;

namespace SmartNic.Hls.Tool.Commands;

/// <summary><c>snic-hls check</c>: errors only.</summary>
internal static class CheckCommand
{
    public static Command Create()
    {
        var json = CommonOptions.Json();
        var command = new Verb("check", "Say whether kernels compile, and write nothing",
            "snic-hls check parser.cs",
            "snic-hls check parser.cs --json")
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
        if (isJson)
            io.Output.WriteLine(Report.Text(new JsonObject
            {
                ["kernels"] = new JsonArray([.. kernels.Select(Report.Json)]),
            }));
        else foreach (var kernel in kernels) io.Output.WriteLine($"{kernel.Name}: ok");
        return ExitCodes.Success;
    }
}
