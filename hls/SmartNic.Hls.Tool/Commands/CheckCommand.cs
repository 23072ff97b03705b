using System.CommandLine;
using System.Text.Json.Nodes;

namespace SmartNic.Hls.Tool.Commands;

/// <summary><c>snic-hls check</c>: errors only.</summary>
internal static class CheckCommand
{
    public static Command Create() => KernelVerb.Create(
        "check", "Say whether kernels compile, and write nothing", Run,
        "snic-hls check parser.cs",
        "snic-hls check parser.cs --json");

    private static int Run(
        Compiler compiler, IReadOnlyList<CompiledKernel> kernels, bool isJson, TextWriter output)
    {
        if (isJson)
            output.WriteLine(Report.Text(new JsonObject
            {
                ["kernels"] = new JsonArray([.. kernels.Select(Report.Json)]),
            }));
        else foreach (var kernel in kernels) output.WriteLine($"{kernel.Name}: ok");
        return ExitCodes.Success;
    }
}
