namespace SmartNic.Demo;

/// <summary>A scenario under way: the gateway between its peers, and what was seen of it.</summary>
public sealed class ScenarioRun
{
    private readonly Dictionary<string, (bool Met, string Figures)> _seen = [];
    private readonly Progress _progress;

    internal ScenarioRun(
        ScenarioPlan plan, DemoOptions options, Progress progress, Topology topology,
        Gateway gateway, bool isOn, CancellationToken cancel)
    {
        (Plan, Options, IsOn, _progress) = (plan, options, isOn, progress);
        (Topology, Gateway, Cancel) = (topology, gateway, cancel);
    }

    /// <summary>What its folder says.</summary>
    public ScenarioPlan Plan { get; }

    /// <summary>The board, and where captures and logs go.</summary>
    public DemoOptions Options { get; }

    /// <summary>Whether the mechanism is on.</summary>
    public bool IsOn { get; }

    /// <summary>Namespaces and devices.</summary>
    public Topology Topology { get; }

    /// <summary>Cancels it.</summary>
    public CancellationToken Cancel { get; }

    /// <summary>Whether the board is simulated, clock by clock: slower than a wire.</summary>
    public bool IsSimulated => Options.Backend != DemoOptions.Soft;

    /// <summary>Text of the configuration in force at the start.</summary>
    public string Config { get; internal set; } = "";

    /// <summary>The board and its owner.</summary>
    internal Gateway Gateway { get; }

    /// <summary>Says what happens now.</summary>
    public void Step(string text) => _progress.Step(text);

    /// <summary>A tenant by name.</summary>
    public TenantPlan Tenant(string name) => Plan.TenantPlans().Single(t => t.Name == name);

    /// <summary>Says whether an expectation is met. Said several times, all have to be.</summary>
    /// <param name="number">Its number, which the folder has.</param>
    /// <param name="met">Whether it is.</param>
    /// <param name="figures">What was seen.</param>
    /// <returns><paramref name="met"/>.</returns>
    /// <exception cref="DemoException">The folder does not have the number.</exception>
    public bool Expect(string number, bool met, string figures)
    {
        if (!Plan.Expectations.ContainsKey(number))
        {
            throw new DemoException($"{Plan.Name}: there is no expectation {number}");
        }

        bool isFirst = !_seen.TryGetValue(number, out (bool Met, string Figures) before);
        _seen[number] = isFirst ? (met, figures)
            : (before.Met && met, $"{before.Figures}; {figures}");
        if (IsOn)
        {
            _progress.Mark(met, $"{number} {figures}");
        }
        else
        {
            _progress.Step($"{number} {(met ? "is met" : "is not met")}: {figures}");
        }

        return met;
    }

    /// <summary>A file of captures, logs or configurations.</summary>
    public string PathOf(string file) => Path.Combine(Options.OutputFolder, file);

    /// <summary>All expectations; one of which nothing was said is not met.</summary>
    internal IReadOnlyList<ScenarioExpectation> Expectations() =>
    [
        .. Plan.Expectations.Select(e =>
            _seen.TryGetValue(e.Key, out (bool Met, string Figures) seen)
                ? new ScenarioExpectation(e.Key, e.Value, seen.Met, seen.Figures)
                : new ScenarioExpectation(e.Key, e.Value, false, "was not looked at")),
    ];

    /// <summary>Whether an expectation was looked at and is met.</summary>
    internal bool IsMet(string number) => _seen.TryGetValue(number, out var seen) && seen.Met;

    /// <summary>Whether an expectation was looked at.</summary>
    internal bool IsSeen(string number) => _seen.ContainsKey(number);

    internal WireCapture Capture(string @namespace, string device, string file) =>
        new(@namespace, device, PathOf(file));
}
