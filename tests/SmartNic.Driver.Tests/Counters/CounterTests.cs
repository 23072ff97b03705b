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

    private static void Count(
        MemoryBar bar, int iface, int tenant, bool isTx, int slot, ulong packets, ulong bytes) =>
        bar.Interfaces[iface].Counters[I.CounterSelectWord(
            isTx ? 1u : 0u, Index(tenant, slot))] = (packets, bytes);

    private static uint Index(int tenant, int slot) =>
        (uint)(slot < 16 ? (tenant * 16) + slot : 0x10000 | slot);

    /// <summary>Every value reaches its name; interfaces are summed.</summary>
    [Test]
    public void EveryCounterHasItsName()
    {
        var bar = new MemoryBar(2);
        var driver = Fresh.Attach(bar);
        driver.Apply(Two);
        Count(bar, 0, 1, false, (int)RxSlot.Host, 0xFFFF_0000_0001, 0xFF_0000_0000_0002);
        Count(bar, 1, 1, false, (int)RxSlot.Yellow, 2, 3);
        Count(bar, 1, 1, false, (int)RxSlot.RateExceeded, 3, 4);
        Count(bar, 0, 1, false, (int)RxSlot.RateExceeded, 30, 40);
        Count(bar, 0, 2, true, (int)TxSlot.Wire, 5, 6);
        Count(bar, 0, 2, true, (int)TxSlot.Slow, 7, 8);
        Count(bar, 0, 2, true, (int)TxSlot.Host, 9, 10);
        Count(bar, 0, 2, true, (int)TxSlot.QueueFull, 11, 12);
        Count(bar, 0, 0, false, (int)RxSlot.UnknownVni, 13, 14);
        Count(bar, 0, 0, true, (int)TxSlot.UnknownPort, 15, 16);
        bar.Interfaces[1].PortRegisters[I.WireInPacketsLo] = 17;
        bar.Interfaces[1].PortRegisters[I.WireInPacketsLo + 4] = 1;
        bar.Interfaces[0].PortRegisters[I.HostOutBytesLo] = 18;
        var counters = driver.ReadCounters();
        var red = counters.Tenants["red"].Rx;
        Assert.That((red.Packets, red.Bytes), Is.EqualTo((0xFFFF_0000_0003, 0xFF_0000_0000_0005)));
        Assert.That(red.Green, Is.EqualTo(
            new PacketCount(0xFFFF_0000_0001, 0xFF_0000_0000_0002)));
        Assert.That(red.Yellow, Is.EqualTo(new PacketCount(2, 3)));
        Assert.That(red.Drops["rate_exceeded"], Is.EqualTo(33));
        var blue = counters.Tenants["blue"].Tx;
        Assert.That((blue.Packets, blue.Bytes, blue.Punts, blue.ToHost), Is.EqualTo((5, 6, 7, 9)));
        Assert.That(blue.Drops["queue_full"], Is.EqualTo(11));
        Assert.That(counters.Drops["rate_exceeded"], Is.EqualTo(33));
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
        Count(bar, 0, 1, false, (int)RxSlot.Host, 2, 300);
        var json = driver.ReadCounters().ToJson();
        const string Zero = """{"packets":0,"bytes":0}""";
        const string RxDrops = """
            "inner_length":0,"foreign_source":0,"inner_vlan":0,"ecn_not_capable":0,
            "yellow_dropped":0,"rate_exceeded":0,"queue_full":0
            """;
        const string RxNobody = """
            "bad_frame":0,"not_vxlan":0,"outer_header":0,"outer_checksum":0,"outer_fragment":0,
            "outer_length":0,"foreign_address":0,"invalid_source":0,"udp_length":0,
            "vxlan_flags":0,"unknown_vni":0,"slow_path_limit":0
            """;
        const string TxDrops = """
            "inner_vlan":0,"no_route":0,"oversize":0,"slow_path_limit":0,"queue_full":0
            """;
        const string TxOnly = """ "no_route":0,"oversize":0,"unknown_port":0,"bad_injection":0 """;
        var expected = """
            {"ports":{"wire.0":{"in":ZERO,"out":ZERO},
            "host.0":{"in":ZERO,"out":ZERO},"slow.0":{"in":ZERO,"out":ZERO}},
            "tenants":{"red":{
            "rx":{"packets":2,"bytes":300,"to_host":0,"punts":0,"drops":{RX_DROPS},
            "green":{"packets":2,"bytes":300},"yellow":ZERO},
            "tx":{"packets":0,"bytes":0,"to_host":0,"punts":0,"drops":{TX_DROPS}}}},
            "drops":{RX_DROPS,RX_NOBODY,TX_ONLY}}
            """.Replace("ZERO", Zero, StringComparison.Ordinal)
            .Replace("RX_NOBODY", RxNobody, StringComparison.Ordinal)
            .Replace("RX_DROPS", RxDrops, StringComparison.Ordinal)
            .Replace("TX_DROPS", TxDrops, StringComparison.Ordinal)
            .Replace("TX_ONLY", TxOnly, StringComparison.Ordinal);
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
        Count(bar, 0, 1, false, (int)RxSlot.Host, 4, 4);
        Count(bar, 0, 1, false, (int)RxSlot.RateExceeded, 5, 5);
        Count(bar, 0, 1, true, (int)TxSlot.NoRoute, 6, 6);
        driver.Apply(Two with { Tenants = [Two.Tenants[1]] });
        Assert.That(driver.ReadCounters().Tenants.Keys, Is.EqualTo(new List<string> { "blue" }));
        Assert.That(driver.ReadCounters().Drops["rate_exceeded"], Is.EqualTo(5), "tenant is gone");
        driver.Apply(Two with { Tenants = [Two.Tenants[1], new() { Name = "green", Vni = 3 }] });
        Assert.That(driver.TenantIndex("green"), Is.EqualTo(1));
        var counters = driver.ReadCounters();
        Assert.That(counters.Tenants["green"].Rx.Packets, Is.Zero);
        Assert.That(counters.Tenants["green"].Rx.Drops["rate_exceeded"], Is.Zero);
        Assert.That(counters.Drops["rate_exceeded"], Is.EqualTo(5), "index is reused");
        Assert.That(counters.Drops["no_route"], Is.EqualTo(6));
    }

    /// <summary>Counts from before the driver came are nobody's.</summary>
    [Test]
    public void CountsOfAnUnknownBoardAreCleared()
    {
        var bar = new MemoryBar();
        Count(bar, 0, 0, false, (int)RxSlot.UnknownVni, 7, 7);
        Count(bar, 0, 1, false, (int)RxSlot.RateExceeded, 8, 8);
        var driver = GatewayDriver.Attach(bar);
        driver.Apply(Two);
        var counters = driver.ReadCounters();
        Assert.That(counters.Drops.Values, Has.All.Zero);
        Assert.That(counters.Tenants["red"].Rx.Drops.Values, Has.All.Zero);
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
