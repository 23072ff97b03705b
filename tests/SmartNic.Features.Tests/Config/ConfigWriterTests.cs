namespace SmartNic.Features.Tests.Config;

/// <summary>The canonical file.</summary>
public sealed class ConfigWriterTests
{
    private const string West = "mac: \"02:00:00:00:00:01\", udp_port: 4789, geneve: drop, "
        + "nvgre: drop";
    private const string North = "mac: \"02:00:00:00:00:09\", udp_port: 8472, geneve: drop, "
        + "nvgre: drop";

    private const string East = "mac: \"02:00:00:00:00:02\", endpoint: west";
    private const string Null = "mac: \"02:00:00:00:00:03\", endpoint: \"0-north\"";

    private const string Canonical = $$"""
    version: 1
    on_full: refuse
    slow_path: { packets_per_second: 20000, burst_packets: 512 }
    endpoints:
      - { name: west, interface: 0, ip: 192.168.203.1, ip6: "fd00::1", {{West}} }
      - { name: "0-north", interface: 1, ip: 192.168.203.9, {{North}} }
    remotes:
      - { name: east, ip: "192.168.202.1", {{East}}, ttl: 17, tunnel: vxlan }
      - { name: "null", ip: "192.168.202.2", {{Null}}, ttl: 64, tunnel: vxlan }
    tenants:
      - name: red
        vni: 100
        interface: 1
        rate: 100 Mbit/s
        committed_rate: 50500 kbit/s
        burst: 64 KiB
        committed_burst: 33 B
        on_yellow: pass
        sources: remotes
        inner_vlan: drop
        slow_path: { packets_per_second: 500, burst_packets: 32, copies_per_second: 2500 }
        neighbours:
          - { ip: "10.0.0.2", mac: "02:00:00:00:01:02" }
          - { ip: "fd00:1::2", mac: "02:00:00:00:01:02" }
        forwarding:
          - { mac: "02:00:00:00:01:02", remote: east }
        flood:
          - east
          - "null"
      - name: blue
        vni: 16777215
        interface: 0
        rate: unlimited
        sources: remotes
        inner_vlan: drop
        slow_path: { packets_per_second: 1000, burst_packets: 64, copies_per_second: 10000 }
        neighbours: []
        forwarding: []
        flood: []
      - name: green
        vni: 7
        interface: 0
        rate: 64 kbit/s
        committed_rate: 64 kbit/s
        burst: 16000 B
        committed_burst: 16000 B
        on_yellow: remark 46
        sources: any
        inner_vlan: keep
        slow_path: { packets_per_second: 1000, burst_packets: 64, copies_per_second: 10000 }
        neighbours: []
        forwarding: []
        flood: []

    """;

    /// <summary>The form is fixed: whoever changes it changes this text.</summary>
    [Test]
    public void FormIsCanonical()
    {
        var config = ConfigLoader.Parse(Sample.Full, "f").Config!;
        Assert.That(ConfigWriter.Write(config), Is.EqualTo(Canonical));
    }

    /// <summary>What is written loads back equal, and is a fixed point.</summary>
    [TestCase(Sample.Full)]
    [TestCase("version: 1")]
    [TestCase("version: 1\non_full: skip_tenant")]
    [TestCase("version: 1\nendpoints: [{ name: '-', ip: 1.2.3.4, mac: 'a2:00:00:00:00:0F' }]")]
    public void WrittenLoadsEqual(string text)
    {
        var config = ConfigLoader.Parse(text, "f").Config!;
        var written = ConfigWriter.Write(config);
        var again = ConfigLoader.Parse(written, "again");
        Assert.That(again.Errors, Is.Empty);
        Assert.That(again.Config, Is.EqualTo(config));
        Assert.That(ConfigWriter.Write(again.Config!), Is.EqualTo(written));
    }
}
