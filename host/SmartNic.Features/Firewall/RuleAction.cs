using System.Text.Json.Serialization;

namespace SmartNic.Features;

/// <summary>What becomes of a packet.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<RuleAction>))]
public enum RuleAction
{
    /// <summary>It is dropped.</summary>
    [JsonStringEnumMemberName("deny")]
    Deny,

    /// <summary>It passes.</summary>
    [JsonStringEnumMemberName("allow")]
    Allow,
}
