using SmartNic.Kernels;

namespace SmartNic.Features;

/// <summary>What a rule asks of a packet, as the tables have it: two rules are equal here when the
/// same packets match them, however they are written.</summary>
internal readonly record struct RuleConditions
{
    /// <summary>A rule that asks nothing.</summary>
    public RuleConditions() => (SourcePorts, DestinationPorts) = (PortRange.All, PortRange.All);

    /// <summary>IPv6 or IPv4; null for both.</summary>
    public bool? IsIp6 { get; init; }

    /// <summary>Source address, where <see cref="SourceMask"/> has bits.</summary>
    public UInt128 Source { get; init; }

    /// <summary>Bits of the source address that are compared.</summary>
    public UInt128 SourceMask { get; init; }

    /// <summary>Destination address, where <see cref="DestinationMask"/> has bits.</summary>
    public UInt128 Destination { get; init; }

    /// <summary>Bits of the destination address that are compared.</summary>
    public UInt128 DestinationMask { get; init; }

    /// <summary>IP protocol; null for any.</summary>
    public byte? Protocol { get; init; }

    /// <summary>Ports, flags, or type and code must be known.</summary>
    public bool HasPorts { get; init; }

    /// <summary>Source ports; of ICMP type and code.</summary>
    public PortRange SourcePorts { get; init; }

    /// <summary>Destination ports.</summary>
    public PortRange DestinationPorts { get; init; }

    /// <summary>Flags of TCP.</summary>
    public TcpFlags Flags { get; init; }

    /// <summary>Those of a rule.</summary>
    public static RuleConditions Of(RuleConfig rule) => new()
    {
        IsIp6 = rule.Source?.IsIp6 ?? rule.Destination?.IsIp6 ?? IsIp6Of(rule.Protocol),
        Source = Masked(rule.Source),
        SourceMask = rule.Source?.Mask ?? 0,
        Destination = Masked(rule.Destination),
        DestinationMask = rule.Destination?.Mask ?? 0,
        Protocol = rule.Protocol,
        HasPorts = rule.SourcePorts is not null || rule.DestinationPorts is not null
            || rule.IcmpType is not null || rule.TcpFlags is not null,
        SourcePorts = rule.SourcePorts ?? rule.IcmpType?.Range ?? PortRange.All,
        DestinationPorts = rule.DestinationPorts ?? PortRange.All,
        Flags = rule.TcpFlags ?? default,
    };

    /// <summary>Which IP version a protocol is one of; null for both.</summary>
    public static bool? IsIp6Of(byte? protocol) => protocol switch
    {
        Kernels.Protocol.Icmp => false,
        Kernels.Protocol.Icmpv6 => true,
        _ => null,
    };

    private static UInt128 Masked(IpPrefix? prefix) =>
        prefix is { } p ? p.Address & p.Mask : 0;
}
