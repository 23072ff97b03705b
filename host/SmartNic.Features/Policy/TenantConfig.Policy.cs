namespace SmartNic.Features;

/// <content>From whom a tenant receives, with what tags, and the DSCP.</content>
public sealed partial record TenantConfig
{
    /// <summary>Which outer source addresses it receives from.</summary>
    public TunnelSources Sources { get; init; }

    /// <summary>What happens to its frames with VLAN tags, both ways.</summary>
    public InnerVlan InnerVlan { get; init; }

    /// <summary>How inner and outer DSCP belong together.</summary>
    public DscpMode DscpMode { get; init; }

    /// <summary>Outer DSCP of its frames, 0 to 63; null for that of the remote.</summary>
    public byte? Dscp { get; init; }
}
