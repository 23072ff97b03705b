using System.CommandLine;
using System.Text.Json.Nodes;
using SmartNic.Hls.Check.Fuzz;

namespace SmartNic.Hls.Tool.Commands;

/// <summary><c>snic-hls fuzz</c>: random programs, the compiler against the JIT.</summary>
internal static class FuzzCommand
{
    public static Command Create()
    {
        var programs = CommonOptions.Positive("--programs", "Number of programs", 10_000);
        var seed = CommonOptions.Seed();
        var jobs = CommonOptions.Positive("--jobs", "Threads", Environment.ProcessorCount);
        var folder = CommonOptions.Out("Where a failing program goes", ".");
        var json = CommonOptions.Json();
        var command = new Verb("fuzz", "Compile random kernels and compare them with the JIT; a "
            + "failing one is shrunk and written out",
            "snic-hls fuzz --programs 10000",
            "snic-hls fuzz --programs 1 --seed 4711 --out failures")
        {
            programs, seed, jobs, folder, json,
        };
        command.SetAction(r => Run((int)r.GetValue(programs), CommonOptions.SeedOf(
            r.GetValue(seed)), (int)r.GetValue(jobs), r.GetValue(folder)!, r.GetValue(json),
            r.InvocationConfiguration));
        return command;
    }

    private static int Run(int programs, int seed, int jobs, string folder, bool isJson,
        InvocationConfiguration io)
    {
        if (!isJson) io.Output.WriteLine($"{programs} programs from seed {seed} on");
        var progress = new Progress(io.Error, "fuzz", "programs", programs);
        var report = new Fuzzer { Jobs = jobs }.Run(programs, seed, progress);
        progress.Done();
        string rejected = string.Join(", ", report.Rejected.Select(r => $"{r.Key} {r.Value}"));
        var files = new List<string>();
        foreach (var failure in report.Failures)
        {
            Directory.CreateDirectory(folder);
            files.Add(Path.Combine(folder, $"fuzz_{(uint)failure.Seed}.cs"));
            File.WriteAllText(files[^1], failure.Shrunk);
            io.Error.WriteLine($"FAILED  {failure.What.TrimEnd()}\n  shrunk to {files[^1]}; "
                + $"again with: snic-hls fuzz --programs 1 --seed {failure.Seed}");
        }
        if (report.JitFaults.Count > 0)
            io.Error.WriteLine("the JIT contradicts itself when it optimises, and the compiler is "
                + $"right: seeds {string.Join(", ", report.JitFaults.Select(s => (uint)s))}");
        if (isJson)
            io.Output.WriteLine(Report.Text(new JsonObject
            {
                ["programs"] = report.Programs,
                ["seed"] = seed,
                ["compared"] = report.Compared,
                ["rejected"] = report.Rejected.Values.Sum(),
                ["failures"] = new JsonArray([.. files.Select(f => (JsonNode)f)]),
                ["jit_faults"] = report.JitFaults.Count,
                ["ms"] = report.Ms,
            }));
        else
            io.Output.WriteLine($"{report.Programs} programs: {report.Compared} compared, "
                + $"{report.Rejected.Values.Sum()} rejected"
                + (rejected == "" ? "" : $" ({rejected})")
                + $", {report.Failures.Count} failed; "
                + $"{report.Programs * 1000L / Math.Max(1, report.Ms)} programs/s");
        return report.Failures.Count == 0 ? ExitCodes.Success : ExitCodes.CheckFailed;
    }
}
