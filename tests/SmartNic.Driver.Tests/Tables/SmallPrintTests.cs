using SmartNic.Driver.Tests.Board;

namespace SmartNic.Driver.Tests.Tables;

/// <summary>What MTU, MSS and DSCP of a configuration become in the tables.</summary>
public sealed class SmallPrintTests
{
    private const string Head = """
        version: 1
        endpoints:
          - { name: west, ip: 192.168.203.1, ip6: "fd00::1", mac: "02:00:00:00:00:01",
              geneve: accept }
        remotes:
          - { name: plain, ip: 192.168.202.1, mac: "02:00:00:00:00:02", endpoint: west }

        """;

    private static GatewayConfig Load(string text)
    {
        var result = ConfigLoader.Parse(text, "gateway.yaml");
        Assert.That(result.Errors, Is.Empty);
        return result.Config!;
    }

    private static string Remote(string rest) => "  - { name: small, "
        + $"mac: \"02:00:00:00:00:02\", endpoint: west, {rest} }}\n";

    private static string[] Fields(GatewayDriver driver, string table, string field) =>
        [.. driver.Entries(table)!.Select(row => $"{row.Fields[field]}")];

    /// <summary>What each tunnel adds is taken off: in <c>tx_next_hop</c> for what is carried, in
    /// <c>tx_fdb</c> for an untagged IP packet.</summary>
    [TestCase("ip: 192.168.202.2", 1414, 1400)]
    [TestCase("ip: \"fd00::2\"", 1394, 1380)]
    [TestCase("ip: 192.168.202.2, tunnel: geneve", 1414, 1400)]
    [TestCase("ip: 192.168.202.2, tunnel: geneve, options: \"0102000100000000\"", 1406, 1392)]
    [TestCase("ip: 192.168.202.2, tunnel: nvgre", 1422, 1408)]
    public void ThePathMtuIsLessWhatIsAdded(string remote, int hop, int fdb)
    {
        var driver = Fresh.Attach(new MemoryBar(1));
        var config = Load(Head + Remote($"{remote}, mtu: 1450") + """
            tenants:
              - { name: red, vni: 100, forwarding: [
                  { mac: "02:00:00:00:01:01", remote: plain },
                  { mac: "02:00:00:00:01:02", remote: small } ] }

            """);
        Assert.That(driver.Apply(config).Errors, Is.Empty);
        Assert.That(Fields(driver, "tx_next_hop", "mtu"), Is.EquivalentTo(["0", $"{hop}"]));
        Assert.That(Fields(driver, "tx_fdb", "mtu"), Is.EquivalentTo(["0", $"{fdb}"]));
    }

    /// <summary>A link without Ethernet takes nothing of it off.</summary>
    [TestCase("gre", 1426)]
    [TestCase("gre, key: 5", 1422)]
    [TestCase("gre, checksum: computed", 1422)]
    [TestCase("gre, key: 5, checksum: computed", 1418)]
    [TestCase("ipip", 1430)]
    public void ALinkOfIPHasNoEthernet(string tunnel, int most)
    {
        var driver = Fresh.Attach(new MemoryBar(1));
        var config = Load(Head
            + Remote($"ip: 192.168.202.2, tunnel: {tunnel}, mtu: 1450") + """
            tenants:
              - { name: red, vni: 100, links: [
                  { remote: small, gateway: "02:00:00:00:01:FE", station: "02:00:00:00:01:01" } ] }

            """);
        Assert.That(driver.Apply(config).Errors, Is.Empty);
        Assert.That(Fields(driver, "tx_next_hop", "mtu"), Is.EquivalentTo(["0", $"{most}"]));
        Assert.That(Fields(driver, "tx_fdb", "mtu"), Is.EqualTo([$"{most}"]));
    }

    /// <summary>An address that moves by a change alone has the limit of where it is then.
    /// </summary>
    [Test]
    public void AChangeTakesTheLimitAlong()
    {
        var driver = Fresh.Attach(new MemoryBar(1));
        var config = Load(Head + Remote("ip: 192.168.202.2, mtu: 1450") + """
            tenants:
              - { name: red, vni: 100,
                  forwarding: [ { mac: "02:00:00:00:01:01", remote: plain } ] }

            """);
        Assert.That(driver.Apply(config).Errors, Is.Empty);
        foreach (var (remote, limit) in ((string, string)[])
            [("small", "1400"), ("plain", "0"), ("small", "1400")])
        {
            var change = new GatewayChange(
                new ForwardingChange("red", new MacAddress(0x020000000101), remote));
            Assert.That(driver.Change(change).Errors, Is.Empty);
            Assert.That(Fields(driver, "tx_fdb", "mtu"), Is.EqualTo([limit]));
        }

        // The same again as a configuration is no difference: the tables are right already.
        Assert.That(driver.Apply(driver.Current!).Changed, Is.False);
    }

    /// <summary>A remote's new MTU reaches every address behind it.</summary>
    [Test]
    public void ANewMtuReachesTheAddresses()
    {
        var driver = Fresh.Attach(new MemoryBar(1));
        foreach (int mtu in (int[])[1450, 1350])
        {
            Assert.That(driver.Apply(Load(Head + Remote($"ip: 192.168.202.2, mtu: {mtu}") + """
                tenants:
                  - { name: red, vni: 100,
                      forwarding: [ { mac: "02:00:00:00:01:01", remote: small } ] }

                """)).Errors, Is.Empty);
            Assert.That(Fields(driver, "tx_fdb", "mtu"), Is.EqualTo([$"{mtu - 50}"]));
        }
    }

    /// <summary>What is a tenant's own stands with its queue, and what it receives.</summary>
    [Test]
    public void ATenantsOwnIsInItsEntries()
    {
        var driver = Fresh.Attach(new MemoryBar(1));
        Assert.That(driver.Apply(Load(Head + """
            tenants:
              - { name: red, vni: 100, mtu: 1300, tcp_mss: clamp, dscp_mode: uniform, dscp: 0 }

            """)).Errors, Is.Empty);
        var row = driver.Entries("tx_port")!.Single().Fields;
        Assert.That(string.Join(", ", row.Select(f => $"{f.Key} {f.Value}")), Does.EndWith(
            "dscp_is_uniform 1, dscp_has_value 1, dscp_value 0, mtu 1300, clamps_mss 1"));
        Assert.That(Fields(driver, "rx_policy", "is_uniform"), Is.EqualTo(["1"]));
    }

    /// <summary>A tenant's MTU that no frame has room for is refused, unless the remote's own holds
    /// it: to each remote that it names, tags counted where it keeps them.</summary>
    [TestCase("", 9152, "drop", null)]
    [TestCase("", 9153, "drop", 9152)]
    [TestCase("", 9144, "keep", null)]
    [TestCase("", 9145, "keep", 9144)]
    [TestCase(", mtu: 9000", 9202, "keep", null)]
    public void WhatDoesNotFitIsRefused(string limit, int mtu, string vlan, int? room)
    {
        var driver = Fresh.Attach(new MemoryBar(1));
        var config = Load(Head + Remote($"ip: 192.168.202.2{limit}")
            + $"tenants:\n  - {{ name: red, vni: 100, mtu: {mtu}, inner_vlan: {vlan}, "
            + "flood: [ small ] }\n");
        string[] expected = room is null ? [] :
        [
            $"tenant red: mtu {mtu}, but a frame of 9216 bytes has room for {room} on the way to "
                + "remote small; give that an mtu, or this one less",
        ];
        Assert.That(driver.Apply(config).Errors, Is.EqualTo(expected));
    }
}
