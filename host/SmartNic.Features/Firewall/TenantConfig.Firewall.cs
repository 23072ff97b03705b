namespace SmartNic.Features;

/// <content>Which rules hold for it.</content>
public sealed partial record TenantConfig
{
    /// <summary>What rules know it by.</summary>
    public ConfigList<string> Tags { get; init; } = [];

    /// <summary>How its packets are filtered.</summary>
    public FirewallConfig Firewall { get; init; } = FirewallConfig.None;
}
