using System.Buffers.Binary;
using System.Net;
using System.Runtime.InteropServices;
using SmartNic.Driver.Tables;
using SmartNic.Driver.Tests.Board;

namespace SmartNic.Driver.Tests;

/// <summary>
/// The promise of a transaction: at every single written word, packets of the generation in force
/// see exactly the old world, and from the flip on exactly the new one.
/// </summary>
public sealed class TransactionTests
{
    private const int Interfaces = 2;

    /// <summary>Random configurations, one after the other, watched at every write.</summary>
    [Test]
    public void NoPacketSeesAPart()
    {
        var seed = Environment.TickCount;
        TestContext.Out.WriteLine($"seed {seed}");
        var configs = new RandomConfig(new Random(seed), Interfaces);
        var bar = new MemoryBar(Interfaces);
        var driver = Fresh.Attach(bar);
        long watched = 0;
        for (var round = 0; round < 8; round++)
        {
            watched += SeesNoPart(bar, driver, configs.Next());
            bar.TimeNs += 1_000_000;
        }

        Assert.That(watched, Is.GreaterThan(500));
    }

    /// <summary>
    /// Applies another configuration and watches every written word: the old world before the flip,
    /// the new one after it.
    /// </summary>
    /// <param name="bar">The board.</param>
    /// <param name="driver">Its driver.</param>
    /// <param name="config">What is applied.</param>
    /// <returns>Words written.</returns>
    internal static long SeesNoPart(
        MemoryBar bar, GatewayDriver driver, GatewayConfig config)
    {
        long watched = 0;
        var before = bar.Generation;
        var old = See(bar);
        var seen = new List<int[]>();
        bar.Written = () =>
        {
            watched++;
            var world = See(bar);
            if (bar.Generation != before)
            {
                seen.Add(world);
            }
            else if (!world.AsSpan().SequenceEqual(old))
            {
                Assert.Fail($"write {watched}: the old world changed before the flip");
            }
        };
        var result = driver.Apply(config);
        bar.Written = null;
        Assert.That(result.Errors, Is.Empty);
        Assert.That(result.Changed);
        var now = See(bar);
        Assert.That(seen, Is.Not.Empty);
        Assert.That(seen, Has.All.EqualTo(now), "after the flip");
        BoardHolds(bar, driver, config);
        return watched;
    }

    /// <summary>A configuration applied again, also read anew or in another order, writes nothing.
    /// </summary>
    [Test]
    public void ApplyingAgainWritesNothing()
    {
        var seed = Environment.TickCount;
        TestContext.Out.WriteLine($"seed {seed}");
        var config = new RandomConfig(new Random(seed), 1).Next();
        var bar = new CountingBar(new MemoryBar());
        var driver = Fresh.Attach(bar);
        Assert.That(driver.Apply(config).Changed);
        var writes = bar.Writes;
        var again = ConfigLoader.Parse(ConfigWriter.Write(config), "again").Config!;
        Assert.That(driver.Apply(again), Is.EqualTo(new ApplyResult(false, 0, 0, [])));
        var turned = config with
        {
            Tenants = config.Tenants.Reverse().ToConfigList(),
            Remotes = config.Remotes.Reverse().ToConfigList(),
        };
        Assert.That(driver.Apply(turned).Changed, Is.False);
        Assert.That(bar.Writes, Is.EqualTo(writes));
        Assert.That(driver.Current, Is.EqualTo(turned));
    }

    /// <summary>
    /// After the last tenant is gone the tables are empty, but for the wire's limit.
    /// </summary>
    [Test]
    public void RemovingEverythingEmptiesTheTables()
    {
        var seed = Environment.TickCount;
        TestContext.Out.WriteLine($"seed {seed}");
        var bar = new MemoryBar();
        var driver = Fresh.Attach(bar);
        driver.Apply(new RandomConfig(new Random(seed), 1).Next());
        driver.Apply(GatewayConfig.Empty);
        Assert.That(bar.Interfaces[0].NonZeroEntries, Is.EqualTo(2), "rx_meter[0], both banks");
        Assert.That(driver.Tables().Where(t => t.Name != "rx_meter").Sum(t => t.Used), Is.Zero);
    }

    /// <summary>
    /// The board goes away at each write of a transaction: lost, said, and never half.
    /// </summary>
    [Test]
    public void BoardMayGoAtAnyWrite()
    {
        var config = new RandomConfig(new Random(1), 1).Next();
        var counting = new CountingBar(new MemoryBar());
        Fresh.Attach(counting).Apply(config);
        var step = Math.Max(1, counting.Writes / 50);
        for (long n = 0; n < counting.Writes; n += step)
        {
            var bar = new MemoryBar();
            var driver = Fresh.Attach(bar);
            bar.GoAfter(n);
            var flipped = bar.Generation;
            try
            {
                driver.Apply(config);

                // Gone after the flip and the drain: writes are posted, the next read finds out.
                Assert.Throws<DeviceLostException>(() => driver.ReadCounters());
            }
            catch (DeviceLostException)
            {
                Assert.That(driver.Current, Is.Null);
            }

            Assert.That(driver.IsLost);
            Assert.Throws<DeviceLostException>(() => driver.Apply(GatewayConfig.Empty));
        }
    }

    /// <summary>A pipeline that never drains is an error after the timeout, not a hang.</summary>
    [Test]
    public void DrainIsBounded()
    {
        var bar = new MemoryBar();
        var options = Fresh.Options with { Timeout = TimeSpan.FromMilliseconds(20) };
        var driver = GatewayDriver.Attach(bar, options: options);
        bar.Set(Registers.GlobalRegisters.Drained, 0);
        var e = Assert.Throws<DeviceLostException>(
            () => driver.Apply(new RandomConfig(new Random(1), 1).Next()));
        Assert.That(e!.Message, Does.Contain("pipelines to drain").And.Contain("20 ms"));
    }

    /// <summary>What packets of the generation in force see, by interface.</summary>
    internal static int[] See(MemoryBar bar) =>
        [.. bar.Interfaces.Select(i => Universe.See(i, bar.Generation != 0))];

    /// <summary>What the board finds is what the configuration says.</summary>
    private static void BoardHolds(MemoryBar bar, GatewayDriver driver, GatewayConfig config)
    {
        foreach (var board in bar.Interfaces)
        {
            foreach (var gen in (ReadOnlySpan<bool>)[false, true])
            {
                for (var n = 0; n < Universe.Endpoints; n++)
                {
                    var local = config.Endpoints.FirstOrDefault(e => e.Name == $"e{n}");
                    foreach (var ip in (IPAddress[])[Universe.Ip(n), Universe.Ip6(n)])
                    {
                        Assert.That(board.Endpoint(ip.ToUInt128(), gen).Found,
                            Is.EqualTo(local?.Addresses.Contains(ip) ?? false));
                    }
                }

                var found = Enumerable.Range(0, Universe.Tenants)
                    .Count(n => board.Vni(Universe.Vni(n), gen).Found);
                Assert.That(found, Is.EqualTo(config.Tenants.Count));
                foreach (var tenant in config.Tenants)
                {
                    TenantHolds(board, gen, driver, config, tenant);
                }
            }
        }
    }

    private static void TenantHolds(
        MemoryInterface board, bool gen, GatewayDriver driver, GatewayConfig config,
        TenantConfig tenant)
    {
        var index = driver.TenantIndex(tenant.Name)!.Value;
        Assert.That(driver.TenantName(index), Is.EqualTo(tenant.Name));
        var vni = board.Vni(tenant.Vni, gen).Value;
        Assert.That(((uint)vni.Tenant, (uint)vni.Queue), Is.EqualTo(((uint)index, (uint)index)));
        var port = board.Port(index, gen);
        Assert.That((port.Valid, (uint)port.Tenant, (uint)port.Vni),
            Is.EqualTo((true, (uint)index, tenant.Vni)));
        Assert.That(board.RxMeter(index, gen).Enabled,
            Is.EqualTo(!tenant.Receive.Rate.IsUnlimited));
        Assert.That(board.TxSendMeter(index, gen).Enabled,
            Is.EqualTo(!tenant.Send.Rate.IsUnlimited));
        for (var m = 0; m < Universe.Macs; m++)
        {
            var entry = tenant.Forwarding.FirstOrDefault(f => f.Mac.Value == Universe.Mac(m));
            var hit = board.Fdb(index, Universe.Mac(m), gen);
            Assert.That(hit.Found, Is.EqualTo(entry is not null));
            if (entry is null)
            {
                continue;
            }

            Assert.That((uint)hit.Value.NextHop, Is.EqualTo(driver.NextHopIndex(entry.Remote)));
            var hop = board.NextHop((ushort)(uint)hit.Value.NextHop, gen);
            var remote = config.Remotes.Single(r => r.Name == entry.Remote);
            var source = config.Endpoints.Single(e => e.Name == remote.Endpoint);
            var bytes = MemoryMarshal.AsBytes<ulong>(
                ((ReadOnlySpan<ulong>)hop.Template).ToArray().Select(
                    BinaryPrimitives.ReverseEndianness).ToArray()).ToArray();
            var from = source.Facing(remote.Ip)!.GetAddressBytes();
            var at = from.Length == 4 ? 26 : 22;
            Assert.That(hop.Valid);
            Assert.That(bytes[..12],
                Is.EqualTo(Octets(remote.Mac).Concat(Octets(source.Mac))), "MAC addresses");
            Assert.That(bytes[at..(at + (2 * from.Length))],
                Is.EqualTo(from.Concat(remote.Ip.GetAddressBytes())), "IP addresses");
            Assert.That(bytes[from.Length == 4 ? 22 : 21], Is.EqualTo(remote.Ttl));
        }
    }

    private static byte[] Octets(MacAddress mac) =>
        [.. Enumerable.Range(0, 6).Select(i => (byte)(mac.Value >> (40 - (8 * i))))];
}
