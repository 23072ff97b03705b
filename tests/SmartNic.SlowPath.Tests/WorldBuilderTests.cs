using System.Net;
using SmartNic.Driver;
using SmartNic.Features;

namespace SmartNic.SlowPath.Tests;

/// <summary>The world is what the configuration says.</summary>
public sealed class WorldBuilderTests
{
    private static readonly GatewayConfig Config = new()
    {
        Endpoints =
        [
            new EndpointConfig
            {
                Name = "west",
                Interface = 0,
                Ip = IPAddress.Parse("192.168.203.1"),
                Ip6 = IPAddress.Parse("fd00::1"),
                Mac = new MacAddress(Bench.EndpointMac),
            },
        ],
        Tenants =
        [
            new TenantConfig
            {
                Name = "red",
                Vni = Bench.RedVni,
                Forwarding = [new ForwardingConfig(new MacAddress(Bench.FarMac), "north")],
                Neighbours =
                [
                    new NeighbourConfig(
                        IPAddress.Parse("10.0.0.2"), new MacAddress(Bench.NeighbourMac)),
                    new NeighbourConfig(
                        IPAddress.Parse("fd00:1::2"), new MacAddress(Bench.NeighbourMac)),
                ],
                Flood = ["east", "north"],
            },
        ],
    };

    [Test]
    public void EveryRequestIsAnsweredAsByHand()
    {
        Bench configured = Bench.Create();
        configured.Engine.World = SlowPathWorldBuilder.Build(
            Config, name => name == "red" ? Bench.Red : null,
            name => name switch { "east" => 3, "north" => 4, _ => null },
            FdbImage.Of([(Bench.Red, Bench.FarMac, 5)]));
        Bench byHand = Bench.Create();
        byte[] unknown = Frames.TenantArp.With(41, 9);
        foreach ((int reason, byte[] frame) in Frames.Requests.Append((Reasons.Arp, unknown)))
        {
            ushort tenant = reason >= Reasons.Arp ? Bench.Red : (ushort)0;
            Assert.That(configured.Punt(reason, frame, tenant),
                Is.EqualTo(byHand.Punt(reason, frame, tenant)));
        }

        Assert.That(configured.Injected, Is.EqualTo(byHand.Injected));
        Assert.That(configured.Injected, Has.Count.EqualTo(9));
    }

    [Test]
    public void ConfigurationThatIsNotInForceIsRefused()
    {
        Assert.That(() => SlowPathWorldBuilder.Build(Config, _ => null, _ => 3, FdbImage.Empty),
            Throws.InvalidOperationException.With.Message.Contains("tenant red"));
        Assert.That(() => SlowPathWorldBuilder.Build(Config, _ => 7, _ => null, FdbImage.Empty),
            Throws.InvalidOperationException.With.Message.Contains("remote east"));
    }
}
