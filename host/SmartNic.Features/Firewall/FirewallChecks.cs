using SmartNic.Features.Fields;
using SmartNic.Features.Reading;
using SmartNic.Kernels;

namespace SmartNic.Features;

/// <summary>What rules must be beside what else stands in the file.</summary>
internal static class FirewallChecks
{
    /// <summary>When a rule has been read.</summary>
    public static void OfRule(FieldReader fields, RuleConfig rule)
    {
        if (fields.Failed("protocol"))
        {
            return;
        }

        Needs(fields, "source_ports", "protocol tcp or udp beside it",
            rule.Protocol is Protocol.Tcp or Protocol.Udp);
        Needs(fields, "destination_ports", "protocol tcp or udp beside it",
            rule.Protocol is Protocol.Tcp or Protocol.Udp);
        Needs(fields, "icmp_type", "protocol icmp or icmp6 beside it",
            rule.Protocol is Protocol.Icmp or Protocol.Icmpv6);
        Needs(fields, "tcp_flags", "protocol tcp beside it", rule.Protocol is Protocol.Tcp);
        var family = RuleConditions.IsIp6Of(rule.Protocol);
        if (rule.Source is { } source)
        {
            SameFamily(fields, "source", source, family, "protocol");
            family ??= source.IsIp6;
        }

        if (rule.Destination is { } destination && !fields.Failed("source"))
        {
            SameFamily(fields, "destination", destination, family,
                rule.Source?.IsIp6 == family ? "source" : "protocol");
        }
    }

    /// <summary>What is no IP is judged only where something is.</summary>
    public static FirewallConfig NonIp(FieldReader fields, FirewallConfig firewall)
    {
        if (firewall is { Ingress: null, Egress: null } && fields.Find("non_ip") is not null
            && !fields.Failed("ingress") && !fields.Failed("egress") && !fields.Failed("non_ip"))
        {
            fields.Reject("non_ip", "ingress or egress beside it");
        }

        return firewall;
    }

    /// <summary>When tenants and rules have been read.</summary>
    public static void OfFile(FieldReader fields, GatewayConfig config, ReadContext context)
    {
        if (fields.Find("firewall") is not YamlSequence list)
        {
            return;
        }

        // What is no map is no rule either, and an error of its own.
        YamlMapping[] nodes = [.. list.Items.OfType<YamlMapping>()];
        foreach (var direction in Enum.GetValues<RuleDirection>())
        {
            var places = Enumerable.Range(0, nodes.Length)
                .Where(i => config.Firewall[i].Direction == direction).ToArray();
            if (places.Length > RuleBook.Most)
            {
                context.Errors.Add(nodes[places[RuleBook.Most]],
                    $"firewall: expected at most {RuleBook.Most} rules of "
                    + $"{RuleTypes.Direction.Write(direction)}, as {NeighbourDiscovery.Name} is "
                    + $"one of {RuleSet.Rules}, found {places.Length}; this is the first too many");
            }

            Tags(config, direction, [.. places.Select(i => (config.Firewall[i], nodes[i]))],
                context);
        }
    }

    private static void Tags(
        GatewayConfig config, RuleDirection direction,
        IEnumerable<(RuleConfig Rule, YamlMapping Node)> rules, ReadContext context)
    {
        var all = config.Tenants.SelectMany(t => t.Tags).ToHashSet();
        var filtered = config.Tenants.Where(t => t.Firewall.DefaultOf(direction) is not null)
            .SelectMany(t => t.Tags).ToHashSet();
        foreach (var (_, node) in rules)
        {
            foreach (var tag in TagsOf(node).Where(tag => !filtered.Contains(tag.Value)))
            {
                var way = RuleTypes.Direction.Write(direction);
                var near = NearestName.Of(tag.Value, all.Where(t => t != tag.Value));
                context.Errors.Warn(tag, all.Contains(tag.Value)
                    ? $"tags: no tenant that has {tag.Found} is filtered: it has no firewall with "
                        + way
                    : $"tags: no tenant has {tag.Found}, so the rule holds for nobody by it"
                        + (near is null ? "" : $"; did you mean {near}?"));
            }
        }
    }

    private static IEnumerable<YamlScalar> TagsOf(YamlMapping rule) => rule.Pairs
        .Where(pair => pair.Key is YamlScalar { Value: "tags" })
        .SelectMany(pair => (pair.Value as YamlSequence)?.Items ?? [])
        .OfType<YamlScalar>();

    private static void Needs(FieldReader fields, string key, string expected, bool isThere)
    {
        if (!isThere && fields.Find(key) is not null && !fields.Failed(key))
        {
            fields.Reject(key, expected);
        }
    }

    private static void SameFamily(
        FieldReader fields, string key, IpPrefix prefix, bool? isIp6, string other)
    {
        if (isIp6 is { } family && prefix.IsIp6 != family && !fields.Failed(key))
        {
            fields.Reject(key, $"{(family ? "IPv6" : "IPv4")}, as {other} is");
        }
    }
}
