using SmartNic.Kernels;

namespace SmartNic.Features;

/// <summary>
/// The rule that comes before all others, for every filtered workload: without neighbour discovery
/// (RFC 4861: ICMPv6 types 133 to 136) no station of IPv6 finds another.
/// </summary>
internal static class NeighbourDiscovery
{
    /// <summary>Its name, which no rule of a file has.</summary>
    public const string Name = "neighbour-discovery";

    /// <summary>Its position.</summary>
    public const int Position = 0;

    /// <summary>What it asks: router and neighbour solicitation and advertisement.</summary>
    public static RuleConditions Conditions { get; } = new()
    {
        IsIp6 = true,
        Protocol = Protocol.Icmpv6,
        HasPorts = true,
        SourcePorts = new(133 << 8, (136 << 8) | 255),
    };
}
