using System.Text.Json;
using System.Text.Json.Serialization;
using SmartNic.Cli.Board;
using SmartNic.Cli.Config;
using SmartNic.Driver;
using SmartNic.Features;

namespace SmartNic.Cli.Control;

/// <summary>JSON of the control protocol, one line a message; without reflection.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(ControlRequest))]
[JsonSerializable(typeof(ControlResponse))]
[JsonSerializable(typeof(ApplyReport))]
[JsonSerializable(typeof(string))]
[JsonSerializable(typeof(BoardReport))]
[JsonSerializable(typeof(CounterReport))]
[JsonSerializable(typeof(IReadOnlyList<EntryDifference>))]
[JsonSerializable(typeof(IReadOnlyList<TenantView>))]
[JsonSerializable(typeof(IReadOnlyList<TableView>))]
[JsonSerializable(typeof(IReadOnlyList<TableRow>))]
[JsonSerializable(typeof(IReadOnlyList<MeterView>))]
[JsonSerializable(typeof(FirewallView))]
[JsonSerializable(typeof(FirewallQuestion))]
[JsonSerializable(typeof(FirewallExplanation))]
internal sealed partial class ControlJson : JsonSerializerContext;
