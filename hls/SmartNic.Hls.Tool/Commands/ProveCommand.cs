using System.CommandLine;
using System.Text.Json.Nodes;
using SmartNic.Hls.Prove;

namespace SmartNic.Hls.Tool.Commands;

/// <summary><c>snic-hls prove</c>: the emitted text is the C#.</summary>
internal static class ProveCommand
{
    public static Command Create()
    {
        var json = CommonOptions.Json();
        var command = new Verb("prove", "Prove the emitted text equal to the plain lowering",
            "snic-hls prove parser.cs",
            "snic-hls prove parser.cs --json")
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
        bool good = true;
        var all = new JsonArray();
        foreach (var kernel in kernels)
            foreach (var result in new Prover(compiler).Prove(kernel))
            {
                good &= result.Proved;
                all.Add(Report.Json(result));
                if (!isJson) io.Output.WriteLine(Report.Line(result));
            }
        if (isJson)
            io.Output.WriteLine(Report.Text(new JsonObject { ["good"] = good, ["proofs"] = all }));
        return good ? ExitCodes.Success : ExitCodes.CheckFailed;
    }
}
