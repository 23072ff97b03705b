using System.Globalization;
using System.Text;

namespace SmartNic.Driver;

/// <summary>
/// Writes <c>gateway.yaml</c> in canonical form: defaults spelled out, order kept.
/// </summary>
public static class ConfigWriter
{
    /// <summary>
    /// YAML with every value spelled out; loading it gives an equal configuration.
    /// </summary>
    public static string Write(GatewayConfig config)
    {
        var yaml = new StringBuilder();
        yaml.Append(CultureInfo.InvariantCulture, $"version: {GatewayConfig.FormatVersion}\n");
        yaml.Append(CultureInfo.InvariantCulture, $"on_full: {Text(config.OnFull)}\n");
        yaml.Append(
            CultureInfo.InvariantCulture, $"slow_path: {{ {Limit(config.SlowPath)} }}\n");
        List(yaml, "", "endpoints", config.Endpoints.Select(Endpoint));
        List(yaml, "", "remotes", config.Remotes.Select(Remote));
        if (config.Tenants.Count == 0)
        {
            return yaml.Append("tenants: []\n").ToString();
        }

        yaml.Append("tenants:\n");
        foreach (var tenant in config.Tenants)
        {
            Tenant(yaml, tenant);
        }

        return yaml.ToString();
    }

    private static void Tenant(StringBuilder yaml, TenantConfig tenant)
    {
        var culture = CultureInfo.InvariantCulture;
        yaml.Append(culture, $"  - name: {Name(tenant.Name)}\n");
        yaml.Append(culture, $"    vni: {tenant.Vni}\n");
        yaml.Append(culture, $"    interface: {tenant.Interface}\n");
        yaml.Append(culture, $"    rate: {tenant.Rate}\n");
        if (!tenant.Rate.IsUnlimited)
        {
            yaml.Append(culture, $"    committed_rate: {tenant.CommittedRate}\n");
            yaml.Append(culture, $"    burst: {Size(tenant.BurstBytes)}\n");
            yaml.Append(culture, $"    committed_burst: {Size(tenant.CommittedBurstBytes)}\n");
            yaml.Append(culture, $"    on_yellow: {tenant.OnYellow}\n");
        }

        yaml.Append(culture, $"    sources: {Word(tenant.Sources)}\n");
        yaml.Append(culture, $"    inner_vlan: {Word(tenant.InnerVlan)}\n");
        yaml.Append(
            culture, $"    slow_path: {{ {Limit(tenant.SlowPath)}, "
                + $"copies_per_second: {tenant.CopiesPerSecond} }}\n");
        List(yaml, "    ", "forwarding", tenant.Forwarding.Select(
            f => $"{{ mac: \"{f.Mac}\", remote: {Name(f.Remote)} }}"));
        List(yaml, "    ", "neighbours", tenant.Neighbours.Select(
            n => $"{{ ip: \"{n.Ip}\", mac: \"{n.Mac}\" }}"));
        List(yaml, "    ", "flood", tenant.Flood.Select(Name));
    }

    private static string Endpoint(EndpointConfig endpoint)
    {
        var ip6 = endpoint.Ip6 is { } ip ? $"ip6: \"{ip}\", " : "";
        return $"{{ name: {Name(endpoint.Name)}, interface: {endpoint.Interface}, "
            + $"ip: {endpoint.Ip}, {ip6}mac: \"{endpoint.Mac}\", "
            + $"udp_port: {endpoint.UdpPort} }}";
    }

    private static string Remote(RemoteConfig remote) =>
        $"{{ name: {Name(remote.Name)}, ip: {remote.Ip}, mac: \"{remote.Mac}\", "
        + $"endpoint: {Name(remote.Endpoint)}, ttl: {remote.Ttl} }}";

    private static string Word<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();

    private static void List(
        StringBuilder yaml, string indent, string key, IEnumerable<string> items)
    {
        var list = items.ToList();
        yaml.Append(indent).Append(key).Append(list.Count == 0 ? ": []\n" : ":\n");
        foreach (var item in list)
        {
            yaml.Append(indent).Append("  - ").Append(item).Append('\n');
        }
    }

    private static string Text(OnFull onFull) =>
        onFull == OnFull.SkipTenant ? "skip_tenant" : "refuse";

    private static string Limit(SlowPathLimit limit) =>
        $"packets_per_second: {limit.PacketsPerSecond}, burst_packets: {limit.BurstPackets}";

    /// <summary>
    /// A number or a dash at the start would be something else to other YAML readers.
    /// </summary>
    private static string Name(string name) =>
        char.IsAsciiLetterLower(name[0])
            && name is not ("true" or "false" or "null" or "yes" or "no" or "on" or "off"
                or "y" or "n")
            ? name
            : $"\"{name}\"";

    private static string Size(ulong bytes) => bytes switch
    {
        var b when b % (1 << 20) == 0 => $"{b >> 20} MiB",
        var b when b % (1 << 10) == 0 => $"{b >> 10} KiB",
        var b => $"{b} B",
    };
}
