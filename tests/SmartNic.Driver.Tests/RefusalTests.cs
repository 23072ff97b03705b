using System.Net;
using SmartNic.Driver.Tests.Board;

namespace SmartNic.Driver.Tests;

/// <summary>
/// What does not fit is refused before a word is written, and what was in force stays.
/// </summary>
public sealed class RefusalTests
{
    private static readonly EndpointConfig West = new()
    {
        Name = "west", Ip = IPAddress.Parse("10.0.0.1"), Mac = new MacAddress(0x020000000001),
    };

    private static RemoteConfig Remote(string name) => new()
    {
        Name = name,
        Ip = IPAddress.Parse("10.0.0.2"),
        Mac = new MacAddress(0x020000000002),
        Endpoint = "west",
    };

    private static TenantConfig Tenant(int n, int macs, string remote) => new()
    {
        Name = $"t{n}",
        Vni = (uint)n + 1,
        Forwarding = Enumerable.Range(0, macs).Select(m => new ForwardingConfig(
            new MacAddress(0x0200_0000_0000 + (ulong)(m * 65537)), remote)).ToConfigList(),
    };

    private static GatewayConfig Config(
        int tenants, int macs, string remote = "east", int first = 0) => new()
    {
        Endpoints = [West],
        Remotes = [Remote("east"), Remote("north")],
        Tenants = Enumerable.Range(first, tenants)
            .Select(n => Tenant(n, macs, remote)).ToConfigList(),
    };

    private static void Refuses(GatewayConfig first, GatewayConfig bad, string message)
    {
        var bar = new CountingBar(new MemoryBar());
        var driver = Fresh.Attach(bar);
        Assert.That(driver.Apply(first).Errors, Is.Empty);
        var writes = bar.Writes;
        var result = driver.Apply(bad);
        Assert.That(result.Ok, Is.False);
        Assert.That(result.Changed, Is.False);
        Assert.That(string.Join('\n', result.Errors), Does.Contain(message));
        Assert.That(bar.Writes, Is.EqualTo(writes));
        Assert.That(driver.Current, Is.EqualTo(first));
        Assert.That(driver.IsLost, Is.False);

        // The next good one starts from the world in force, not from the plan that failed.
        Assert.That(driver.Apply(first with { SlowPath = new SlowPathLimit(500, 5) }).Added(),
            Is.EqualTo(1));
        Assert.That(driver.Apply(GatewayConfig.Empty).Errors, Is.Empty);
        Assert.That(driver.Tables().Single(t => t.Name == "tx_fdb").Used, Is.Zero);
    }

    /// <summary>More entries than slots.</summary>
    [Test]
    public void FullTableIsRefused() => Refuses(
        Config(2, 10), Config(40, 1000), "table tx_fdb has no room for 1000 new entries of it");

    /// <summary>Old and new entries must fit side by side.</summary>
    [Test]
    public void OldAndNewMustFitTogether() => Refuses(
        Config(20, 1000), Config(20, 1000, first: 100), "20000 that go only after it");

    /// <summary>Entries that go to another remote need no room of their own.</summary>
    [Test]
    public void NewValuesNeedNoRoom()
    {
        var driver = Fresh.Attach(new MemoryBar());
        Assert.That(driver.Apply(Config(1000, 30)).Errors, Is.Empty);
        var result = driver.Apply(Config(1000, 30, "north"));
        Assert.That(result.Errors, Is.Empty);
        Assert.That((result.EntriesAdded, result.EntriesRemoved), Is.EqualTo((30_000, 30_000)));
    }

    /// <summary>An interface that the board has not.</summary>
    [Test]
    public void AbsentInterfaceIsRefused() => Refuses(
        Config(1, 1),
        Config(1, 1) with { Endpoints = [West with { Interface = 3 }] },
        "endpoint west: interface 3, but the board has 1");

    /// <summary>Configurations that no file can hold are refused too.</summary>
    [Test]
    public void ContradictionsAreRefused()
    {
        var good = Config(2, 2);
        Refuses(good, good with { Endpoints = [West, West with { Name = "w2" }] }, "is used twice");
        Refuses(good, good with { Endpoints = [] }, "remote east: there is no endpoint west");
        Refuses(good, good with { Remotes = [Remote("north")] }, "there is no remote east");
        Refuses(good, good with { Remotes = [Remote("east"), Remote("east")] }, "comes twice");
        Refuses(
            good,
            good with { Tenants = [Tenant(0, 1, "east"), Tenant(1, 1, "east") with { Vni = 1 }] },
            "VNI 1");
        Refuses(
            good,
            good with { Tenants = [Tenant(0, 1, "east") with { Forwarding = [
                new ForwardingConfig(new MacAddress(0x020000000000), "east"),
                new ForwardingConfig(new MacAddress(0x020000000000), "north")] }] },
            "02:00:00:00:00:00");
    }

    /// <summary>A failure while planning leaves the world in force as it was.</summary>
    [Test]
    public void ExceptionWhilePlanningChangesNothing()
    {
        var bar = new CountingBar(new MemoryBar());
        var driver = Fresh.Attach(bar);
        driver.Apply(Config(2, 10));
        var writes = bar.Writes;
        var bad = Config(1, 5) with { Endpoints = [West with { Ip = IPAddress.IPv6Loopback }] };
        Assert.Throws<ArgumentException>(() => driver.Apply(bad));
        Assert.That(driver.IsLost, Is.False);
        Assert.That(bar.Writes, Is.EqualTo(writes));
        var next = Config(2, 10) with { SlowPath = new(500, 5) };
        Assert.That(driver.Apply(next).Added(), Is.EqualTo(1));
    }

    /// <summary>Indices of removed tenants are free only in the next transaction.</summary>
    [Test]
    public void IndicesAreStableAndNotReusedAtOnce()
    {
        var bar = new MemoryBar();
        var driver = Fresh.Attach(bar);
        var all = Config(3, 1);
        driver.Apply(all);
        Assert.That(driver.TenantIndex("t1"), Is.EqualTo(2));
        driver.Apply(all with { Tenants = [all.Tenants[2], Tenant(7, 1, "east")] });
        Assert.That(driver.TenantIndex("t2"), Is.EqualTo(3));
        Assert.That(driver.TenantIndex("t7"), Is.EqualTo(4), "1 and 2 were in use until now");
        Assert.That(driver.TenantIndex("t0"), Is.Null);
        Assert.That(driver.TenantName(1), Is.Null);
        driver.Apply(all with
        {
            Tenants = [all.Tenants[2], Tenant(7, 1, "east"), Tenant(8, 1, "east")],
        });
        Assert.That(driver.TenantIndex("t8"), Is.EqualTo(1));
    }

    /// <summary>All 4095 tenants have a place, at the board's limit.</summary>
    [Test]
    public void AllTenantsFit()
    {
        var bar = new MemoryBar();
        var driver = Fresh.Attach(bar);
        var all = Config(4095, 1);
        Assert.That(driver.Apply(all).Errors, Is.Empty);
        Assert.That(driver.TenantIndex("t4094"), Is.EqualTo(4095));
        var swapped = all with { Tenants = [.. all.Tenants.Skip(1), Tenant(5000, 1, "east")] };
        Assert.That(driver.Apply(swapped).Errors.Single(), Does.Contain("remove and add in two"));
        Assert.That(driver.Apply(all with { Tenants = [.. all.Tenants.Skip(1)] }).Ok);
        Assert.That(driver.Apply(swapped).Ok);
        Assert.That(driver.TenantIndex("t5000"), Is.EqualTo(1));
    }
}

/// <summary>Shorter assertions.</summary>
internal static class ApplyResultExtensions
{
    /// <summary>Entries added by an application that must have succeeded.</summary>
    public static int Added(this ApplyResult result)
    {
        Assert.That(result.Errors, Is.Empty);
        return result.EntriesAdded;
    }
}
