namespace SmartNic.Features;

/// <content>Whom the slow path answers for.</content>
public sealed partial record TenantConfig
{
    /// <summary>Addresses that the slow path answers for.</summary>
    public ConfigList<NeighbourConfig> Neighbours { get; init; } = [];
}
