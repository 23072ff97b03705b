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
        var ledger = new Option<string?>("--ledger")
        {
            Description = "Run in ranges of seeds and append each to FILE; those that this "
                + "compiler ran before are not run again",
            HelpName = "FILE",
        };
        var json = CommonOptions.Json();
        var command = new Verb("fuzz", "Compile random kernels and compare them with the JIT; a "
            + "failing one is shrunk and written out",
            "snic-hls fuzz --programs 10000",
            "snic-hls fuzz --programs 1 --seed 4711 --out failures",
            "snic-hls fuzz --programs 100000 --seed 1 --ledger hls/docs/fuzz.ledger")
        {
            programs, seed, jobs, folder, ledger, json,
        };
        command.SetAction(r => Run((int)r.GetValue(programs), CommonOptions.SeedOf(
            r.GetValue(seed)), (int)r.GetValue(jobs), r.GetValue(folder)!,
            r.GetValue(ledger) is { } file ? FuzzLedger.Open(file) : null, r.GetValue(json),
            r.InvocationConfiguration));
        return command;
    }

    private static int Run(int programs, int seed, int jobs, string folder,
        FuzzLedger? ledger, bool isJson, InvocationConfiguration io)
    {
        if (!isJson) io.Output.WriteLine($"{programs} programs from seed {seed} on");
        var progress = new Progress(io.Error, "fuzz", "programs", programs);
        var report = ledger == null ? new Fuzzer { Jobs = jobs }.Run(programs, seed, progress)
            : Ranges(new() { Jobs = jobs }, programs, seed, ledger, progress);
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

    /// <summary>Range by range; what the ledger has is neither run nor counted.</summary>
    private static FuzzReport Ranges(Fuzzer fuzzer, int programs, int seed, FuzzLedger ledger,
        Progress progress)
    {
        var sum = new FuzzReport(0, 0, new Dictionary<string, int>(), [], [], 0);
        for (int done = 0; done < programs && sum.Failures.Count == 0;
            done += FuzzLedger.RangePrograms)
        {
            int first = unchecked(seed + done);
            int count = Math.Min(FuzzLedger.RangePrograms, programs - done);
            if (!ledger.Has(first, count))
            {
                var report = fuzzer.Run(count, first);
                ledger.Add(FuzzRange.Of(first, report));
                sum = sum.And(report);
            }
            progress.Report(done + count);
        }
        return sum;
    }
}
