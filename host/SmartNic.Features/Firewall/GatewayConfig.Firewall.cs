namespace SmartNic.Features;

/// <content>The rules of all tenants.</content>
public sealed partial record GatewayConfig
{
    /// <summary>The rules of the firewall, in order.</summary>
    public ConfigList<RuleConfig> Firewall { get; init; } = [];
}
