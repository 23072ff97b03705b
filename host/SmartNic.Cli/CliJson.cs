using System.Text.Json.Serialization;
using SmartNic.Cli.Board;
using SmartNic.Cli.Config;
using SmartNic.Cli.Control;
using SmartNic.Cli.Counter;
using SmartNic.Cli.Register;
using SmartNic.Driver;
using SmartNic.Features;

namespace SmartNic.Cli;

/// <summary>JSON that verbs print with <c>--json</c>: indented, snake_case, without reflection.
/// </summary>
[JsonSourceGenerationOptions(
    WriteIndented = true,
    NewLine = "\n",
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(CheckReport))]
[JsonSerializable(typeof(ApplyReport))]
[JsonSerializable(typeof(BoardReport))]
[JsonSerializable(typeof(BoardProbeItem[]), TypeInfoPropertyName = "Probes")]
[JsonSerializable(typeof(BoardLinkItem[]), TypeInfoPropertyName = "Links")]
[JsonSerializable(typeof(IReadOnlyList<EntryDifference>), TypeInfoPropertyName = "Differences")]
[JsonSerializable(typeof(FlashItem))]
[JsonSerializable(typeof(RegisterItem))]
[JsonSerializable(typeof(RegisterItem[]), TypeInfoPropertyName = "Registers")]
[JsonSerializable(typeof(CounterReport))]
[JsonSerializable(typeof(CounterItem))]
[JsonSerializable(typeof(TenantView))]
[JsonSerializable(typeof(IReadOnlyList<TenantView>), TypeInfoPropertyName = "Tenants")]
[JsonSerializable(typeof(IReadOnlyList<TableView>), TypeInfoPropertyName = "Tables")]
[JsonSerializable(typeof(IReadOnlyList<TableRow>), TypeInfoPropertyName = "Rows")]
[JsonSerializable(typeof(IReadOnlyList<MeterView>), TypeInfoPropertyName = "Meters")]
[JsonSerializable(typeof(FirewallView))]
[JsonSerializable(typeof(FirewallExplanation))]
internal sealed partial class CliJson : JsonSerializerContext;
