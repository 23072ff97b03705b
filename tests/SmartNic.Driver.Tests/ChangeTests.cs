using System.Net;
using SmartNic.Driver.Tests.Board;
using SmartNic.Registers;

namespace SmartNic.Driver.Tests;

/// <summary>Changes of single entries of a configuration in force.</summary>
public sealed class ChangeTests
{
    private static GatewayConfig Config(int macs, OnFull onFull = OnFull.Refuse) => new()
    {
        OnFull = onFull,
        Endpoints =
        [
            new EndpointConfig
            {
                Name = "w", Ip = IPAddress.Parse("10.0.0.1"), Mac = new MacAddress(0x020000000001),
            },
        ],
        Remotes = [Remote("east", "10.0.0.2"), Remote("north", "10.0.0.3")],
        Tenants = Enumerable.Range(0, 10).Select(n => new TenantConfig
        {
            Name = $"t{n}",
            Vni = 1 + (uint)n,
            Forwarding = Enumerable.Range(0, macs).Select(m =>
                new ForwardingConfig(Mac(m), "east")).ToConfigList(),
        }).ToConfigList(),
    };

    private static RemoteConfig Remote(string name, string ip) => new()
    {
        Name = name,
        Ip = IPAddress.Parse(ip),
        Mac = new MacAddress(0x020000000002),
        Endpoint = "w",
    };

    private static MacAddress Mac(int n) => new(0x0200_0000_0000 + (ulong)(n * 65537));

    private static GatewayChange Put(string tenant, int mac, string remote) =>
        new(new ForwardingChange(tenant, Mac(mac), remote));

    private static GatewayChange Remove(string tenant, int mac) =>
        new(new ForwardingChange(tenant, Mac(mac), null));

    /// <summary>A full journal is begun anew behind a whole state, and used again.</summary>
    [Test]
    public void AFullJournalIsUsedAgain()
    {
        var store = new MemoryStore { MostChanges = 5 };
        var driver = GatewayDriver.Attach(
            new MemoryBar(), options: Fresh.Options with { Store = store });
        Assert.That(driver.Apply(Config(10)).Errors, Is.Empty);
        for (var n = 0; n < 30; n++)
        {
            Assert.That(driver.Change(Put("t1", 100 + n, "north")).Changed);
        }

        Assert.That(store.Appends, Is.GreaterThanOrEqualTo(20));
    }

    /// <summary>Who was told that a change is in force finds it on a board that lost all.
    /// </summary>
    [Test]
    public void AnAcknowledgedChangeIsRestored()
    {
        var store = new MemoryStore();
        var driver = GatewayDriver.Attach(
            new MemoryBar(), options: Fresh.Options with { Store = store });
        Assert.That(driver.Apply(Config(10)).Errors, Is.Empty);
        Assert.That(store.Load()!.Restored.Config, Is.EqualTo(driver.Current));
        Assert.That(driver.Change(Put("t1", 100, "north")).Changed);
        Assert.That(store.Load()!.Restored.Config, Is.EqualTo(driver.Current));
    }

    /// <summary>
    /// After random changes the board is what the same configuration makes of an empty one, and
    /// every written word shows the old world or the new one.
    /// </summary>
    [Test]
    public void ChangesEndWhereTheWholeConfigurationDoes()
    {
        var seed = Environment.TickCount;
        TestContext.Out.WriteLine($"seed {seed}");
        var random = new Random(seed);
        for (var world = 0; world < 5; world++)
        {
            var board = new MemoryBar(2);
            var store = new MemoryStore();
            var driver = GatewayDriver.Attach(board, options: Fresh.Options with { Store = store });
            var config = new RandomConfig(random, 2).Next();
            Assert.That(driver.Apply(config).Errors, Is.Empty);
            for (var n = 0; n < 20; n++)
            {
                config = SeesNoPart(board, driver, config, Some(config, random));
                Assert.That(driver.Current, Is.EqualTo(config));
            }

            Assert.That(store.Appends, Is.GreaterThan(0));
            var next = GatewayDriver.Attach(
                board, options: new AttachOptions { State = store.Load(), Store = store });
            Assert.That(next.Current, Is.EqualTo(config), "found by what was kept");
            Assert.That(next.Found, Is.EqualTo(BoardFound.Current).Or.EqualTo(BoardFound.Next));
            Assert.That(next.Apply(new RandomConfig(random, 2).Next()).Errors, Is.Empty);
        }
    }

    private static GatewayConfig SeesNoPart(
        MemoryBar bar, GatewayDriver driver, GatewayConfig config, GatewayChange change)
    {
        var (old, before) = (TransactionTests.See(bar), bar.Generation);
        var seen = new List<int[]>();
        bar.Written = () =>
        {
            var world = TransactionTests.See(bar);
            if (bar.Generation != before)
            {
                seen.Add(world);
            }
            else if (!world.AsSpan().SequenceEqual(old))
            {
                Assert.Fail("the old world changed before the flip");
            }
        };
        var result = driver.Change(change);
        bar.Written = null;
        Assert.That(result.Errors, Is.Empty);
        Assert.That(seen, Has.All.EqualTo(TransactionTests.See(bar)));
        Assert.That(seen.Count > 0, Is.EqualTo(result.Changed));
        return (GatewayConfig)config.After([change]);
    }

    private static GatewayChange Some(GatewayConfig config, Random random)
    {
        var changes = new List<ForwardingChange>();
        foreach (var tenant in config.Tenants.Where(_ => random.Next(2) == 0))
        {
            for (var n = random.Next(4); n > 0; n--)
            {
                var mac = new MacAddress(Universe.Mac(random.Next(Universe.Macs)));
                var isThere = tenant.Forwarding.Any(f => f.Mac == mac);
                changes.Add(new ForwardingChange(
                    tenant.Name, mac, isThere && random.Next(2) == 0
                        ? null
                        : config.Remotes[random.Next(config.Remotes.Count)].Name));
            }
        }

        return new GatewayChange(changes);
    }

    /// <summary>Register accesses and garbage are those of the change, however much there is.
    /// </summary>
    [Test]
    public void AChangeCostsByTheChange()
    {
        var few = Cost(30);
        var many = Cost(3_000);
        TestContext.Out.WriteLine($"{few}; {many}");
        Assert.That(many.Reads, Is.EqualTo(few.Reads).And.LessThanOrEqualTo(4));
        Assert.That(many.Garbage, Is.LessThan(4_000), "bytes a change");
        Assert.That(many.Writes, Is.LessThan(100), "words a change; an entry may move others");
        Assert.That(many.ImageGarbage, Is.LessThan(64_000), "of an image of 1 MiB");
    }

    private static (long Reads, long Writes, long Garbage, long ImageGarbage) Cost(int macs)
    {
        var bar = new CountingBar(new SinkBar());
        var driver = Fresh.Attach(bar);
        driver.Apply(Config(macs));
        const int Changes = 100;
        void Do(Func<int, GatewayChange> change)
        {
            for (var n = 0; n < Changes; n++)
            {
                Assert.That(driver.Change(change(n)).Changed);
            }
        }

        Do(n => Put("t3", macs + n, "north"));
        Do(n => Remove("t3", macs + n));
        driver.Forwarding();
        GatewayChange[] puts = [.. Enumerable.Range(0, Changes)
            .Select(n => Put("t3", macs + n, "north"))];
        var (reads, writes) = (bar.Reads, bar.Writes);
        var start = GC.GetAllocatedBytesForCurrentThread();
        foreach (var put in puts)
        {
            driver.Change(put);
        }

        var garbage = GC.GetAllocatedBytesForCurrentThread() - start;
        var image = driver.Forwarding();
        driver.Change(Remove("t3", macs));
        start = GC.GetAllocatedBytesForCurrentThread();
        var next = driver.Forwarding();
        var imageGarbage = GC.GetAllocatedBytesForCurrentThread() - start;
        Assert.That(next.Differing(image), Is.EquivalentTo([driver.TenantIndex("t3")!.Value]));
        return ((bar.Reads - reads) / Changes, (bar.Writes - writes) / Changes,
            garbage / Changes, imageGarbage);
    }

    /// <summary>An image follows through changes, new hash keys and all.</summary>
    [Test]
    public void TheImageFollows()
    {
        var driver = Fresh.Attach(new MemoryBar());
        var config = Config(50);
        driver.Apply(config);
        for (var n = 0; n < 60; n++)
        {
            driver.Forwarding();
            Assert.That(driver.Change(n % 3 == 0 ? Remove("t1", n) : Put("t2", n, "north")).Errors,
                n % 3 == 0 && n >= 50 ? Is.Not.Empty : Is.Empty);
        }

        var image = driver.Forwarding();
        var index = driver.TenantIndex("t2")!.Value;
        foreach (var entry in driver.Current!.Tenants[2].Forwarding)
        {
            Assert.That(image.TryFind(index, entry.Mac.Value, out var hop));
            Assert.That(hop, Is.EqualTo(driver.NextHopIndex(entry.Remote)));
        }

        var entries = driver.Current!.Tenants.SelectMany(t => t.Forwarding.Select(f => (
            driver.TenantIndex(t.Name)!.Value, f.Mac.Value, driver.NextHopIndex(f.Remote)!.Value)));
        Assert.That(image.Differing(FdbImage.Of(entries)), Is.Empty);
    }

    [Test]
    public void WhatCannotBeChangesNothing()
    {
        var bar = new CountingBar(new MemoryBar());
        var driver = Fresh.Attach(bar);
        Assert.That(driver.Change(Put("t1", 1, "east")).Errors[0], Does.StartWith("there is no"));
        driver.Apply(Config(3));
        var writes = bar.Writes;
        void Refuses(string message, params ForwardingChange[] changes)
        {
            var result = driver.Change(new GatewayChange(
                [new ForwardingChange("t1", Mac(9), "north"), .. changes]));
            Assert.That(result.Errors.Single(), Is.EqualTo(message));
            Assert.That(bar.Writes, Is.EqualTo(writes));
            Assert.That(driver.Current, Is.EqualTo(Config(3)));
        }

        Refuses("there is no tenant t11", new ForwardingChange("t11", Mac(1), "east"));
        Refuses("tenant t2: there is no remote south", new ForwardingChange("t2", Mac(1), "south"));
        Refuses($"tenant t2: {Mac(5)} is not forwarded", new ForwardingChange("t2", Mac(5), null));
        Refuses("tenant t2: 01:00:00:00:00:00 is a group address (lowest bit of the first octet)",
            new ForwardingChange("t2", new MacAddress(0x010000000000), "east"));
        Assert.That(driver.Change(Put("t1", 0, "east")).Changed, Is.False, "it is there already");
        Assert.That(bar.Writes, Is.EqualTo(writes));
        Assert.That(driver.Change(Put("t1", 9, "north")).Ok);
    }

    /// <summary>What the policy of the configuration says of a full table holds for changes.
    /// </summary>
    [Test]
    public void AFullTableNamesOwnerAndTable()
    {
        var many = new GatewayChange(Enumerable.Range(0, 4000)
            .Select(n => new ForwardingChange("t4", Mac(9000 + n), "east")));
        var driver = Fresh.Attach(new MemoryBar());
        driver.Apply(Config(3_000));
        var result = driver.Change(many);
        Assert.That(result.Errors[0], Does.StartWith(
            "tenant t4: table tx_fdb has no room for 4000 new entries of it: the transaction needs "
            + "103 % of 32768 slots (30000 entries that stay, 4000 new), and 95 % can be filled"));
        Assert.That(driver.Current, Is.EqualTo(Config(3_000)));

        driver = Fresh.Attach(new MemoryBar());
        driver.Apply(Config(3_000, OnFull.SkipTenant));
        result = driver.Change(many);
        Assert.That(result.Skipped.Single().StaysAsItWas);
        Assert.That(driver.Current, Is.EqualTo(Config(3_000, OnFull.SkipTenant)));
    }

    /// <summary>
    /// Killed in front of each written word of a change; the next owner is in the old world or the
    /// new one, knows which, and goes on.
    /// </summary>
    [Test]
    public void KilledAtAnyWriteTheNextOwnerGoesOn()
    {
        var config = Config(3);
        GatewayChange[] changes = [Put("t1", 7, "north"), Remove("t2", 1)];
        for (var left = 0; ; left++)
        {
            var board = new MemoryBar();
            var bar = new KillBar(board);
            var store = new MemoryStore();
            var driver = GatewayDriver.Attach(bar, options: Fresh.Options with { Store = store });
            driver.Apply(config);
            driver.Change(changes[0]);
            var generation = board.Generation;
            bar.Left = left;
            var isKilled = false;
            try
            {
                driver.Change(changes[1]);
            }
            catch (DeviceLostException)
            {
                isKilled = true;
            }

            var next = GatewayDriver.Attach(
                board, options: new AttachOptions { State = store.Load(), Store = store });
            var isNew = board.Generation != generation;
            Assert.That(next.Found, Is.Not.EqualTo(BoardFound.Unknown), $"{left} words");
            Assert.That(next.Current, Is.EqualTo(config.After(isNew ? changes : changes[..1])));
            Assert.That(next.Change(Put("t2", 1, "north")).Errors, Is.Empty);
            if (!isKilled)
            {
                Assert.That(left, Is.GreaterThan(20));
                break;
            }
        }
    }

    /// <summary>A state that cannot be kept refuses a change.</summary>
    [Test]
    public void WhatCannotBeKeptIsRefused()
    {
        var bar = new CountingBar(new MemoryBar());
        var store = new MemoryStore();
        var driver = GatewayDriver.Attach(bar, options: Fresh.Options with { Store = store });
        driver.Apply(Config(3));
        var writes = bar.Writes;
        store.IsFull = true;
        Assert.That(driver.Change(Put("t1", 7, "east")).Errors.Single(),
            Is.EqualTo("the state cannot be kept: no space left"));
        Assert.That(bar.Writes, Is.EqualTo(writes));
        store.IsFull = false;
        Assert.That(driver.Change(Put("t1", 7, "east")).Changed);
        Assert.That(store.Load()!.Transaction, Is.EqualTo(3));
    }
}
