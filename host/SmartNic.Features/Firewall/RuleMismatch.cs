using SmartNic.Driver.Tables;
using SmartNic.Kernels;

namespace SmartNic.Features;

/// <summary>Says why a rule does not match a packet.</summary>
internal static class RuleMismatch
{
    /// <summary>The first condition that does not hold; null when all do.</summary>
    public static string? Of(in RuleConditions rule, in FiveTuple packet)
    {
        var isIcmp = rule.Protocol is Protocol.Icmp or Protocol.Icmpv6;
        return rule.IsIp6 is { } isIp6 && isIp6 != packet.IsIp6
                ? $"it is for {(isIp6 ? "IPv6" : "IPv4")}"
            : rule.Protocol is { } protocol && protocol != packet.Protocol
                ? $"protocol {RuleTypes.Protocol.Write(packet.Protocol)} is not "
                    + RuleTypes.Protocol.Write(protocol)
            : ((packet.Source ^ rule.Source) & rule.SourceMask) != 0
                ? Outside("source", packet.Source, rule.Source, rule.SourceMask, packet.IsIp6)
            : ((packet.Destination ^ rule.Destination) & rule.DestinationMask) != 0
                ? Outside("destination", packet.Destination, rule.Destination,
                    rule.DestinationMask, packet.IsIp6)
            : rule.HasPorts && !packet.HasPorts
                ? isIcmp ? "its type is not seen" : "its ports are not seen"
            : !rule.SourcePorts.Has(packet.SourcePort)
                ? isIcmp ? $"icmp_type {Icmp(packet.SourcePort)} is not {Icmp(rule.SourcePorts)}"
                    : $"source port {packet.SourcePort} is not {rule.SourcePorts}"
            : !rule.DestinationPorts.Has(packet.DestinationPort)
                ? $"destination port {packet.DestinationPort} is not {rule.DestinationPorts}"
            : !rule.Flags.Has(packet.Flags)
                ? $"tcp_flags {Flags(packet.Flags)} are not {rule.Flags}"
            : null;
    }

    private static string Outside(
        string what, UInt128 address, UInt128 value, UInt128 mask, bool isIp6)
    {
        var bits = (int)UInt128.PopCount(mask);
        var prefix = new IpPrefix(value, bits, isIp6).Masked();
        return $"{what} {IpText.Format(address)} is not in {prefix}";
    }

    private static string Icmp(ushort type) => $"{type >> 8}/{type & 255}";

    private static string Icmp(PortRange types)
    {
        var (first, last) = (types.First >> 8, types.Last >> 8);
        return types.First == types.Last ? Icmp(types.First)
            : first == last ? $"{first}" : $"{first}-{last}";
    }

    private static string Flags(byte flags) =>
        flags == 0 ? "(none)" : new TcpFlags(flags, 0).ToString();
}
