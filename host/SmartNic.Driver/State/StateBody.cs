using System.Text.Json.Serialization;

namespace SmartNic.Driver;

/// <summary>A world as JSON: the configuration is YAML in canonical form.</summary>
internal sealed record WorldBody(
    string Config, Dictionary<string, ushort> Tenants, Dictionary<string, ushort> Remotes);

/// <summary>A state as JSON.</summary>
internal sealed record StateBody(
    ulong TimeNs, WorldBody Current, CounterRecord Counters, WorldBody? Next = null);

/// <summary>JSON of a state, without reflection.</summary>
[JsonSourceGenerationOptions(
    RespectRequiredConstructorParameters = true,
    RespectNullableAnnotations = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(StateBody))]
internal sealed partial class StateJson : JsonSerializerContext;
