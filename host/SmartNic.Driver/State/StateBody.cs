using System.Text.Json;
using System.Text.Json.Serialization;

namespace SmartNic.Driver;

/// <summary>
/// A world as JSON: the configuration is text in canonical form; beside it, by kind of names, the
/// index of each.
/// </summary>
internal sealed record WorldBody(string Config)
{
    /// <summary>Indices by name, by kind.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Indices { get; set; }
}

/// <summary>A state as JSON.</summary>
internal sealed record StateBody(
    ulong TimeNs, WorldBody Current, CounterRecord Counters, WorldBody? Next = null,
    ulong? Transaction = null, ulong? InForce = null);

/// <summary>JSON of a state, without reflection.</summary>
[JsonSourceGenerationOptions(
    RespectRequiredConstructorParameters = true,
    RespectNullableAnnotations = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(StateBody))]
[JsonSerializable(typeof(Dictionary<string, ushort>))]
internal sealed partial class StateJson : JsonSerializerContext;
