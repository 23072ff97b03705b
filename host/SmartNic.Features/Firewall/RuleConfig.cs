namespace SmartNic.Features;

/// <summary>A rule of the firewall: of those that hold for a workload, the first that matches a
/// packet decides.</summary>
public sealed record RuleConfig
{
    /// <summary>Its name, of <c>[a-z0-9-]</c>; once in a file.</summary>
    public required string Name { get; init; }

    /// <summary>Which packets it judges.</summary>
    public required RuleDirection Direction { get; init; }

    /// <summary>What becomes of those that it matches.</summary>
    public required RuleAction Action { get; init; }

    /// <summary>It holds for tenants with any of these tags; without one for all that are filtered.
    /// </summary>
    public ConfigList<string> Tags { get; init; } = [];

    /// <summary>IP protocol number; null for any.</summary>
    public byte? Protocol { get; init; }

    /// <summary>Whom packets are from; null for anyone.</summary>
    public IpPrefix? Source { get; init; }

    /// <summary>Whom packets are for; null for anyone.</summary>
    public IpPrefix? Destination { get; init; }

    /// <summary>Source ports of TCP or UDP; null for any, and for packets whose ports are not seen.
    /// </summary>
    public PortRange? SourcePorts { get; init; }

    /// <summary>Destination ports, in the same way.</summary>
    public PortRange? DestinationPorts { get; init; }

    /// <summary>Messages of ICMP or ICMPv6; null for any.</summary>
    public IcmpType? IcmpType { get; init; }

    /// <summary>Flags of TCP; null for any.</summary>
    public TcpFlags? TcpFlags { get; init; }

    /// <summary>Whether it holds for a tenant, if that is filtered.</summary>
    public bool HoldsFor(TenantConfig tenant) =>
        Tags.Count == 0 || Tags.Any(tag => tenant.Tags.Contains(tag));
}
