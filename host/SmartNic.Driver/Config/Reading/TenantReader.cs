using System.Net;

namespace SmartNic.Driver.Reading;

/// <summary>Reads the tenants.</summary>
internal sealed class TenantReader(ErrorList errors, Uniques<string> remotes)
{
    private static readonly string[] Keys =
    [
        "name", "vni", "interface", "rate", "committed_rate", "burst", "committed_burst",
        "on_yellow", "sources", "inner_vlan", "slow_path", "forwarding", "neighbours", "flood",
    ];

    private readonly Uniques<string> _names = new(errors);
    private readonly Uniques<uint> _vnis = new(errors);

    /// <summary>Reads the list of tenants.</summary>
    public ConfigList<TenantConfig> Tenants(FieldReader parent)
    {
        var items = parent.List("tenants");
        ConfigReader.CheckCount(parent, "tenants", items, ConfigLimits.Tenants, errors);
        var tenants = new List<TenantConfig>();
        foreach (var item in items)
        {
            if (FieldReader.Open(item, "tenant", Keys, errors) is { } fields)
            {
                tenants.Add(Tenant(fields));
            }
        }

        return tenants.ToConfigList();
    }

    private TenantConfig Tenant(FieldReader fields)
    {
        var name = fields.Required("name", Scalars.Name);
        ConfigReader.AddName(_names, fields, name);
        var vni = fields.Required("vni", Scalars.Number(1, ConfigLimits.Vni));
        if (vni != 0)
        {
            _vnis.Add(fields.Find("vni"), "vni", vni);
        }

        var rate = fields.Optional("rate", Scalars.Rate, BitRate.Unlimited);
        var committed = fields.Optional("committed_rate", Scalars.Rate, rate);
        ulong burst = 0, committedBurst = 0;
        if (!rate.IsUnlimited)
        {
            (burst, committedBurst) = Bursts(fields, rate, ref committed);
        }
        else if (!fields.Failed("rate"))
        {
            RejectMeterFields(fields);
        }

        var copiesPerSecond = TenantConfig.DefaultCopiesPerSecond;
        var slowPath = ConfigReader.Limit(
            fields, SlowPathLimit.TenantDefault, errors, ref copiesPerSecond);
        return new TenantConfig
        {
            Name = name,
            Vni = vni,
            Interface = (byte)fields.Optional(
                "interface", Scalars.Number(0, ConfigLimits.Interfaces - 1), 0u),
            Rate = rate,
            CommittedRate = committed,
            BurstBytes = burst,
            CommittedBurstBytes = committedBurst,
            OnYellow = fields.Optional("on_yellow", Scalars.OnYellow, default),
            Sources = fields.Optional("sources", Scalars.Sources, default),
            InnerVlan = fields.Optional("inner_vlan", Scalars.InnerVlan, default),
            SlowPath = slowPath,
            CopiesPerSecond = copiesPerSecond,
            Forwarding = Forwarding(fields),
            Neighbours = Neighbours(fields),
            Flood = Flood(fields),
        };
    }

    /// <summary>Without a rate there is no meter that these could belong to.</summary>
    private static void RejectMeterFields(FieldReader fields)
    {
        foreach (var key in (ReadOnlySpan<string>)["committed_rate", "burst", "committed_burst"])
        {
            if (fields.Find(key) is not null and not YamlScalar { Value: "unlimited" })
            {
                fields.Reject(key, "a rate beside it (rate is unlimited)");
            }
        }

        if (fields.Find("on_yellow") is not null and not YamlScalar { Value: "pass" })
        {
            fields.Reject("on_yellow", "a rate beside it (rate is unlimited)");
        }
    }

    private static (ulong Peak, ulong Committed) Bursts(
        FieldReader fields, BitRate peak, ref BitRate committed)
    {
        if (fields.Failed("committed_rate"))
        {
            committed = peak;
        }
        else if (committed.IsUnlimited || committed.BitsPerSecond > peak.BitsPerSecond)
        {
            fields.Reject("committed_rate", $"at most rate, which is {peak} (RFC 2698 section 2)");
            committed = peak;
        }

        var burst = fields.Optional("burst", Scalars.Size, MeterMath.DefaultBurst(peak));
        var committedBurst = fields.Optional(
            "committed_burst", Scalars.Size, Math.Min(burst, MeterMath.TwoSeconds(committed)));
        CheckBurst(fields, "burst", peak, burst);
        if (!fields.Failed("committed_rate"))
        {
            CheckBurst(fields, "committed_burst", committed, committedBurst);
        }

        return (burst, committedBurst);
    }

    private static void CheckBurst(FieldReader fields, string key, BitRate rate, ulong bytes)
    {
        if (fields.Find(key) is not { } node || fields.Failed(key))
        {
            return;
        }

        var most = MeterMath.TwoSeconds(rate);
        if (bytes > most)
        {
            fields.Reject(key, $"at most {most} B (2 s at {rate})");
        }
        else if (key == "burst" && bytes < ConfigLimits.LeastBurstBytes)
        {
            fields.Reject(key, $"at least {ConfigLimits.LeastBurstBytes} B (a frame longer than "
                + "the burst never passes)");
        }
        else if (bytes < ConfigLimits.LongestFrameBytes)
        {
            var effect = key == "burst" ? "never pass" : "are never green";
            fields.Warn(key, $"frames of more than {bytes} bytes {effect} (the longest have "
                + $"{ConfigLimits.LongestFrameBytes})");
        }
    }

    private ConfigList<ForwardingConfig> Forwarding(FieldReader parent)
    {
        var macs = new Uniques<MacAddress>(errors);
        var list = new List<ForwardingConfig>();
        foreach (var item in parent.List("forwarding"))
        {
            if (FieldReader.Open(item, "forwarding", ["mac", "remote"], errors) is { } fields)
            {
                var entry = new ForwardingConfig(
                    fields.Required("mac", Scalars.UnicastMac),
                    fields.Required("remote", Scalars.Name));
                CheckRemote(fields.Find("remote"), "remote", entry.Remote);
                if (entry.Mac.Value != 0)
                {
                    macs.Add(fields.Find("mac"), "mac", entry.Mac);
                }

                list.Add(entry);
            }
        }

        return list.ToConfigList();
    }

    private ConfigList<NeighbourConfig> Neighbours(FieldReader parent)
    {
        var ips = new Uniques<IPAddress>(errors);
        var list = new List<NeighbourConfig>();
        foreach (var item in parent.List("neighbours"))
        {
            if (FieldReader.Open(item, "neighbour", ["ip", "mac"], errors) is { } fields)
            {
                var entry = new NeighbourConfig(
                    fields.Required("ip", Scalars.UnicastIP),
                    fields.Required("mac", Scalars.UnicastMac));
                if (fields.IsGood)
                {
                    ips.Add(fields.Find("ip"), "ip", entry.Ip);
                }

                list.Add(entry);
            }
        }

        return list.ToConfigList();
    }

    private ConfigList<string> Flood(FieldReader parent)
    {
        var names = new Uniques<string>(errors);
        var list = new List<string>();
        foreach (var item in parent.List("flood"))
        {
            if (item is YamlScalar { Value: var name } && Scalars.Name.TryParse(name, out _))
            {
                CheckRemote(item, "flood", name);
                names.Add(item, "flood", name);
                list.Add(name);
            }
            else
            {
                errors.Add(item, $"flood: expected {Scalars.Name.Expected}, found {item.Found}");
            }
        }

        return list.ToConfigList();
    }

    private void CheckRemote(YamlNode? node, string key, string? name)
    {
        if (node is not null && name is not null && Scalars.Name.TryParse(name, out _)
            && !remotes.Has(name))
        {
            errors.Add(
                node, $"{key}: expected the name of a remote of this file, found {node.Found}");
        }
    }
}
