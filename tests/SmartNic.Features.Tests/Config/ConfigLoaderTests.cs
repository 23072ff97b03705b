using System.Net;

namespace SmartNic.Features.Tests.Config;

/// <summary>What a good file becomes.</summary>
public sealed class ConfigLoaderTests
{
    private static GatewayConfig Load(string text)
    {
        var result = ConfigLoader.Parse(text, "gateway.yaml");
        Assert.That(result.Errors, Is.Empty);
        return result.Config!;
    }

    /// <summary>Every key reaches its place.</summary>
    [Test]
    public void EveryKeyIsRead()
    {
        Assert.That(Load("version: 1\non_full: skip_tenant").OnFull, Is.EqualTo(OnFull.SkipTenant));
        Assert.That(Load("version: 1\non_full: refuse").OnFull, Is.EqualTo(OnFull.Refuse));
        Assert.That(Load("version: 1").OnFull, Is.EqualTo(OnFull.Refuse));
        var config = Load(Sample.Full);
        Assert.That(config.SlowPath, Is.EqualTo(new SlowPathLimit(20000, 512)));
        Assert.That(config.Endpoints[0], Is.EqualTo(new EndpointConfig
        {
            Name = "west",
            Interface = 0,
            Ip = IPAddress.Parse("192.168.203.1"),
            Ip6 = IPAddress.Parse("fd00::1"),
            Mac = new MacAddress(0x020000000001),
        }));
        Assert.That(config.Remotes[0], Is.EqualTo(new RemoteConfig
        {
            Name = "east",
            Ip = IPAddress.Parse("192.168.202.1"),
            Mac = new MacAddress(0x020000000002),
            Endpoint = "west",
            Ttl = 17,
        }));
        Assert.That(config.Tenants[0], Is.EqualTo(new TenantConfig
        {
            Name = "red",
            Vni = 100,
            Interface = 1,
            Receive = new RateConfig
            {
                Rate = new BitRate(100_000_000),
                CommittedRate = new BitRate(50_500_000),
                BurstBytes = 65536,
                CommittedBurstBytes = 33,
            },
            SlowPath = new SlowPathLimit(500, 32),
            CopiesPerSecond = 2500,
            Forwarding = [new ForwardingConfig(new MacAddress(0x020000000102), "east")],
            Neighbours =
            [
                new NeighbourConfig(IPAddress.Parse("10.0.0.2"), new MacAddress(0x020000000102)),
                new NeighbourConfig(IPAddress.Parse("fd00:1::2"), new MacAddress(0x020000000102)),
            ],
            Flood = ["east", "null"],
        }));
    }

    /// <summary>Policies of a tenant and of an endpoint reach their places too.</summary>
    [Test]
    public void PoliciesAreRead()
    {
        var config = Load(Sample.Full);
        Assert.That(config.Endpoints.Select(e => e.UdpPort), Is.EqualTo((int[])[4789, 8472]));
        var green = config.Tenants[2];
        Assert.That(
            green.Receive.OnYellow, Is.EqualTo(new OnColor(Kernels.ColorAction.Remark, 46)));
        Assert.That(
            (green.Sources, green.InnerVlan), Is.EqualTo((TunnelSources.Any, InnerVlan.Keep)));
    }

    /// <summary>What is not written has the documented default.</summary>
    [Test]
    public void AbsentKeysHaveDefaults()
    {
        var config = Load("version: 1\ntenants:\n  - { name: a, vni: 1 }\n");
        Assert.That(config.SlowPath, Is.EqualTo(new SlowPathLimit(10_000, 256)));
        Assert.That(config.Endpoints, Is.Empty);
        var tenant = config.Tenants[0];
        Assert.That(tenant.Receive.Rate.IsUnlimited && tenant.Receive.CommittedRate.IsUnlimited);
        Assert.That(tenant.SlowPath, Is.EqualTo(new SlowPathLimit(1_000, 64)));
        Assert.That((tenant.Receive.BurstBytes, tenant.Receive.CommittedBurstBytes),
            Is.EqualTo((0UL, 0UL)));
        Assert.That(tenant.Flood, Is.Empty);
        Assert.That(tenant.Receive.OnYellow, Is.EqualTo(new OnColor(Kernels.ColorAction.Pass)));
        Assert.That(
            (tenant.Sources, tenant.InnerVlan),
            Is.EqualTo((TunnelSources.Remotes, InnerVlan.Drop)));
    }

    /// <summary>Burst defaults: 10 ms at the rate, at least 16 KiB, at most 2 s.</summary>
    [TestCase("100 Mbit/s", 125_000UL)]
    [TestCase("1 Mbit/s", 16_384UL)]
    [TestCase("64 kbit/s", 16_000UL)]
    [TestCase("100 Gbit/s", 125_000_000UL)]
    public void BurstDefaultFollowsTheRate(string rate, ulong bytes)
    {
        var tenant = Load($"version: 1\ntenants: [{{ name: a, vni: 1, rate: {rate} }}]").Tenants[0];
        Assert.That(tenant.Receive.BurstBytes, Is.EqualTo(bytes));
        Assert.That(tenant.Receive.CommittedBurstBytes, Is.EqualTo(bytes));
        Assert.That(tenant.Receive.CommittedRate, Is.EqualTo(tenant.Receive.Rate));
    }

    /// <summary>The committed default never exceeds 2 s at the committed rate.</summary>
    [Test]
    public void CommittedBurstDefaultIsBounded()
    {
        var tenant = Load(
            "version: 1\ntenants:\n  - { name: a, vni: 1, rate: 1 Gbit/s, committed_rate: 64 "
                + "kbit/s }")
            .Tenants[0];
        Assert.That(tenant.Receive.BurstBytes, Is.EqualTo(1_250_000UL));
        Assert.That(tenant.Receive.CommittedBurstBytes, Is.EqualTo(16_000UL));
    }

    /// <summary>Units of rates and sizes.</summary>
    [TestCase("64 kbit/s", 64_000UL)]
    [TestCase("64.001kbit/s", 64_001UL)]
    [TestCase("1.5 Gbit/s", 1_500_000_000UL)]
    [TestCase("100 Gbit/s", 100_000_000_000UL)]
    [TestCase("unlimited", 0UL)]
    public void RatesHaveDecimalUnits(string rate, ulong bits)
    {
        var tenant = Load($"version: 1\ntenants: [{{ name: a, vni: 1, rate: {rate} }}]").Tenants[0];
        Assert.That(tenant.Receive.Rate.BitsPerSecond, Is.EqualTo(bits));
    }

    /// <summary>References may point to what comes later in the file.</summary>
    [Test]
    public void SectionsMayComeInAnyOrder()
    {
        var config = Load("""
            tenants: [ { name: a, vni: 1, flood: [ east ] } ]
            remotes: [ { name: east, ip: 10.0.0.1, mac: "02:00:00:00:00:02", endpoint: west } ]
            endpoints: [ { name: west, ip: 10.0.0.2, mac: "02:00:00:00:00:01" } ]
            version: 1
            """);
        Assert.That(config.Tenants[0].Flood.Single(), Is.EqualTo("east"));
    }

    /// <summary>Two readings of a file are equal; a change is seen.</summary>
    [Test]
    public void EqualityIsByValue()
    {
        Assert.That(Load(Sample.Full), Is.EqualTo(Load(Sample.Full)));
        Assert.That(Load(Sample.Full).GetHashCode(), Is.EqualTo(Load(Sample.Full).GetHashCode()));
        var other = Sample.Full.Replace("flood: [ east, ", "flood: [ ", StringComparison.Ordinal);
        Assert.That(Load(other), Is.Not.EqualTo(Load(Sample.Full)));
    }
}
