using System.Net;
using SmartNic.Driver.Tests.Board;

namespace SmartNic.Driver.Tests.Adoption;

/// <summary>What a restart of the owner of 4095 tenants costs in register accesses.</summary>
public sealed class CostTests
{
    /// <summary>
    /// What forwards and what is prepared beside it are read back, in exchanges of many entries;
    /// the same configuration writes nothing, and another one writes the difference.
    /// </summary>
    [Test]
    public void ARestartReadsAndWritesTheDifference()
    {
        var board = new MemoryBar();
        var store = new MemoryStore();
        var config = Config("east");
        var first = new CountingBar(board);
        var driver = GatewayDriver.Attach(first, options: Fresh.Options with { Store = store });
        Assert.That(driver.Apply(config).Errors, Is.Empty);

        board.Written = () => Assert.Fail("a restart writes nothing that packets could see");
        var bar = new CountingBar(board);
        var start = System.Diagnostics.Stopwatch.GetTimestamp();
        driver = GatewayDriver.Attach(
            bar, options: new AttachOptions { State = store.Load(), Store = store });
        var elapsed = System.Diagnostics.Stopwatch.GetElapsedTime(start);
        Assert.That(driver.Found, Is.EqualTo(BoardFound.Current));
        Assert.That(driver.Apply(config).Changed, Is.False);
        board.Written = null;
        TestContext.Out.WriteLine($"first: {first.Writes} writes; restart: {bar.Reads} reads, "
            + $"{bar.Writes} requests, "
            + $"{bar.Exchanges} exchanges, {elapsed.TotalSeconds:0.00} s in memory");
        Assert.That(bar.Exchanges, Is.LessThan(1100), "on a socket an exchange is a round trip");
        Assert.That(bar.Reads, Is.LessThan(545_000));
        Assert.That(bar.Writes, Is.LessThan(260_000), "two for an entry, which are posted");

        // Already the first change.
        foreach (var last in (string[])["north", "east"])
        {
            var writes = bar.Writes;
            Assert.That(driver.Apply(Config(last)).Errors, Is.Empty);
            Assert.That(bar.Writes - writes, Is.LessThan(100));
        }
    }

    /// <summary>4095 tenants with two addresses; the last one's are behind a remote.</summary>
    private static GatewayConfig Config(string last) => new()
    {
        Endpoints =
        [
            new EndpointConfig
            {
                Name = "w", Ip = IPAddress.Parse("10.0.0.1"), Mac = new MacAddress(0x020000000001),
            },
        ],
        Remotes = [Remote("east", "10.0.0.2"), Remote("north", "10.0.0.3")],
        Tenants = Enumerable.Range(1, TenantSection.Most).Select(n => new TenantConfig
        {
            Name = $"t{n}",
            Vni = (uint)n,
            Forwarding =
            [
                new(new MacAddress(0x020000000102), n == TenantSection.Most ? last : "east"),
                new(new MacAddress(0x020000000103), "north"),
            ],
        }).ToConfigList(),
    };

    private static RemoteConfig Remote(string name, string ip) => new()
    {
        Name = name,
        Ip = IPAddress.Parse(ip),
        Mac = new MacAddress(0x020000000002),
        Endpoint = "w",
    };
}
