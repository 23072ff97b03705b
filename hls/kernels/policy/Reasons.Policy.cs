namespace SmartNic.Kernels;

/// <content>What a tenant may not receive or send.</content>
public static partial class Reasons
{
    /// <summary>Inner frame is shorter than an Ethernet header, or IP without one longer than what
    /// carries it (RFC 791 section 3.1, RFC 8200 section 3).</summary>
    [CountedIn(Directions.Rx)]
    public const Reason InnerLength = (Reason)Outcome.Malformed + 6;

    /// <summary>Outer source is not one of the tenant's remotes, or is our own.</summary>
    [CountedIn(Directions.Rx)]
    public const Reason ForeignSource = (Reason)Outcome.Source + 1;

    /// <summary>The tenant's frame has a VLAN tag (RFC 7348 section 6.1).</summary>
    [CountedIn(Directions.Rx | Directions.Tx)]
    public const Reason InnerVlan = (Reason)Outcome.Policy + 0;

    /// <summary>Congestion was met on the way, and the inner packet cannot say so (RFC 6040 section
    /// 4.2).</summary>
    [CountedIn(Directions.Rx)]
    public const Reason EcnNotCapable = (Reason)Outcome.Congestion + 0;
}
