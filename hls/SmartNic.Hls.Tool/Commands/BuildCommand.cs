using System.CommandLine;
using System.Diagnostics;
using System.Text.Json.Nodes;
using SmartNic.Hls.Check.Cosim;
using SmartNic.Hls.Prove;

namespace SmartNic.Hls.Tool.Commands;

/// <summary><c>snic-hls build</c>: Verilog of every kernel, proved and co-simulated if
/// asked.</summary>
internal static class BuildCommand
{
    public static Command Create()
    {
        var folder = CommonOptions.Out("Where Verilog, include and JSON go", ".");
        var prove = new Option<bool>("--prove")
        {
            Description = "Prove the emitted text equal to the IL that the JIT runs (yosys)",
        };
        var cosim = CommonOptions.Optional("--cosim", "Run packets for every condition, and N "
            + "random ones with random gaps, through the Verilog (verilator) and through the C# "
            + "method, and compare; of a pipeline then each stage by itself");
        var stage = new Option<string?>("--stage")
        {
            Description = "With --cosim: only this stage of a pipeline, by itself",
            HelpName = "NAME",
        };
        var wave = new Option<bool>("--wave")
        {
            Description = "With --cosim: show the ports, clock by clock, around a packet also "
                + "where all come out the same",
        };
        var shell = new Option<string?>("--shell")
        {
            Description = "Also write each kernel with its memories on the table bus, as a module; "
                + "FILE keeps the tables' ids, and gets those of new ones",
            HelpName = "FILE",
        };
        var specification = CommonOptions.Specification();
        var seed = CommonOptions.Seed();
        var json = CommonOptions.Json();
        var command = new Verb("build", "Compile kernels to Verilog",
            "snic-hls build parser.cs",
            "snic-hls build parser.cs --out rtl --prove --cosim 100000",
            "snic-hls build parser.cs headers.cs --cosim 1000000 --seed 7 --json",
            "snic-hls build gateway --cosim 100000 --stage policy --wave",
            "snic-hls build nat.cs --out rtl --shell tables.lock")
        {
            folder, shell, prove, specification, cosim, stage, wave, seed, json,
        };
        var kernels = new KernelArguments(command);
        command.SetAction(r => Run(kernels.Compiler(r), r.GetValue(folder)!, r.GetValue(shell),
            r.GetValue(prove), r.GetValue(specification) == "tree",
            new(r.GetValue(cosim), CommonOptions.SeedOf(r.GetValue(seed)), r.GetValue(stage),
                r.GetValue(wave)), r.GetValue(json), r.InvocationConfiguration));
        return command;
    }

    private static int Run(Compiler compiler, string folder, string? shell, bool prove, bool tree,
        CosimOptions cosim, bool isJson, InvocationConfiguration io)
    {
        var watch = Stopwatch.StartNew();
        var kernels = compiler.Compile();
        if (kernels.Count == 0) return NoKernel.Report(io);
        cosim.Check(kernels);
        Directory.CreateDirectory(folder);
        bool good = true;
        var ids = shell is null ? null
            : TableLock.Parse(File.Exists(shell) ? File.ReadAllText(shell) : "", shell);
        var all = new JsonArray();
        void Say(string line)
        {
            if (!isJson) io.Output.WriteLine(line);
        }
        foreach (var kernel in kernels)
        {
            var files = kernel.Files.ToDictionary();
            if (ids is not null)
                foreach (var (name, text) in kernel.Shell(ids)) files[name] = text;
            foreach (var (name, text) in files)
                File.WriteAllText(Path.Combine(folder, name), text);
            File.WriteAllText(Path.Combine(folder, kernel.Name + ".lines"), kernel.Lines);
            Say(Report.Summary(kernel));
            var entry = Report.Json(kernel);
            entry["files"] = new JsonArray([.. files.Keys.Order(StringComparer.Ordinal).Select(
                f => (JsonNode)Path.Combine(folder, f))]);
            if (prove)
            {
                var results = new Prover(compiler) { FromTree = tree }.Prove(kernel);
                foreach (var result in results) Say(Report.Line(result));
                good &= results.All(r => r.Proved);
                entry["proofs"] = new JsonArray([.. results.Select(Report.Json)]);
            }
            var compared = cosim.Run(compiler, kernel, io.Error, r => Say(Report.Line(r)));
            good &= compared.All(r => r.Equal);
            if (compared.Count > 0)
                entry["cosim"] = new JsonArray([.. compared.Select(Report.Json)]);
            all.Add(entry);
        }
        if (ids is not null) File.WriteAllText(shell!, ids.Text);
        if (isJson) io.Output.WriteLine(Report.Text(new JsonObject
        {
            ["good"] = good,
            ["ms"] = watch.ElapsedMilliseconds,
            ["kernels"] = all,
        }));
        Say($"{watch.ElapsedMilliseconds} ms");
        return good ? ExitCodes.Success : ExitCodes.CheckFailed;
    }
}
