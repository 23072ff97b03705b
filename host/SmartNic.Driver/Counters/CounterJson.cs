using System.Text.Json;
using System.Text.Json.Serialization;

namespace SmartNic.Driver;

/// <summary>JSON of the counters, without reflection.</summary>
[JsonSourceGenerationOptions(
    WriteIndented = true,
    NewLine = "\n",
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(CounterSnapshot))]
public sealed partial class CounterJson : JsonSerializerContext;
