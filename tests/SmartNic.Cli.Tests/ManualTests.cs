using System.Text.Json;
using System.Text.RegularExpressions;
using SmartNic.Features;
using SmartNic.Kernels;
using SmartNic.Registers;

namespace SmartNic.Cli.Tests;

/// <summary>What the manual shows is what the program does.</summary>
public sealed partial class ManualTests
{
    private static string Manual { get; } =
        File.ReadAllText(Checkout.At("host", "SmartNic.Cli", "README.md"));

    [Test]
    public void The_configuration_of_the_manual_is_right_and_has_every_key()
    {
        using var folder = new Folder();
        var yaml = Block("yaml").Single();
        var result = Snic.Run("config", "check", folder.Write("gateway.yaml", yaml));
        Assert.That(result.Code, Is.Zero, result.Error);
        var exported = ConfigWriter.Write(ConfigLoader.Parse(yaml, "manual").Config!);
        Assert.That(Keys(yaml), Is.SupersetOf(Keys(exported)));
    }

    [Test]
    public void The_commands_of_the_manual_can_be_parsed()
    {
        var lines = Block("sh").SelectMany(text => text.Replace("\\\n", " ").Split('\n'))
            .Where(line => line.StartsWith("snic ", StringComparison.Ordinal)).ToArray();
        Assert.That(lines, Has.Length.GreaterThan(5));
        foreach (var line in lines)
        {
            var words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1..];
            Assert.That(SnicCli.Build().Parse(words).Errors, Is.Empty, line);
        }
    }

    [Test]
    public void The_first_replay_of_the_manual_gives_the_counters_of_the_manual()
    {
        using var replay = new ReplayFixture(Block("yaml").Single());
        var wire = replay.Input("wire.pcap",
            (1, ReplayTests.ToGateway(100, ReplayTests.Inner(98, 1))),
            (2, ReplayTests.ToGateway(300, ReplayTests.Inner(98, 1))));
        replay.Replay(
            "model", "--in", $"wire={wire}", "--counters", replay.Folder["counters.json"]);
        Assert.That(Canonical(File.ReadAllText(replay.Folder["counters.json"])),
            Is.EqualTo(Canonical(Block("json").Single())));
    }

    [Test]
    public void Every_drop_reason_is_explained()
    {
        foreach (var reason in ReasonList.All.Where(r => CounterIndex.IsDrop(r.Outcome)))
        {
            Assert.That(Manual, Does.Contain($"| `{reason.Name}` |"));
        }

        foreach (var outcome in ReasonList.Outcomes.Where(o => o.IsDrop))
        {
            Assert.That(Manual, Does.Contain($"| `{outcome.Name}` |"));
        }

        foreach (var reason in Enum.GetValues<Kernels.PuntReason>().Skip(1))
        {
            var snake = JsonNamingPolicy.SnakeCaseLower.ConvertName(reason.ToString());
            Assert.That(Manual, Does.Contain($"| {(int)reason} | `{snake}` |"));
        }
    }

    private static IEnumerable<string> Block(string language) => Fence().Matches(Manual)
        .Where(match => match.Groups[1].Value == language).Select(match => match.Groups[2].Value);

    private static IEnumerable<string> Keys(string yaml) =>
        Key().Matches(yaml).Select(match => match.Groups[1].Value).Distinct();

    private static string Canonical(string json)
    {
        using var document = JsonDocument.Parse(json);
        return JsonSerializer.Serialize(document.RootElement, JsonElements.Default.JsonElement);
    }

    [GeneratedRegex(@"^```(\w+)\n(.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fence();

    [GeneratedRegex(@"([a-z_0-9]+): ")]
    private static partial Regex Key();
}

/// <summary>JSON of any shape.</summary>
[System.Text.Json.Serialization.JsonSerializable(typeof(JsonElement))]
internal sealed partial class JsonElements : System.Text.Json.Serialization.JsonSerializerContext;
