using SmartNic.Features.Fields;

namespace SmartNic.Features;

/// <summary>The field <c>firewall</c> of the file, <c>tags</c> and <c>firewall</c> of a tenant.
/// </summary>
internal static class FirewallSection
{
    private const string NoName = "-";

    /// <summary>A rule.</summary>
    public static Section<RuleConfig> Item { get; } = new(
        "rule",
        new RuleConfig { Name = NoName, Direction = default, Action = default },
    [
        new ValueField<RuleConfig, string>(
            "name", Types.Name, r => r.Name, (r, v) => r with { Name = v })
        {
            Description = $"Name, once in the file; not {NeighbourDiscovery.Name}, which is "
                + "built in.",
            IsRequired = true,
            Check = (fields, rule) =>
            {
                if (rule.Name == NeighbourDiscovery.Name)
                {
                    fields.Reject("name", "another name: the rule of this one is built in");
                }

                return rule;
            },
        },
        new ValueField<RuleConfig, RuleDirection>(
            "direction", RuleTypes.Direction,
            r => r.Direction, (r, v) => r with { Direction = v })
        {
            Description = "Whether it judges what tenants receive, or what they send.",
            IsRequired = true,
        },
        new ValueField<RuleConfig, RuleAction>(
            "action", RuleTypes.Action, r => r.Action, (r, v) => r with { Action = v })
        {
            Description = "What becomes of packets that it is the first to match.",
            IsRequired = true,
        },
        new ValuesField<RuleConfig>(
            "tags", null, r => r.Tags, (r, v) => r with { Tags = v })
        {
            Description = "It holds for tenants with any of these tags; without one for all that "
                + "are filtered.",
            IsWritten = r => r.Tags.Count > 0,
        },
        new ValueField<RuleConfig, byte?>(
            "protocol", RuleTypes.Protocol, r => r.Protocol, (r, v) => r with { Protocol = v })
        {
            Description = "IP protocol, of IPv6 the first next header. icmp is IPv4 only, icmp6 "
                + "IPv6 only.",
            DefaultText = "any",
            IsWritten = r => r.Protocol is not null,
        },
        new ValueField<RuleConfig, IpPrefix?>(
            "source", RuleTypes.Prefix, r => r.Source, (r, v) => r with { Source = v })
        {
            Description = "Source addresses; 0.0.0.0/0 is all of IPv4, \"::/0\" all of IPv6.",
            DefaultText = "any",
            IsWritten = r => r.Source is not null,
        },
        new ValueField<RuleConfig, IpPrefix?>(
            "destination", RuleTypes.Prefix,
            r => r.Destination, (r, v) => r with { Destination = v })
        {
            Description = "Destination addresses.",
            DefaultText = "any",
            IsWritten = r => r.Destination is not null,
        },
        new ValueField<RuleConfig, PortRange?>(
            "source_ports", RuleTypes.Ports,
            r => r.SourcePorts, (r, v) => r with { SourcePorts = v })
        {
            Description = "Source ports of tcp or udp. In fragments, behind options of IPv4 and "
                + "extension headers of IPv6 no ports are seen, and such a rule does not match.",
            DefaultText = "any",
            IsWritten = r => r.SourcePorts is not null,
        },
        new ValueField<RuleConfig, PortRange?>(
            "destination_ports", RuleTypes.Ports,
            r => r.DestinationPorts, (r, v) => r with { DestinationPorts = v })
        {
            Description = "Destination ports, in the same way.",
            DefaultText = "any",
            IsWritten = r => r.DestinationPorts is not null,
        },
        new ValueField<RuleConfig, IcmpType?>(
            "icmp_type", RuleTypes.IcmpType, r => r.IcmpType, (r, v) => r with { IcmpType = v })
        {
            Description = "Type of icmp or icmp6, or type and code; seen where ports would be.",
            DefaultText = "any",
            IsWritten = r => r.IcmpType is not null,
        },
        new ValueField<RuleConfig, TcpFlags?>(
            "tcp_flags", RuleTypes.Flags, r => r.TcpFlags, (r, v) => r with { TcpFlags = v })
        {
            Description = "Flags of tcp that are set, and with ! those that are not; seen where "
                + "ports are.",
            DefaultText = "any",
            IsWritten = r => r.TcpFlags is not null,
        },
    ])
    {
        Uniques = [new("name", r => r.Name) { IsAlways = true }],
        Check = (fields, rule, _) => FirewallChecks.OfRule(fields, rule),
    };

    /// <summary>The rules.</summary>
    public static Field<GatewayConfig> Rules { get; } = new ListField<GatewayConfig, RuleConfig>(
        "firewall", Item, g => g.Firewall, (g, v) => g with { Firewall = v })
    {
        Description = "Rules of what filtered tenants receive and send: the first that holds for a "
            + $"tenant and matches decides. At most {RuleBook.Most} of each direction. ARP always "
            + "passes, neighbour discovery of IPv6 by a built-in rule before all others.",
        IsBlock = true,
        IsWritten = g => g.Firewall.Count > 0,
    };

    /// <summary>Those of a tenant.</summary>
    public static IReadOnlyList<Field<TenantConfig>> OfTenant { get; } =
    [
        new ValuesField<TenantConfig>(
            "tags", null, t => t.Tags, (t, v) => t with { Tags = v })
        {
            Description = "What rules of the firewall know it by.",
            IsWritten = t => t.Tags.Count > 0,
        },
        new MapField<TenantConfig, FirewallConfig>(
            "firewall",
            new("firewall", FirewallConfig.None,
            [
                Default(
                    "ingress", "receives", f => f.Ingress, (f, v) => f with { Ingress = v }),
                Default("egress", "sends", f => f.Egress, (f, v) => f with { Egress = v }),
                new ValueField<FirewallConfig, NonIp>(
                    "non_ip", Types.Either("drop", NonIp.Drop, "pass", NonIp.Pass),
                    f => f.NonIp, (f, v) => f with { NonIp = v })
                {
                    Description = "What becomes of its frames that are neither IP nor ARP, where "
                        + "it is filtered.",
                    DefaultText = "drop",
                    IsWritten = f => f.NonIp != NonIp.Drop,
                    Check = FirewallChecks.NonIp,
                },
            ]),
            t => t.Firewall, (t, v) => t with { Firewall = v })
        {
            Description = "How it is filtered.",
            IsWritten = t => t.Firewall != FirewallConfig.None,
        },
    ];

    private static ValueField<FirewallConfig, RuleAction?> Default(
        string name, string does, Func<FirewallConfig, RuleAction?> get,
        Func<FirewallConfig, RuleAction?, FirewallConfig> set) => new(
        name, RuleTypes.Default, get, set)
    {
        Description = $"What becomes of what it {does} and no rule matches.",
        DefaultText = "not filtered",
        IsWritten = f => get(f) is not null,
    };
}
