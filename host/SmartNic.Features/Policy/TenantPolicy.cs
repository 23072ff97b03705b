namespace SmartNic.Features;

/// <summary>Which outer source addresses a tenant receives from.</summary>
public enum TunnelSources
{
    /// <summary>The remotes that its forwarding and flood name.</summary>
    Remotes,

    /// <summary>Every address but our own.</summary>
    Any,
}

/// <summary>What happens to a tenant's frames with VLAN tags (RFC 7348 section 6.1).</summary>
public enum InnerVlan
{
    /// <summary>They are dropped.</summary>
    Drop,

    /// <summary>They are forwarded with their tags.</summary>
    Keep,
}
