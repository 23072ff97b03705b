using SmartNic.Driver.Tables;
using SmartNic.Driver.Tests.Board;
using SmartNic.Features.Tests.Config;
using SmartNic.Registers;

namespace SmartNic.Driver.Tests.Tables;

/// <summary>What the driver says of its tables: all of the manifest, by its fields.</summary>
public sealed class RowTests
{
    /// <summary>What a template has behind the headers of VXLAN over IPv4.</summary>
    private const string Rest = "0000000000000000000000000000000000000000000000000000000000000000"
        + "000000000000000000000000000000000000000000000000000000000000";

    private const string Default = ", drops_yellow 0, passes_red 0, dscp_is_uniform 0, "
        + "dscp_has_value 0, dscp_value 0, mtu 0, clamps_mss 0";

    private readonly GatewayDriver _driver = Fresh.Attach(new MemoryBar(2));

    [OneTimeSetUp]
    public void Apply()
    {
        var config = ConfigLoader.Parse(Sample.Full, "sample").Config;
        Assert.That(_driver.Apply(config!).Errors, Is.Empty);
    }

    [TestCase("rx_endpoint",
        "ip 192.168.203.1, udp_port 4789, geneve 0, nvgre 0, interface 0",
        "ip fd00::1, udp_port 4789, geneve 0, nvgre 0, interface 0",
        "ip 192.168.203.9, udp_port 8472, geneve 0, nvgre 0, interface 1")]
    [TestCase("rx_vni", "vni 100, tenant 1, queue 1", "vni 16777215, tenant 2, queue 2",
        "vni 7, tenant 3, queue 3")]
    [TestCase("rx_source", "tenant 0, ip 192.168.203.1", "tenant 0, ip fd00::1",
        "tenant 0, ip 192.168.203.9", "tenant 1, ip 192.168.202.1", "tenant 1, ip 192.168.202.2")]
    [TestCase("rx_policy", "any_source 1, keeps_tags 1, on_yellow 1, dscp 46, "
        + "remarks_green 0, green_dscp 0, passes_red 0, remarks_red 0, red_dscp 0, is_uniform 0")]
    [TestCase("tx_port", "valid 1, tenant 1, vni 100, keeps_tags 0" + Default,
        "valid 1, tenant 2, vni 16777215, keeps_tags 0" + Default,
        "valid 1, tenant 3, vni 7, keeps_tags 1" + Default)]
    [TestCase("tx_fdb", "tenant 1, mac 02:00:00:00:01:02, next_hop 1, mtu 0")]
    [TestCase("tx_next_hop",
        "valid 1, ip6 0, patch 0, header_bytes 50, has_checksum 0, sum 44134, dscp 0, "
        + "covered_sum 0, mtu 0, template 0x"
        + "020000000002020000000001" + "0800" + "450000000000400011110000c0a8cb01c0a8ca01"
        + "000012b500000000" + "0800000000000000" + Rest,
        "valid 1, ip6 0, patch 0, header_bytes 50, has_checksum 0, sum 56175, dscp 0, "
        + "covered_sum 0, mtu 0, template 0x"
        + "020000000003020000000009" + "0800" + "450000000000400040110000c0a8cb09c0a8ca02"
        + "0000211800000000" + "0800000000000000" + Rest)]
    public void RowsHaveTheFieldsOfTheEntry(string table, params string[] rows) =>
        Assert.That(_driver.Entries(table)!.Select(row =>
            string.Join(", ", row.Fields.Select(f => $"{f.Key} {f.Value}"))),
            Is.EquivalentTo(rows));

    /// <summary>Memories a and b are one table; states are no tables of the driver.</summary>
    [Test]
    public void EveryTableOfTheManifestIsListed()
    {
        var world = Fresh.World();
        var memories = world.Exact.SelectMany(t => (int[])[t.Layout.Ids.A, t.Layout.Ids.B])
            .Concat(world.Direct.Select(t => t.Info.Id));
        int[] states =
        [
            TableLayouts.RxMeterState.Id, TableLayouts.TxMeterState.Id,
            TableLayouts.TxSendMeterState.Id,
        ];
        Assert.That(memories.Concat(states), Is.EquivalentTo(TableLayouts.All.Select(t => t.Id)));
        Assert.That(_driver.Tables().Select(t => t.Name), Is.EqualTo(
            world.Exact.Select(t => t.Layout.Name).Concat(world.Direct.Select(t => t.Info.Name))));
    }

    [Test]
    public void ADirectTableHasABankForEachGeneration() =>
        Assert.That(Fresh.World().Direct.ToArray(), Has.All.Matches<DirectTable>(
            t => t!.Info.Depth == 2 * t.Count && t.Count <= DirectTable.Indices));

    [Test]
    public void MemoriesAAndBAreAlike()
    {
        foreach (var layout in Fresh.World().Exact.Select(t => t.Layout))
        {
            var (a, b) = (Info(layout.Ids.A), Info(layout.Ids.B));
            Assert.That(b.Name, Is.EqualTo($"{layout.Name}_b"));
            Assert.That((b.Depth, b.Fields), Is.EqualTo((a.Depth, a.Fields)));
        }
    }

    private static TableInfo Info(int id) => TableLayouts.All.Single(t => t.Id == id);
}
