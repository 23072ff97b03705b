using System.Text.Json;
using SmartNic.Driver.Tests.Board;
using SmartNic.Kernels;
using I = SmartNic.Registers.InterfaceRegisters;

namespace SmartNic.Driver.Tests.Counters;

/// <summary>
/// Counters: what is read, what it is called, and that reused indices start clean.
/// </summary>
public sealed class CounterTests
{
    private static readonly GatewayConfig Two = new()
    {
        Tenants =
        [
            new TenantConfig { Name = "red", Vni = 1 },
            new TenantConfig { Name = "blue", Vni = 2 },
        ],
    };

    /// <summary>Counts for a tenant, and for all.</summary>
    private static void Count(
        MemoryBar bar, int iface, ushort tenant, bool isTx, Reason reason, ulong packets,
        ulong bytes)
    {
        Set(bar, iface, isTx, CounterIndex.Of(tenant, CounterIndex.OutcomeOf(reason)), packets,
            bytes);
        CountAll(bar, iface, isTx, reason, packets, bytes);
    }

    private static void CountAll(
        MemoryBar bar, int iface, bool isTx, Reason reason, ulong packets, ulong bytes) =>
        Set(bar, iface, isTx, CounterIndex.Of(reason), packets, bytes);

    private static void Set(
        MemoryBar bar, int iface, bool isTx, uint index, ulong packets, ulong bytes) =>
        bar.Interfaces[iface].Counters[I.CounterSelectWord(isTx ? 1u : 0u, index)] =
            (packets, bytes);

    /// <summary>Every value reaches its name; interfaces are summed.</summary>
    [Test]
    public void EveryCounterHasItsName()
    {
        var bar = new MemoryBar(2);
        var driver = Fresh.Attach(bar);
        driver.Apply(Two);
        Count(bar, 0, 1, false, Reasons.Host, 0xFFFF_0000_0001, 0xFF_0000_0000_0002);
        Count(bar, 1, 1, false, Reasons.Yellow, 2, 3);
        Count(bar, 1, 1, false, Reasons.RateExceeded, 3, 4);
        Count(bar, 0, 1, false, Reasons.RateExceeded, 30, 40);
        Count(bar, 0, 2, true, Reasons.Wire, 5, 6);
        Count(bar, 0, 2, true, Reasons.Slow, 7, 8);
        Count(bar, 0, 2, true, Reasons.Answer, 9, 10);
        Count(bar, 0, 2, true, Reasons.QueueFull, 11, 12);
        Count(bar, 0, 0, false, Reasons.UnknownVni, 13, 14);
        Count(bar, 0, 0, true, Reasons.UnknownPort, 15, 16);
        bar.Interfaces[1].PortRegisters[I.WireInPacketsLo] = 17;
        bar.Interfaces[1].PortRegisters[I.WireInPacketsLo + 4] = 1;
        bar.Interfaces[0].PortRegisters[I.HostOutBytesLo] = 18;
        bar.Interfaces[1].PortRegisters[I.SlowCopiesLo] = 19;
        bar.Interfaces[1].PortRegisters[I.SlowCopiesLostHi] = 20;
        var counters = driver.ReadCounters();
        var red = counters.Tenants["red"].Rx;
        Assert.That((red.Packets, red.Bytes), Is.EqualTo((0xFFFF_0000_0003, 0xFF_0000_0000_0005)));
        Assert.That(red.Green, Is.EqualTo(
            new PacketCount(0xFFFF_0000_0001, 0xFF_0000_0000_0002)));
        Assert.That(red.Yellow, Is.EqualTo(new PacketCount(2, 3)));
        Assert.That(red.Drops["rate"], Is.EqualTo(33));
        var blue = counters.Tenants["blue"].Tx;
        Assert.That((blue.Packets, blue.Bytes, blue.Punts, blue.ToHost), Is.EqualTo((5, 6, 7, 9)));
        Assert.That(blue.Drops["queue_full"], Is.EqualTo(11));
        Assert.That(counters.Drops["rate_exceeded"], Is.EqualTo(33));
        var slow = counters.Ports["slow.1"];
        Assert.That((slow.Copies, slow.CopiesLost), Is.EqualTo((19, 20ul << 32)));
        Assert.That(counters.Ports["wire.1"].Copies, Is.Zero);
        Assert.That(counters.Drops["unknown_vni"], Is.EqualTo(13));
        Assert.That(counters.Drops["unknown_port"], Is.EqualTo(15));
        Assert.That(counters.Drops["queue_full"], Is.EqualTo(11));
        Assert.That(counters.Ports["wire.1"].In.Packets, Is.EqualTo((1UL << 32) + 17));
        Assert.That(counters.Ports["host.0"].Out.Bytes, Is.EqualTo(18));
    }

    /// <summary>The JSON that scripts read: names, order, every reason.</summary>
    [Test]
    public void JsonHasAFixedShape()
    {
        var bar = new MemoryBar();
        var driver = Fresh.Attach(bar);
        driver.Apply(Two with { Tenants = [Two.Tenants[0]] });
        Count(bar, 0, 1, false, Reasons.Host, 2, 300);
        var json = driver.ReadCounters().ToJson();
        const string Zero = """{"packets":0,"bytes":0}""";
        const string RxDrops = """
            "malformed":0,"unsupported":0,"unknown":0,"source":0,"policy":0,"congestion":0,
            "committed_rate":0,"rate":0,"slow_path_limit":0,"queue_full":0
            """;
        const string TxDrops = """
            "malformed":0,"unsupported":0,"unknown":0,"policy":0,"committed_rate":0,"rate":0,
            "slow_path_limit":0,"too_big":0,"queue_full":0
            """;
        const string Drops = """
            "bad_frame":0,"outer_header":0,"outer_checksum":0,"outer_length":0,"udp_length":0,
            "vxlan_flags":0,"inner_length":0,"bad_injection":0,"gre_length":0,"inner_header":0,
            "udp_checksum":0,"firewall_unreadable":0,
            "not_tunnel":0,"outer_fragment":0,"geneve_version":0,"critical_option":0,
            "unknown_payload":0,"header_too_long":0,"gre_checksum":0,"not_ip":0,
            "foreign_address":0,"unknown_vni":0,"unknown_port":0,"no_route":0,"unknown_link":0,
            "invalid_source":0,"foreign_source":0,"inner_vlan":0,"firewall_denied":0,
            "firewall_not_ip":0,"ecn_not_capable":0,
            "yellow_dropped":0,"rate_exceeded":0,"slow_path_limit":0,"oversize":0,
            "mtu_exceeded":0,"queue_full":0
            """;
        var expected = """
            {"ports":{"wire.0":{"in":ZERO,"out":ZERO},
            "host.0":{"in":ZERO,"out":ZERO},"slow.0":{"in":ZERO,"out":ZERO}},
            "tenants":{"red":{
            "rx":{"packets":2,"bytes":300,"to_host":0,"punts":0,"drops":{RX_DROPS},
            "green":{"packets":2,"bytes":300},"yellow":ZERO},
            "tx":{"packets":0,"bytes":0,"to_host":0,"punts":0,"drops":{TX_DROPS},
            "green":ZERO,"yellow":ZERO}}},
            "drops":{ALL_DROPS}}
            """.Replace("ZERO", Zero, StringComparison.Ordinal)
            .Replace("RX_DROPS", RxDrops, StringComparison.Ordinal)
            .Replace("TX_DROPS", TxDrops, StringComparison.Ordinal)
            .Replace("ALL_DROPS", Drops, StringComparison.Ordinal);
        Assert.That(Compact(json), Is.EqualTo(Compact(expected)));
        Assert.That(json, Does.EndWith("}\n").And.Not.Contain("\r"));
    }

    /// <summary>A reused index starts clean, and the totals forget nothing.</summary>
    [Test]
    public void ReusedIndexStartsClean()
    {
        var bar = new MemoryBar();
        var driver = Fresh.Attach(bar);
        driver.Apply(Two);
        Count(bar, 0, 1, false, Reasons.Host, 4, 4);
        Count(bar, 0, 1, false, Reasons.RateExceeded, 5, 5);
        Count(bar, 0, 1, true, Reasons.NoRoute, 6, 6);
        driver.Apply(Two with { Tenants = [Two.Tenants[1]] });
        Assert.That(driver.ReadCounters().Tenants.Keys, Is.EqualTo(new List<string> { "blue" }));
        Assert.That(driver.ReadCounters().Drops["rate_exceeded"], Is.EqualTo(5), "tenant is gone");
        driver.Apply(Two with { Tenants = [Two.Tenants[1], new() { Name = "green", Vni = 3 }] });
        Assert.That(driver.TenantIndex("green"), Is.EqualTo(1));
        var counters = driver.ReadCounters();
        Assert.That(counters.Tenants["green"].Rx.Packets, Is.Zero);
        Assert.That(counters.Tenants["green"].Rx.Drops["rate"], Is.Zero);
        Assert.That(counters.Drops["rate_exceeded"], Is.EqualTo(5), "index is reused");
        Assert.That(counters.Drops["no_route"], Is.EqualTo(6));
    }

    /// <summary>
    /// Counts from before the driver came: those of nobody are cleared before a new tenant gets the
    /// index, those of tenants that are there go on, and those of all.
    /// </summary>
    [Test]
    public void CountsOfAnUnknownBoardAreAdopted()
    {
        var bar = new MemoryBar();
        Fresh.Attach(bar).Apply(Two with { Tenants = [Two.Tenants[0]] });
        Count(bar, 0, 0, false, Reasons.UnknownVni, 7, 7);
        Count(bar, 0, 1, false, Reasons.RateExceeded, 8, 8);
        Count(bar, 0, 2, false, Reasons.RateExceeded, 9, 9);
        CountAll(bar, 0, false, Reasons.RateExceeded, 17, 17);
        var driver = GatewayDriver.Attach(bar);
        driver.Apply(Two);
        var counters = driver.ReadCounters();
        Assert.That(counters.Drops["unknown_vni"], Is.EqualTo(7));
        Assert.That(counters.Tenants["red"].Rx.Drops["rate"], Is.EqualTo(8));
        Assert.That(counters.Tenants["blue"].Rx.Drops["rate"], Is.Zero);
        Assert.That(counters.Drops["rate_exceeded"], Is.EqualTo(17));
    }

    /// <summary>Totals go on beyond 48 bits of packets and 56 of bytes.</summary>
    [Test]
    public void CountersAreWidened()
    {
        var bar = new MemoryBar(2);
        var driver = Fresh.Attach(bar);
        driver.Apply(Two);
        ulong packets = 0, bytes = 0;
        var random = new Random(7);
        for (var n = 0; n < 50; n++)
        {
            packets += (ulong)random.NextInt64(1L << 47);
            bytes += (ulong)random.NextInt64(1L << 55);
            Count(bar, 1, 1, false, Reasons.Host,
                packets & ((1UL << 48) - 1), bytes & ((1UL << 56) - 1));
            var red = driver.ReadCounters().Tenants["red"].Rx;
            Assert.That((red.Packets, red.Bytes), Is.EqualTo((packets, bytes)));
        }

        Assert.That(packets >> 48, Is.Not.Zero);
        Assert.That(bytes >> 56, Is.Not.Zero);
    }

    /// <summary>
    /// After 4095 tenants came and went, a read costs what it cost before: what is read is what is
    /// in use, and what has still something to count.
    /// </summary>
    [Test]
    public void ReadsShrinkWithTheTenants()
    {
        var bar = new CountingBar(new MemoryBar());
        var driver = Fresh.Attach(bar);
        driver.Apply(Two);
        var few = Cost();
        driver.Apply(Two with
        {
            Tenants =
            [
                .. Two.Tenants,
                .. Enumerable.Range(0, 4093)
                    .Select(n => new TenantConfig { Name = $"t{n}", Vni = (uint)n + 10 }),
            ],
        });
        Assert.That(Cost(), Is.GreaterThan(500 * few), "all are read");
        driver.Apply(Two);
        Cost();
        Assert.That(Cost(), Is.EqualTo(few));

        long Cost()
        {
            var start = bar.Reads + bar.Writes;
            driver.ReadCounters();
            return bar.Reads + bar.Writes - start;
        }
    }

    /// <summary>What a driver kept and what the board counted since add up.</summary>
    [Test]
    public void TotalsOutliveTheDriver()
    {
        var (bar, store) = (new MemoryBar(), new MemoryStore());
        var driver = GatewayDriver.Attach(bar, options: Fresh.Options with { Store = store });
        driver.Apply(Two);
        Count(bar, 0, 1, true, Reasons.NoRoute, 6, 60);
        driver.Apply(Two with { Tenants = [Two.Tenants[1]] });
        driver.Apply(Two with { Tenants = [Two.Tenants[1], new() { Name = "green", Vni = 3 }] });
        Assert.That(driver.TenantIndex("green"), Is.EqualTo(1));
        Count(bar, 0, 1, true, Reasons.NoRoute, 10, 100);
        Count(bar, 0, 2, true, Reasons.Wire, (1UL << 48) - 1, 5);
        driver.ReadCounters();
        Count(bar, 0, 2, true, Reasons.Wire, 4, 9);
        driver.ReadCounters();

        var next = GatewayDriver.Attach(
            bar, options: new AttachOptions { State = store.Load(), Store = store });
        Count(bar, 0, 2, true, Reasons.Wire, 5, 10);
        var counters = next.ReadCounters();
        Assert.That(counters.Tenants["green"].Tx.Drops["unknown"], Is.EqualTo(4));
        Assert.That(counters.Drops["no_route"], Is.EqualTo(10));
        Assert.That(counters.Tenants["blue"].Tx.Packets, Is.EqualTo((1UL << 48) + 5));

        // A board that was reset counts from zero.
        bar.TimeNs = 1;
        next = GatewayDriver.Attach(bar, options: new AttachOptions { State = store.Load() });
        Assert.That(next.ReadCounters().Tenants["blue"].Tx.Packets, Is.EqualTo(5));
        Assert.That(next.Transaction, Is.EqualTo(bar.Transaction));

        // Also where its clock is later than that of the state: no transaction is in force there.
        bar.TimeNs = ulong.MaxValue;
        bar.Reset();
        next = GatewayDriver.Attach(bar, options: new AttachOptions { State = store.Load() });
        Assert.That(next.Transaction, Is.Zero);
        Assert.That(next.ReadCounters().Drops["no_route"], Is.Zero);
    }

    /// <summary>A long read lets others have their turn in between.</summary>
    [Test]
    public void AReadLetsOthersIn()
    {
        var memory = new MemoryBar();
        var driver = Fresh.Attach(memory);
        driver.Apply(Two with
        {
            Tenants = [.. Enumerable.Range(0, 200)
                .Select(n => new TenantConfig { Name = $"t{n}", Vni = (uint)n + 10 })],
        });
        using var inside = new ManualResetEventSlim();
        using var proceed = new ManualResetEventSlim();
        var selects = 0;
        memory.Written = () =>
        {
            // In the middle of the read: another thread waits for its turn, and must have got it
            // before the read is at its end.
            if (Interlocked.Increment(ref selects) == 1000)
            {
                inside.Set();
                proceed.Wait(TimeSpan.FromSeconds(60));
            }
        };
        var read = Task.Run(driver.ReadCounters);
        inside.Wait(TimeSpan.FromSeconds(60));
        var selectsThen = int.MaxValue;
        var other = new Thread(() =>
        {
            driver.ReadTimeNs();
            selectsThen = Volatile.Read(ref selects);
        });
        other.Start();
        while (!other.ThreadState.HasFlag(ThreadState.WaitSleepJoin))
        {
            Thread.Yield();
        }

        proceed.Set();
        other.Join();
        read.Wait();
        Assert.That(selectsThen, Is.LessThan(1000 + 600), "of 6400");
    }

    /// <summary>A counter that stays busy is an error after the timeout.</summary>
    [Test]
    public void BusyCounterIsBounded()
    {
        var bar = new MemoryBar();
        bar.Interfaces[0].PortRegisters[I.CounterStatus] = 1;
        var options = new AttachOptions
        {
            TablesAreEmpty = true,
            Timeout = TimeSpan.FromMilliseconds(10),
        };
        var driver = GatewayDriver.Attach(bar, options: options);
        var e = Assert.Throws<DeviceLostException>(() => driver.ReadCounters());
        Assert.That(e!.Message, Does.Contain("a counter access"));
        Assert.That(driver.IsLost);
    }

    private static string Compact(string json)
    {
        using var document = JsonDocument.Parse(json);
        return JsonSerializer.Serialize(document.RootElement);
    }
}
