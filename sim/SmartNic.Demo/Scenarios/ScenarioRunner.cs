using System.Diagnostics;

namespace SmartNic.Demo;

/// <summary>Runs scenarios: each with its mechanism, and then without it.</summary>
public static class ScenarioRunner
{
    private const string Config = "gateway.yaml";

    /// <summary>Runs those of a name, of a row, or all.</summary>
    /// <param name="system">Which.</param>
    /// <param name="options">The board, and where files go: into a folder for each scenario.
    /// </param>
    /// <param name="progress">Shows it; has what is not as expected.</param>
    /// <param name="whyNot">Why there can be no namespaces here; null where there can be.</param>
    /// <param name="cancel">Cancels it.</param>
    /// <exception cref="DemoException">One could not be run to its end.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static IReadOnlyList<ScenarioResult> Run(
        string system, DemoOptions options, Progress progress, string? whyNot,
        CancellationToken cancel)
    {
        var results = new List<ScenarioResult>();
        Directory.CreateDirectory(options.OutputFolder);
        foreach ((ScenarioPlan plan, IScenario steps) in ScenarioCatalog.Find(system))
        {
            progress.Step($"system {plan.Row}, {plan.Name}: {plan.Title}");
            results.Add(whyNot is null
                ? Live(plan, steps, options, progress, cancel)
                : NotLive(plan, options, progress, whyNot));
        }

        string path = Path.Combine(options.OutputFolder, "systems.json");
        ScenarioResult.Write(path, results);
        string page = ScenarioPage.Format(results);
        File.WriteAllText(Path.ChangeExtension(path, ".txt"), page);
        progress.Text(string.Empty);
        progress.Text(page);
        progress.Text($"  captures, logs, {path}: {options.OutputFolder}");
        return results;
    }

    private static ScenarioResult Live(
        ScenarioPlan plan, IScenario steps, DemoOptions options, Progress progress,
        CancellationToken cancel)
    {
        long start = Stopwatch.GetTimestamp();
        string config = File.ReadAllText(Path.Combine(plan.Folder, Config));
        ScenarioRun on = Start(plan, options, true, config, progress, steps.Run, cancel);
        progress.Step($"{plan.Name} without its mechanism: {string.Join(", ", plan.Mechanism)}");
        ScenarioRun off = Start(
            plan, options, false, YamlText.Without(config, plan.Mechanism), progress,
            steps.RunWithout, cancel);
        List<ScenarioExpectation> all = [.. on.Expectations()];
        bool failed = off.IsSeen(plan.Claim) && !off.IsMet(plan.Claim);
        all.Add(new ScenarioExpectation(
            $"{plan.Row}.off", $"without the mechanism {plan.Claim} is not met", failed,
            $"without it: {off.Expectations().Single(e => e.Number == plan.Claim).Figures}"));
        all.AddRange(Frames(plan, options));
        foreach (ScenarioExpectation e in all)
        {
            progress.Expect(e.Met, $"{e.Number} {e.Text}");
        }

        return new ScenarioResult(plan.Row, plan.Name, options.Backend, ScenarioResult.Live, all,
            all.TrueForAll(e => e.Met), Math.Round(
                Stopwatch.GetElapsedTime(start).TotalSeconds, 1));
    }

    private static ScenarioRun Start(
        ScenarioPlan plan, DemoOptions options, bool isOn, string config, Progress progress,
        Action<ScenarioRun> steps, CancellationToken cancel)
    {
        DemoOptions own = options with
        {
            OutputFolder = Path.Combine(options.OutputFolder, plan.Name, isOn ? "on" : "off"),
        };
        Directory.CreateDirectory(own.OutputFolder);
        IReadOnlyList<TenantPlan> tenants = plan.TenantPlans();
        using var running = new RunLock(own.Prefix);
        using var gateway = new Gateway(own);
        using var topology = new Topology(own.Prefix, tenants);
        var run = new ScenarioRun(plan, own, progress, topology, gateway, isOn, cancel)
        {
            Config = config,
        };
        string path = run.PathOf(Config);
        File.WriteAllText(path, config);
        if (!run.IsSimulated)
        {
            topology.MakePairs();
        }

        // The state of an earlier run would win over the configuration.
        string state = run.PathOf("state");
        if (Directory.Exists(state))
        {
            Directory.Delete(state, recursive: true);
        }

        string End(string device) => run.IsSimulated ? device : Topology.BoardEnd(device);
        gateway.StartBoard(path, End(topology.WireDevice),
            tenants.Select(t => (t.Name, End(topology.HostDevice(t)))));
        gateway.Attach(path, state);
        topology.Attach();
        steps(run);
        return run;
    }

    private static ScenarioResult NotLive(
        ScenarioPlan plan, DemoOptions options, Progress progress, string whyNot)
    {
        ScenarioExpectation[] all =
        [
            .. plan.Expectations.Select(
                e => new ScenarioExpectation(e.Key, e.Value, false, $"not live: {whyNot}")),
            .. Frames(plan, options),
        ];
        progress.Expect(false, $"{plan.Name}: not live: {whyNot}");
        return new ScenarioResult(
            plan.Row, plan.Name, options.Backend, ScenarioResult.Replay, all, false, 0);
    }

    /// <summary>What can be said without peers; nothing where the folder has no frames.</summary>
    private static IEnumerable<ScenarioExpectation> Frames(ScenarioPlan plan, DemoOptions options)
    {
        if (!PacketFixture.IsIn(plan.Folder))
        {
            yield break;
        }

        string[] backends = options.Backend == DemoOptions.Soft ? ["model"] : ["model", "sim"];
        string output = Path.Combine(options.OutputFolder, plan.Name, "frames");
        string[] faults =
        [
            .. backends.SelectMany(
                b => PacketFixture.Run(plan.Folder, b, options.SnicPath, output).Faults
                    .Select(fault => $"{b}: {fault}")),
        ];
        yield return new ScenarioExpectation(
            $"{plan.Row}.frames", "the frames of packets.json come out, or do not, as it says",
            faults.Length == 0,
            $"on {string.Join(" and ", backends)}: "
            + (faults.Length == 0 ? "all do" : string.Join(", ", faults)));
    }
}
