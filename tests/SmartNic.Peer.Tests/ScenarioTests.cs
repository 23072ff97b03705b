using SmartNic.Demo;

namespace SmartNic.Peer.Tests;

/// <summary>The scenarios, and what runs them.</summary>
public sealed class ScenarioTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(150);

    /// <summary>All there are, on the software board: with their mechanism, and without.</summary>
    [Test]
    public void EveryScenarioIsMetOnTheSoftwareBoard()
    {
        var options = new DemoOptions
        {
            Prefix = "snics",
            Backend = DemoOptions.Soft,
            IsShort = true,
            OutputFolder = Path.Combine(Paths.Repository(), "build", "test-peer", "scenarios"),
            SnicPath = Paths.Snic(),
            FixtureFolder = Paths.Fixtures(),
        };
        if (Topology.WhyNot(options.Prefix) is { } whyNot)
        {
            Assert.Ignore($"not live: {whyNot}");
        }

        using var limit = new CancellationTokenSource(Limit);
        var progress = new Progress(TestContext.Out);
        IReadOnlyList<ScenarioResult> results = ScenarioRunner.Run(
            ScenarioCatalog.All, options, progress, null, limit.Token);
        Assert.That(progress.Failures, Is.Empty);
        Assert.That(results, Is.Not.Empty);
        Assert.That(results.Select(r => (r.Met, r.Mode)),
            Is.All.EqualTo((true, ScenarioResult.Live)));
        Assert.That(
            File.ReadAllText(Path.Combine(options.OutputFolder, "systems.json")),
            Does.Contain("\"met\": true"));
    }

    /// <summary>Where there are no namespaces nothing is met.</summary>
    [Test]
    public void WithoutNamespacesNothingIsMet()
    {
        var options = new DemoOptions
        {
            Backend = DemoOptions.Soft,
            OutputFolder = Path.Combine(Paths.Repository(), "build", "test-peer", "not-live"),
            SnicPath = Paths.Snic(),
            FixtureFolder = Paths.Fixtures(),
        };
        var progress = new Progress(TestContext.Out);
        ScenarioResult result = ScenarioRunner.Run(
            "4", options, progress, "refused", CancellationToken.None).Single();
        Assert.That(result.Name, Is.EqualTo("firewall"));
        Assert.That(result.Mode, Is.EqualTo(ScenarioResult.Replay));
        Assert.That(result.Met, Is.False);
        Assert.That(
            result.Expectations.Single(e => e.Met).Number, Is.EqualTo("4.frames"));
        Assert.That(progress.Failures, Is.Not.Empty);
    }

    /// <summary>Frames in, verdicts, frames out, on the native kernels and on the RTL.</summary>
    [Test]
    public void FramesOfAFixtureComeOutAsItSays([Values("model", "sim")] string backend)
    {
        ScenarioPlan plan = ScenarioCatalog.Find("firewall").Single().Plan;
        (IReadOnlyList<string> faults, IReadOnlyDictionary<string, ulong> drops) =
            PacketFixture.Run(plan.Folder, backend, Paths.Snic(), Path.Combine(
                Paths.Repository(), "build", "test-peer", $"fixture-{plan.Name}"));
        Assert.That(faults, Is.Empty);
        Assert.That(drops, Is.EquivalentTo(new Dictionary<string, ulong>
        {
            ["firewall_denied"] = 9,
            ["firewall_not_ip"] = 1,
        }));
    }

    [Test]
    public void AScenarioHasANameAndARow()
    {
        Assert.That(ScenarioCatalog.Find("firewall").Single().Plan.Row, Is.EqualTo(4));
        Assert.That(ScenarioCatalog.Find("4").Single().Plan.Name, Is.EqualTo("firewall"));
        Assert.That(() => ScenarioCatalog.Find("nothing"),
            Throws.TypeOf<DemoException>().With.Message.Contains("4 firewall"));
    }

    [Test]
    public void AKeyIsLeftOutWithItsBlock()
    {
        const string yaml = "a: 1\nb:\n  # of b\n  - { x: 1 }\n\n  - y: 2\nc:\n  - d: 1\n    b: 2\n"
            + "    bb: 3\n";
        Assert.That(YamlText.Without(yaml, ["b"]),
            Is.EqualTo("a: 1\nc:\n  - d: 1\n    bb: 3\n"));
    }

    [Test]
    public void AListIsMadeLonger()
    {
        const string yaml = "a:\n  - 1\n  # of a\nb:\n  - 2\n";
        Assert.That(YamlText.With(yaml, "a", ["- 3"]),
            Is.EqualTo("a:\n  - 1\n  # of a\n  - 3\nb:\n  - 2\n"));
        Assert.That(YamlText.With(yaml, "b", ["- 3"]),
            Is.EqualTo("a:\n  - 1\n  # of a\nb:\n  - 2\n  - 3\n"));
        Assert.That(() => YamlText.With(yaml, "c", ["- 3"]), Throws.TypeOf<DemoException>());
    }
}
