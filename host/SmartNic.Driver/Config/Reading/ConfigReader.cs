using System.Net;

namespace SmartNic.Driver.Reading;

/// <summary>Nodes to a configuration: structure, ranges, duplicates, references.</summary>
internal sealed class ConfigReader
{
    private readonly ErrorList _errors;
    private readonly Uniques<string> _endpointNames;
    private readonly Uniques<IPAddress> _endpointIps;
    private readonly Uniques<string> _remoteNames;

    private ConfigReader(ErrorList errors)
    {
        _errors = errors;
        _endpointNames = new Uniques<string>(errors);
        _endpointIps = new Uniques<IPAddress>(errors);
        _remoteNames = new Uniques<string>(errors);
    }

    private static ScalarParser<uint> Interface { get; } =
        Scalars.Number(0, ConfigLimits.Interfaces - 1);

    /// <summary>Reads the whole file; the result counts only when no error was noted.</summary>
    public static GatewayConfig? Read(YamlNode root, ErrorList errors) =>
        new ConfigReader(errors).Gateway(root);

    private GatewayConfig? Gateway(YamlNode root)
    {
        ReadOnlySpan<string> keys = [
            "version", "on_full", "slow_path", "endpoints", "remotes", "tenants",
        ];
        if (FieldReader.Open(root, "file", keys, _errors) is not { } fields)
        {
            return null;
        }

        fields.Required("version", Scalars.Number(1, GatewayConfig.FormatVersion));

        // Endpoints before remotes before tenants: references are checked whatever the order in the
        // file.
        return new GatewayConfig
        {
            OnFull = fields.Optional("on_full", Scalars.OnFull, OnFull.Refuse),
            SlowPath = WireLimit(fields, _errors),
            Endpoints = Endpoints(fields),
            Remotes = Remotes(fields),
            Tenants = new TenantReader(_errors, _remoteNames).Tenants(fields),
        };
    }

    /// <summary>Reads a tenant's limits of packets to the slow path, and of copies made there.
    /// </summary>
    public static SlowPathLimit Limit(
        FieldReader parent, SlowPathLimit absent, ErrorList errors, ref uint copiesPerSecond)
    {
        if (parent.Find("slow_path") is not { } node || FieldReader.Open(
            node, "slow_path", ["packets_per_second", "burst_packets", "copies_per_second"],
            errors) is not { } fields)
        {
            return absent;
        }

        copiesPerSecond = fields.Optional(
            "copies_per_second", Scalars.Number(1, TenantConfig.MaxCopiesPerSecond),
            copiesPerSecond);
        return Limit(fields, absent);
    }

    /// <summary>Reads the limit of packets from the wire; none of them is copied.</summary>
    private static SlowPathLimit WireLimit(FieldReader parent, ErrorList errors)
    {
        var absent = SlowPathLimit.WireDefault;
        return parent.Find("slow_path") is { } node && FieldReader.Open(
            node, "slow_path", ["packets_per_second", "burst_packets"], errors) is { } fields
                ? Limit(fields, absent)
                : absent;
    }

    private static SlowPathLimit Limit(FieldReader fields, SlowPathLimit absent)
    {
        var rate = fields.Optional(
            "packets_per_second",
            Scalars.Number(SlowPathLimit.MinPacketsPerSecond, SlowPathLimit.MaxPacketsPerSecond),
            absent.PacketsPerSecond);
        var most = MeterMath.TwoSeconds(rate);
        var burst = fields.Optional("burst_packets",
            Scalars.Number(1, MeterMath.TwoSeconds(SlowPathLimit.MaxPacketsPerSecond)),
            Math.Min(absent.BurstPackets, most));
        if (fields.IsGood && burst > most)
        {
            fields.Reject("burst_packets", $"at most {most} (2 s at packets_per_second)");
        }

        return new SlowPathLimit(rate, burst);
    }

    /// <summary>Notes an error when a list is longer than the tables allow.</summary>
    public static void CheckCount(
        FieldReader fields, string key, IReadOnlyList<YamlNode> items, int most, ErrorList errors)
    {
        if (items.Count > most && fields.Find(key) is { } node)
        {
            errors.Add(node, $"{key}: expected at most {most}, found {items.Count}");
        }
    }

    private ConfigList<EndpointConfig> Endpoints(FieldReader parent)
    {
        var items = parent.List("endpoints");
        CheckCount(parent, "endpoints", items, ConfigLimits.Endpoints, _errors);
        var ip6s = new Uniques<IPAddress>(_errors);
        var endpoints = new List<EndpointConfig>();
        foreach (var item in items)
        {
            ReadOnlySpan<string> keys = ["name", "interface", "ip", "ip6", "mac", "udp_port"];
            if (FieldReader.Open(item, "endpoint", keys, _errors) is not { } fields)
            {
                continue;
            }

            var endpoint = new EndpointConfig
            {
                Name = fields.Required("name", Scalars.Name),
                Interface = (byte)fields.Optional("interface", Interface, 0u),
                Ip = fields.Required("ip", Scalars.UnicastIPv4),
                Ip6 = fields.Optional("ip6", Scalars.UnicastIPv6!, null),
                Mac = fields.Required("mac", Scalars.UnicastMac),
                UdpPort = (ushort)fields.Optional(
                    "udp_port", Scalars.Number(1, ushort.MaxValue), Kernels.Protocol.VxlanPort),
            };
            AddName(_endpointNames, fields, endpoint.Name);
            if (fields.IsGood)
            {
                _endpointIps.Add(fields.Find("ip"), "ip", endpoint.Ip);
                ip6s.Add(fields.Find("ip6"), "ip6", endpoint.Ip6 ?? IPAddress.IPv6None);
                endpoints.Add(endpoint);
            }
        }

        return endpoints.ToConfigList();
    }

    private ConfigList<RemoteConfig> Remotes(FieldReader parent)
    {
        var items = parent.List("remotes");
        CheckCount(parent, "remotes", items, ConfigLimits.Remotes, _errors);
        var remotes = new List<RemoteConfig>();
        foreach (var item in items)
        {
            ReadOnlySpan<string> keys = ["name", "ip", "mac", "endpoint", "ttl"];
            if (FieldReader.Open(item, "remote", keys, _errors) is not { } fields)
            {
                continue;
            }

            var remote = new RemoteConfig
            {
                Name = fields.Required("name", Scalars.Name),
                Ip = fields.Required("ip", Scalars.UnicastIPv4),
                Mac = fields.Required("mac", Scalars.UnicastMac),
                Endpoint = fields.Required("endpoint", Scalars.Name),
                Ttl = (byte)fields.Optional(
                    "ttl", Scalars.Number(1, byte.MaxValue), RemoteConfig.DefaultTtl),
            };
            AddName(_remoteNames, fields, remote.Name);
            if (remote.Endpoint is { } endpoint && Scalars.Name.TryParse(endpoint, out _)
                && !_endpointNames.Has(endpoint))
            {
                fields.Reject("endpoint", "the name of an endpoint of this file");
            }

            if (remote.Ip is not null && _endpointIps.Has(remote.Ip))
            {
                fields.Reject("ip", "the address of another gateway (this one is an endpoint of "
                    + "this file)");
            }

            remotes.Add(remote);
        }

        return remotes.ToConfigList();
    }

    /// <summary>A name counts as declared even when the rest of its record is wrong.</summary>
    internal static void AddName(Uniques<string> names, FieldReader fields, string? name)
    {
        if (name is not null)
        {
            names.Add(fields.Find("name"), "name", name);
        }
    }
}
