namespace SmartNic.Features;

/// <content>How fast a tenant is.</content>
public sealed partial record TenantConfig
{
    /// <summary>How fast it may receive from the wire.</summary>
    public RateConfig Receive { get; init; } = new();

    /// <summary>How fast it may send to the wire.</summary>
    public RateConfig Send { get; init; } = new();
}
