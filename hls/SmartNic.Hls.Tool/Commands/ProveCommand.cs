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
        var specification = CommonOptions.Specification();
        var proofs = CommonOptions.Proofs();
        var command = new Verb("prove", "Prove the emitted text equal to the IL that the JIT runs",
            "snic-hls prove parser.cs",
            "snic-hls prove kernels --proofs build/proofs",
            "snic-hls prove parser.cs --json")
        {
            specification, proofs, json,
        };
        var arguments = new KernelArguments(command);
        command.SetAction(r =>
        {
            var compiler = arguments.Compiler(r);
            var kernels = compiler.Compile();
            var io = r.InvocationConfiguration;
            var prover = new Prover(compiler)
            {
                FromTree = r.GetValue(specification) == "tree",
                Cache = r.GetValue(proofs) is { } folder ? new(folder) : null,
            };
            return kernels.Count == 0 ? NoKernel.Report(io)
                : Run(prover, kernels, r.GetValue(json), io.Output);
        });
        return command;
    }

    private static int Run(Prover prover, IReadOnlyList<CompiledKernel> kernels, bool isJson,
        TextWriter output)
    {
        bool good = true;
        var all = new JsonArray();
        foreach (var kernel in kernels)
            foreach (var result in prover.Prove(kernel))
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
