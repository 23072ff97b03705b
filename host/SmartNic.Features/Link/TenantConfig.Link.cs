namespace SmartNic.Features;

/// <content>Tunnels of its own.</content>
public sealed partial record TenantConfig
{
    /// <summary>Tunnels that are this tenant's alone.</summary>
    public ConfigList<LinkConfig> Links { get; init; } = [];
}
