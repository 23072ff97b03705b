using System.Text.Json.Serialization;

namespace SmartNic.Demo;

/// <summary>JSON of scenarios: what their folders say, and how they went.</summary>
[JsonSourceGenerationOptions(
    WriteIndented = true,
    NewLine = "\n",
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(ScenarioPlan))]
[JsonSerializable(typeof(IReadOnlyList<ScenarioResult>))]
[JsonSerializable(typeof(IReadOnlyList<FixtureFrame>))]
internal sealed partial class ScenarioJson : JsonSerializerContext;
