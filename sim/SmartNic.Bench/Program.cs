using System.CommandLine;
using SmartNic.Bench;
using SmartNic.Sim;

string[] all = ["board", "native", "driver", "change", "record", "build"];
var only = new Option<string[]>("--only")
{
    Description = "measure only this part (repeatable)",
};
only.AcceptOnlyFromAmong(all);
var root = new Option<string>("--root")
{
    Description = "repository",
    DefaultValueFactory = _ => Directory.GetCurrentDirectory(),
};
var output = new Option<string>("--out")
{
    Description = "file of the results",
    DefaultValueFactory = _ => "build/bench.json",
};
var command = new RootCommand("Measures the gateway; every figure is of this run.")
{
    only, root, output,
};
command.SetAction(parsed =>
{
    string[] chosen = parsed.GetValue(only) is { Length: > 0 } named ? named : all;
    T? When<T>(string name, Func<T> measure)
    {
        if (!chosen.Contains(name))
        {
            return default;
        }

        Console.Error.WriteLine($"bench: {name} ...");
        return measure();
    }

    try
    {
        using BoardBench? board = When("board", () => new BoardBench());
        var results = new Results(
            Report.Machine(),
            board?.ClocksPerPacket().ToList(),
            board?.Latencies().ToList(),
            board?.Speed().ToList(),
            When("native", () => new NativeBench(64).Run().ToList()),
            When("driver", DriverBench.Run),
            When("change", () => ChangeBench.Run().ToList()),
            When("record", RecordBench.Run),
            When("build", () => BuildBench.Run(parsed.GetValue(root)!)));
        Report.Save(parsed.GetValue(output)!, results);
        Report.Print(Console.Out, results);
        bool isBad = results.Throughput?.Any(t => t.HasBubbles) == true
            || results.Latency?.Any(l => l.Clocks > Latency.Most) == true
            || results.Changes?.Any(c => c.Microseconds > ChangeSpeed.Most) == true;
        return isBad ? 1 : 0;
    }
    catch (Exception e) when (e is InvalidOperationException or SimException or IOException)
    {
        Console.Error.WriteLine($"bench: {e.Message}");
        return 2;
    }
});
return command.Parse(args).Invoke();
