namespace SmartNic.Features;

/// <content>From whom a tenant receives, and with what tags.</content>
public sealed partial record TenantConfig
{
    /// <summary>Which outer source addresses it receives from.</summary>
    public TunnelSources Sources { get; init; }

    /// <summary>What happens to its frames with VLAN tags, both ways.</summary>
    public InnerVlan InnerVlan { get; init; }
}
