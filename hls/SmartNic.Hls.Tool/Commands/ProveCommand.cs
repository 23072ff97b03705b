using System.CommandLine;
using System.Text.Json.Nodes;
using SmartNic.Hls.Prove;

namespace SmartNic.Hls.Tool.Commands;

/// <summary><c>snic-hls prove</c>: the emitted text is the C#.</summary>
internal static class ProveCommand
{
    public static Command Create() => KernelVerb.Create(
        "prove", "Prove the emitted text equal to the IL that the JIT runs", Run,
        "snic-hls prove parser.cs",
        "snic-hls prove parser.cs --json");

    private static int Run(
        Compiler compiler, IReadOnlyList<CompiledKernel> kernels, bool isJson, TextWriter output)
    {
        bool good = true;
        var all = new JsonArray();
        foreach (var kernel in kernels)
            foreach (var result in new Prover(compiler).Prove(kernel))
            {
                good &= result.Proved;
                all.Add(Report.Json(result));
                if (!isJson) output.WriteLine(Report.Line(result));
            }
        if (isJson)
            output.WriteLine(Report.Text(new JsonObject { ["good"] = good, ["proofs"] = all }));
        return good ? ExitCodes.Success : ExitCodes.CheckFailed;
    }
}
