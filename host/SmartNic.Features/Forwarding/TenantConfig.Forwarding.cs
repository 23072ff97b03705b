namespace SmartNic.Features;

/// <content>Where a tenant's frames go.</content>
public sealed partial record TenantConfig
{
    /// <summary>Which remote has which inner destination address.</summary>
    public ConfigList<ForwardingConfig> Forwarding { get; init; } = [];

    /// <summary>Names of the remotes that get broadcast, multicast and unknown unicast.</summary>
    public ConfigList<string> Flood { get; init; } = [];
}
