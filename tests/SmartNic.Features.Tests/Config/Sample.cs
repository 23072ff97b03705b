namespace SmartNic.Features.Tests.Config;

/// <summary>Configurations for tests.</summary>
internal static class Sample
{
    private const string NorthMac = "\"02:00:00:00:00:09\"";

    /// <summary>Every key of the format.</summary>
    public const string Full = $$"""
    version: 1
    slow_path: { packets_per_second: 20000, burst_packets: 512 }
    endpoints:
      - { name: west, interface: 0, ip: 192.168.203.1, ip6: "fd00::1", mac: "02:00:00:00:00:01" }
      - { name: "0-north", interface: 1, ip: 192.168.203.9, mac: {{NorthMac}}, udp_port: 8472 }
    remotes:
      - { name: east, ip: 192.168.202.1, mac: "02:00:00:00:00:02", endpoint: west, ttl: 17 }
      - { name: "null", ip: 192.168.202.2, mac: "02:00:00:00:00:03", endpoint: 0-north }
    tenants:
      - name: red
        vni: 100
        interface: 1
        rate: 100 Mbit/s
        committed_rate: 50.5 Mbit/s
        burst: 64 KiB
        committed_burst: 33 B
        slow_path: { packets_per_second: 500, burst_packets: 32, copies_per_second: 2500 }
        forwarding: [ { mac: "02:00:00:00:01:02", remote: east } ]
        neighbours:
          - { ip: 10.0.0.2, mac: "02:00:00:00:01:02" }
          - { ip: "fd00:1::2", mac: "02:00:00:00:01:02" }
        flood: [ east, "null" ]
      - { name: blue, vni: 16777215 }
      - { name: green, vni: 7, rate: 64 kbit/s,
          on_yellow: remark 46, sources: any, inner_vlan: keep }

    """;
}
