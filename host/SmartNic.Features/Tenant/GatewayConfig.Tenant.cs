namespace SmartNic.Features;

/// <content>Whom it serves.</content>
public sealed partial record GatewayConfig
{
    /// <summary>The tenants.</summary>
    public ConfigList<TenantConfig> Tenants { get; init; } = [];
}
