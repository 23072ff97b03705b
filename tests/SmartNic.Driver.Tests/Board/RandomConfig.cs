using SmartNic.Driver.Tables;
using SmartNic.Kernels;

namespace SmartNic.Driver.Tests.Board;

/// <summary>Random configurations over the keys of <see cref="Universe"/>.</summary>
internal sealed class RandomConfig(Random random, byte interfaces)
{
    private static readonly ulong[] Rates = [0, 64_000, 1_000_000, 999_999_999, 100_000_000_000];

    public GatewayConfig Next()
    {
        var endpoints = Some(Universe.Endpoints, 1).Select(n => new EndpointConfig
        {
            Name = $"e{n}",
            Interface = (byte)random.Next(interfaces),
            Ip = n % 3 == 1 ? null : Universe.Ip(n),
            Ip6 = n % 3 == 0 ? null : Universe.Ip6(n),
            Mac = new MacAddress(Universe.Mac(n)),
            UdpPort = (ushort)(random.Next(3) == 0 ? 8472 : 4789),
            Geneve = random.Next(2) == 0,
            Nvgre = random.Next(2) == 0,
        }).ToConfigList();
        var remotes = Some(Universe.Remotes, 1)
            .Select(n => Remote(n, endpoints[random.Next(endpoints.Count)])).ToConfigList();
        return new GatewayConfig
        {
            SlowPath = new SlowPathLimit(random.Next(2) == 0 ? 1000u : 2000u, 10),
            Endpoints = endpoints,
            Remotes = remotes,
            Firewall = Some(Universe.Rules, 0).Select(Rule).ToConfigList(),
            Tenants = Tenants(remotes),
        };
    }

    private RemoteConfig Remote(int n, EndpointConfig endpoint) => new()
    {
        Name = $"r{n}",
        Ip = endpoint.Ip is null || (endpoint.Ip6 is not null && random.Next(2) == 0)
            ? Universe.Ip6(100 + n)
            : Universe.Ip(100 + n),
        Mac = new MacAddress(Universe.Mac(random.Next(3))),
        Endpoint = endpoint.Name,
        Ttl = (byte)random.Next(1, 3),
        Tunnel = (TunnelKind)random.Next(1, 4),
        Dscp = (byte)random.Next(3),
        Mtu = (ushort)(random.Next(2) == 0 ? 0 : random.Next(1500, 1503)),
    };

    private ConfigList<TenantConfig> Tenants(ConfigList<RemoteConfig> remotes)
    {
        // The same VNIs go to other tenants: the hard case of an exact-match entry with a new
        // value.
        var vnis = Enumerable.Range(0, Universe.Tenants).ToArray();
        if (random.Next(3) == 0)
        {
            random.Shuffle(vnis);
        }

        return Some(Universe.Tenants, 0).Select(n =>
        {
            return new TenantConfig
            {
                Name = $"t{n}",
                Vni = Universe.Vni(vnis[n]),
                Interface = (byte)random.Next(interfaces),
                Receive = RatesOf(isSent: false),
                Send = RatesOf(isSent: true),
                Sources = (TunnelSources)random.Next(2),
                InnerVlan = (InnerVlan)random.Next(2),
                DscpMode = (DscpMode)random.Next(2),
                Dscp = random.Next(2) == 0 ? null : (byte)random.Next(64),
                Mtu = (ushort)(random.Next(2) == 0 ? 0 : random.Next(1400, 1403)),
                TcpMss = (TcpMss)random.Next(2),
                Tags = [.. Some(Universe.Tags, 0).Select(tag => $"g{tag}")],
                Firewall = Filter(),
                Forwarding = Some(Universe.Macs, 0).Select(m => new ForwardingConfig(
                    new MacAddress(Universe.Mac(m)), remotes[random.Next(remotes.Count)].Name))
                    .ToConfigList(),
            };
        }).ToConfigList();
    }

    private RuleConfig Rule(int n) => new()
    {
        Name = $"f{n}",
        Direction = (RuleDirection)random.Next(2),
        Action = (RuleAction)random.Next(2),
        Tags = random.Next(2) == 0 ? ConfigList<string>.Empty : Some(Universe.Tags, 1)
            .Select(tag => $"g{tag}").ToConfigList(),
        Source = random.Next(3) != 0 ? null : new IpPrefix(
            Universe.Ip(random.Next(4)).ToUInt128(), random.Next(4), IsIp6: false).Masked(),
    };

    private FirewallConfig Filter() => new()
    {
        Ingress = random.Next(3) == 0 ? null : (RuleAction)random.Next(2),
        Egress = random.Next(3) == 0 ? null : (RuleAction)random.Next(2),
    };

    private RateConfig RatesOf(bool isSent)
    {
        var rate = new BitRate(Rates[random.Next(Rates.Length)]);
        var burst = rate.IsUnlimited ? 0 : MeterMath.DefaultBurst(rate);
        var isSingle = !rate.IsUnlimited && random.Next(2) == 0;
        return new RateConfig
        {
            Rate = rate,
            CommittedRate = rate,
            BurstBytes = burst,
            CommittedBurstBytes = burst,
            Kind = isSingle ? MeterKind.SingleRate : MeterKind.TwoRate,
            Length = (LengthBase)(rate.IsUnlimited ? 0 : random.Next(3)),
            ColorMode = (ColorMode)(rate.IsUnlimited ? 0 : random.Next(2)),
            OnGreen = isSent || random.Next(2) == 0 ? default : Remark(rate),
            OnYellow = OnColor(rate, isSent),
            OnRed = rate.IsUnlimited ? new OnColor(ColorAction.Drop) : OnColor(rate, isSent),
        };
    }

    private OnColor Remark(BitRate rate) => rate.IsUnlimited ? default
        : new OnColor(ColorAction.Remark, (byte)random.Next(64));

    private OnColor OnColor(BitRate rate, bool isSent) =>
        rate.IsUnlimited ? default : random.Next(3) switch
        {
            0 when !isSent => new OnColor(ColorAction.Remark, (byte)random.Next(64)),
            1 => new OnColor(ColorAction.Drop),
            _ => default,
        };

    private List<int> Some(int count, int least)
    {
        var chosen = Enumerable.Range(0, count).Where(_ => random.Next(3) > 0).ToList();
        return chosen.Count >= least ? chosen : [.. Enumerable.Range(0, least)];
    }
}
