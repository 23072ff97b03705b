using System.Net;
using SmartNic.Driver.Tests.Board;
using SmartNic.Driver.Tests.Tables;

namespace SmartNic.Driver.Tests;

/// <summary>What a full forwarding table costs, and whom.</summary>
public sealed class FullTableTests
{
    private static TenantConfig Tenant(string name, uint vni, int macs, string remote = "east") =>
        new()
        {
            Name = name,
            Vni = vni,
            Forwarding = Enumerable.Range(0, macs).Select(m => new ForwardingConfig(
                new MacAddress(0x0200_0000_0000 + (ulong)m), remote)).ToConfigList(),
        };

    private static GatewayConfig Config(OnFull onFull, params TenantConfig[] tenants) => new()
    {
        OnFull = onFull,
        Endpoints =
        [
            new EndpointConfig
            {
                Name = "west", Ip = IPAddress.Parse("10.0.0.1"), Mac = new(0x020000000001),
            },
        ],
        Remotes = ((string[])["east", "north"]).Select(name => new RemoteConfig
        {
            Name = name,
            Ip = IPAddress.Parse("10.0.0.2"),
            Mac = new MacAddress(0x020000000002),
            Endpoint = "west",
        }).ToConfigList(),
        Tenants = tenants.ToConfigList(),
    };

    private static TenantConfig[] Many(int tenants, int macs) =>
        [.. Enumerable.Range(0, tenants).Select(n => Tenant($"t{n}", 100 + (uint)n, macs))];

    private static int Used(GatewayDriver driver) =>
        driver.Tables().Single(t => t.Name == "tx_fdb").Used;

    /// <summary>A thousand tenants with the same MACs fill nine tenths of the table.</summary>
    [TestCase(1000, 16)]
    [TestCase(1000, 30)]
    [TestCase(4095, 7)]
    public void TheSameMacsInEveryTenantFit(int tenants, int macs)
    {
        var driver = Fresh.Attach(new MemoryBar());
        var result = driver.Apply(Config(OnFull.Refuse, Many(tenants, macs)));
        Assert.That(result.Errors, Is.Empty);
        Assert.That(Used(driver), Is.EqualTo(tenants * macs));
    }

    /// <summary>By default nothing changes; the error names tenant, table, and how full it
    /// is.</summary>
    [Test]
    public void RefusalNamesTheTenant()
    {
        var bar = new CountingBar(new MemoryBar());
        var driver = Fresh.Attach(bar);
        var small = Many(10, 5);
        Assert.That(driver.Apply(Config(OnFull.Refuse, small)).Errors, Is.Empty);
        var writes = bar.Writes;
        var result = driver.Apply(
            Config(OnFull.Refuse, [Tenant("hog", 5, 40_000), .. small, Tenant("late", 6, 10)]));
        Assert.That(result.Errors, Has.Count.EqualTo(2));
        Assert.That(result.Errors[0], Does.StartWith("tenant hog: table tx_fdb has no room for "
            + "40000 new entries of it: the transaction needs 122 % of 32768 slots"));
        Assert.That(result.Errors[1], Does.Contain("on_full: skip_tenant"));
        Assert.That(result.Skipped, Is.Empty);
        Assert.That(bar.Writes, Is.EqualTo(writes));
    }

    /// <summary>Where the policy says so, it costs only the tenant that has no room.</summary>
    [Test]
    public void OnlyTheTenantWithoutRoomIsSkipped()
    {
        var driver = Fresh.Attach(new MemoryBar());
        var result = driver.Apply(Config(
            OnFull.SkipTenant, [Tenant("hog", 5, 40_000), .. Many(100, 5), Tenant("late", 6, 10)]));
        Assert.That(result.Errors, Is.Empty);
        Assert.That(result.Changed);
        var skipped = result.Skipped.Single();
        Assert.That((skipped.Name, skipped.StaysAsItWas), Is.EqualTo(("hog", false)));
        Assert.That(skipped.ToString(), Does.Contain("is not in force: table tx_fdb"));
        Assert.That(driver.TenantIndex("hog"), Is.Null, "left out whole");
        Assert.That(driver.Entries("rx_vni"), Has.Count.EqualTo(101));
        Assert.That(Used(driver), Is.EqualTo(510));
        Assert.That(driver.Current!.Tenants, Has.Count.EqualTo(101));
    }

    /// <summary>Many tenants that do not fit: as many as fit are in force, each whole.</summary>
    [Test]
    public void AsManyAsFitAreInForce()
    {
        var driver = Fresh.Attach(new MemoryBar());
        var result = driver.Apply(Config(OnFull.SkipTenant, Many(1200, 30)));
        Assert.That(result.Errors, Is.Empty);
        Assert.That(Used(driver), Is.EqualTo((1200 - result.Skipped.Count) * 30));
        Assert.That(Used(driver), Is.GreaterThan(32768 * 9 / 10));
        var again = driver.Apply(Config(OnFull.SkipTenant, Many(1200, 30)));
        Assert.That(again.Errors, Is.Empty);
        Assert.That(again.Skipped, Is.Not.Empty);
    }

    /// <summary>A tenant in force that wants more than fits stays as it was.</summary>
    [Test]
    public void TenantInForceStaysAsItWas()
    {
        var driver = Fresh.Attach(new MemoryBar());
        var before = Tenant("hog", 5, 100);
        driver.Apply(Config(OnFull.SkipTenant, before, Tenant("red", 6, 10)));
        var result = driver.Apply(Config(
            OnFull.SkipTenant, Tenant("hog", 7, 40_000), Tenant("red", 6, 20, "north")));
        Assert.That(result.Errors, Is.Empty);
        Assert.That(result.Skipped.Single().StaysAsItWas);
        Assert.That(driver.Current!.Tenants[0], Is.EqualTo(before));
        Assert.That(Used(driver), Is.EqualTo(120));

        // Its old VNI goes to another tenant: then it cannot stay.
        result = driver.Apply(Config(
            OnFull.SkipTenant, Tenant("hog", 7, 40_000), Tenant("red", 5, 20, "north")));
        Assert.That(result.Errors, Is.Empty);
        Assert.That(result.Skipped.Single().StaysAsItWas, Is.False);
        Assert.That(driver.TenantIndex("hog"), Is.Null);
        Assert.That(Used(driver), Is.EqualTo(20));
    }

    /// <summary>
    /// Nine VNIs that meet under the key in force have no place; a fresh key is taken, and every
    /// entry is placed anew in the same transaction.
    /// </summary>
    [Test]
    public void FreshHashKeyIsTaken()
    {
        const ulong Known = 0x0123456789ABCDEF;
        var keys = new Queue<ulong>([Known, Known, 0xFEDCBA9876543210]);
        var bar = new MemoryBar();
        var driver = GatewayDriver.Attach(
            bar, options: Fresh.Options with { HashKeys = keys.Dequeue });
        var others = Many(200, 10);
        Assert.That(driver.Apply(Config(OnFull.Refuse, others)).Errors, Is.Empty);
        var board = bar.Interfaces[0];
        Assert.That((board.HashKey(false), board.HashKey(true)), Is.EqualTo((Known, Known)));

        var chosen = Attacker.MeetingVnis(9, Known)
            .Select(vni => Tenant($"a{vni}", (uint)vni, 0)).ToArray();
        var result = driver.Apply(Config(OnFull.Refuse, [.. others, .. chosen]));
        Assert.That(result.Errors, Is.Empty);
        Assert.That(keys, Is.Empty, "the key in force, and one that is no better");
        Assert.That(board.HashKey(false), Is.EqualTo(0xFEDCBA9876543210));
        Assert.That(board.HashKey(true), Is.EqualTo(0xFEDCBA9876543210));
        Assert.That((result.EntriesAdded, result.EntriesRemoved), Is.EqualTo((9 * 5, 0)),
            "VNI, port, and three meters of each");
        foreach (var gen in (ReadOnlySpan<bool>)[false, true])
        {
            foreach (var tenant in others.Concat(chosen))
            {
                var index = driver.TenantIndex(tenant.Name)!.Value;
                Assert.That((int)board.Vni(tenant.Vni, gen).Value.Tenant, Is.EqualTo(index));
                foreach (var entry in tenant.Forwarding)
                {
                    Assert.That(board.Fdb(index, entry.Mac.Value, gen).Found);
                }
            }
        }
    }

    /// <summary>What the check says without a board is what the board's driver says.</summary>
    [Test]
    public void CheckSaysWhatApplySays()
    {
        var config = Config(OnFull.Refuse, [Tenant("hog", 5, 40_000), .. Many(100, 5)]);
        var check = PlacementCheck.Run(config);
        Assert.That(check.Errors, Is.EqualTo(Fresh.Attach(new MemoryBar()).Apply(config).Errors));
        check = PlacementCheck.Run(config with { OnFull = OnFull.SkipTenant });
        Assert.That(check.Errors, Is.Empty);
        Assert.That(check.Skipped.Single().Name, Is.EqualTo("hog"));
    }
}
