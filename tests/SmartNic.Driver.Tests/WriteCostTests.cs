using System.Net;
using SmartNic.Driver.Tests.Board;
using SmartNic.Registers;

namespace SmartNic.Driver.Tests;

/// <summary>What programming a table costs: words on the bus, and garbage.</summary>
public sealed class WriteCostTests
{
    private static GatewayConfig Config(int macs) => new()
    {
        Endpoints =
        [
            new EndpointConfig
            {
                Name = "w", Ip = IPAddress.Parse("10.0.0.1"), Mac = new MacAddress(0x020000000001),
            },
        ],
        Remotes =
        [
            new RemoteConfig
            {
                Name = "e",
                Ip = IPAddress.Parse("10.0.0.2"),
                Mac = new MacAddress(0x020000000002),
                Endpoint = "w",
            },
        ],
        Tenants =
        [
            new TenantConfig
            {
                Name = "t",
                Vni = 1,
                Forwarding = Enumerable.Range(0, macs).Select(m => new ForwardingConfig(
                    new MacAddress(0x0200_0000_0000 + (ulong)(m * 65537)), "e")).ToConfigList(),
            },
        ],
    };

    /// <summary>
    /// An entry alone costs its words and the commit, twice: once for the new generation, once
    /// tidied. Entries that share a bucket share its writes. The first also names a source.
    /// </summary>
    [Test]
    public void EntryCostsTwoBucketWrites()
    {
        var bar = new CountingBar(new MemoryBar());
        var driver = Fresh.Attach(bar);
        driver.Apply(Config(0));
        var (writes, reads) = (bar.Writes, bar.Reads);
        driver.Apply(Config(1));
        const int Flip = 3; // the number of the transaction, and the generation
        Assert.That(bar.Writes - writes, Is.EqualTo((2 * (TableLayouts.TxFdbA.Words + 1))
            + (2 * (TableLayouts.RxSourceA.Words + 1)) + Flip));
        Assert.That(bar.Reads - reads, Is.LessThanOrEqualTo(4), "time, drain, generation");
        (writes, reads) = (bar.Writes, bar.Reads);
        driver.Apply(Config(20_000));
        var perEntry = (bar.Writes - writes) / 20_000.0;
        TestContext.Out.WriteLine($"{perEntry:0.0} words written per entry");
        Assert.That(perEntry, Is.LessThan(2 * (TableLayouts.TxFdbA.Words + 1)));
        Assert.That(bar.Reads - reads, Is.LessThanOrEqualTo(4), "no read per entry");
    }

    /// <summary>Once the buffers have grown, an entry allocates nothing.</summary>
    [Test]
    public void EntriesAllocateNothing()
    {
        var driver = GatewayDriver.Attach(
            new SinkBar(), options: new AttachOptions { TablesAreEmpty = true });
        var (many, few) = (Config(20_000), Config(10));
        driver.Apply(many);
        driver.Apply(few);
        var start = GC.GetAllocatedBytesForCurrentThread();
        driver.Apply(many);
        var forMany = GC.GetAllocatedBytesForCurrentThread() - start;
        Assert.That(driver.Apply(few).EntriesRemoved, Is.EqualTo(19_990));
        TestContext.Out.WriteLine($"{forMany} bytes allocated for 19990 entries");
        Assert.That(forMany, Is.LessThan(19_990));
    }
}
