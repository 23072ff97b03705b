using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using SmartNic.Hls.Check.Mutation;

namespace SmartNic.Hls.Tool.Commands;

/// <summary><c>snic-hls mutate</c>: errors planted in the compiler, and what finds
/// them.</summary>
internal static class MutateCommand
{
    private const string WorkerOption = "--worker";

    public static Command Create()
    {
        var count = CommonOptions.Positive("--mutants", "Number of planted errors", 200);
        var seed = CommonOptions.Seed();
        var jobs = CommonOptions.Positive("--jobs", "Processes", Environment.ProcessorCount);
        var source = Folder("--source", "Source of the compiler", "hls/SmartNic.Hls");
        var corpus = Folder("--corpus", "Kernels to try it on",
            "tests/SmartNic.Hls.Tests/ShouldCompile");
        var wrong = Folder("--wrong", "Sources that it has to reject",
            "tests/SmartNic.Hls.Tests/ShouldFail");
        var least = new Option<double>("--least")
        {
            Description = "Percent that must be killed of those that change a function",
            DefaultValueFactory = _ => 95,
        };
        var pipelines = new Option<string[]>("--pipelines")
        {
            Description = "Plant the errors in the contracts and texts of the pipelines of these "
                + "C# files and folders instead: contracts, delays, fates, enables, swapped pins",
            HelpName = "FILES",
            AllowMultipleArgumentsPerToken = true,
        };
        var log = new Option<string?>("--log")
        {
            Description = "Results as they come, a line each; what is in it is not done again",
            HelpName = "FILE",
        };
        var json = CommonOptions.Json();
        var worker = new Option<bool>(WorkerOption) { Hidden = true };
        var command = new Verb("mutate", "Plant errors in the compiler's own source, in a "
            + "checkout, and count which check finds them",
            "snic-hls mutate --mutants 20",
            "snic-hls mutate --mutants 400 --seed 1 --json",
            "snic-hls mutate --mutants 60 --pipelines hls/kernels")
        {
            count, seed, jobs, source, corpus, wrong, least, pipelines, log, json, worker,
        };
        command.SetAction(r =>
        {
            var io = r.InvocationConfiguration;
            string from = r.GetValue(source)!, on = r.GetValue(corpus)!;
            string not = r.GetValue(wrong)!;
            if (r.GetValue(worker))
            {
                MutationWorker.Run(from, on, not, Console.In, io.Output);
                return ExitCodes.Success;
            }
            var run = new MutationRun
            {
                Source = from,
                Corpus = on,
                Worker = WorkerCommand(from, on, not),
                Jobs = (int)r.GetValue(jobs),
            };
            var done = MutationLog.Open(r.GetValue(log));
            var stages = r.GetValue(pipelines) is { Length: > 0 } files
                ? new FaultRun(Compiler.FromFiles(files)) : null;
            return Plant((n, s, told) => stages?.Run(n, s, told, done.Done)
                    ?? run.Run(n, s, told, done.Done), (int)r.GetValue(count),
                CommonOptions.SeedOf(r.GetValue(seed)), stages == null ? r.GetValue(least) : 100,
                done, r.GetValue(json), io);
        });
        return command;
    }

    /// <summary>How this program starts itself as a worker.</summary>
    public static IReadOnlyList<string> WorkerCommand(
        string source, string corpus, string wrong) =>
        [Path.Combine(AppContext.BaseDirectory, "snic-hls"), "mutate", WorkerOption,
            "--source", source, "--corpus", corpus, "--wrong", wrong];

    private static Option<string> Folder(string name, string what, string byDefault) => new(name)
    {
        Description = what,
        HelpName = "DIR",
        DefaultValueFactory = _ => byDefault,
    };

    private static int Plant(Func<int, int, Action<MutantResult>, MutationReport> run, int count,
        int seed, double least, MutationLog log, bool isJson, InvocationConfiguration io)
    {
        if (!isJson) io.Output.WriteLine($"{count} errors, seed {seed}");
        var report = run(count, seed, r =>
        {
            lock (io)
            {
                io.Error.WriteLine(Line(r));
                log.Add(r);
            }
        });
        io.Output.WriteLine(isJson ? Report.Text(Json(report)) : Summary(report));
        return report.Score >= least || report.Count("killed") + report.Count("survived") == 0
            ? ExitCodes.Success : ExitCodes.CheckFailed;
    }

    private static string Line(MutantResult r) => $"{r.Outcome,-9} {r.Mutant}"
        + (r.Rung == "" ? "" : $"  [{r.Rung}] {r.Detail}") + $" ({r.Ms} ms)";

    private static string Summary(MutationReport report)
    {
        var lines = new List<string>
        {
            $"{report.Results.Count} planted of {report.Plantable} places, seed {report.Seed}: "
                + $"{report.Count("unchanged")} without effect on the text, "
                + $"{report.Count("equal")} change it and are proved equal, "
                + $"{report.Count("killed")} killed, {report.Count("survived")} survived",
        };
        lines.AddRange(report.Results.Where(r => r.Outcome == "killed").GroupBy(r => r.Rung)
            .OrderByDescending(g => g.Count()).Select(g => $"  killed by {g.Key}: {g.Count()}"));
        lines.AddRange(report.By(f => f.Split('/')[0]).Concat(report.By(f => f)).Select(p =>
            $"  {p.Place}: {p.Planted} planted, {p.Killed} killed of {p.Changing}"));
        lines.AddRange(report.Results.Where(r => r.Outcome == "survived").Select(Line));
        lines.Add(string.Create(CultureInfo.InvariantCulture,
            $"{report.Score:F1} % of those that change a function are killed; {report.Ms} ms"));
        return string.Join('\n', lines);
    }

    private static JsonObject Json(MutationReport report) => new()
    {
        ["seed"] = report.Seed,
        ["places"] = report.Plantable,
        ["score"] = Math.Round(report.Score, 2),
        ["ms"] = report.Ms,
        ["results"] = new JsonArray([.. report.Results.Select(r => (JsonNode)new JsonObject
        {
            ["mutant"] = r.Mutant,
            ["outcome"] = r.Outcome,
            ["rung"] = r.Rung,
            ["detail"] = r.Detail,
            ["ms"] = r.Ms,
        })]),
    };
}
