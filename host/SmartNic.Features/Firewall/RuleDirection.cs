using System.Text.Json.Serialization;

namespace SmartNic.Features;

/// <summary>Which packets of a workload a rule judges.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<RuleDirection>))]
public enum RuleDirection
{
    /// <summary>What it receives.</summary>
    [JsonStringEnumMemberName("ingress")]
    Ingress,

    /// <summary>What it sends.</summary>
    [JsonStringEnumMemberName("egress")]
    Egress,
}
