using SmartNic.Driver;
using SmartNic.Features;

namespace SmartNic.Testing;

/// <summary>
/// A configuration that reaches every verdict: four tenants, and remotes of every tunnel.
/// </summary>
public static class World
{
    /// <summary>Local endpoint.</summary>
    public const string West = "192.168.203.1";

    /// <summary>Second local endpoint.</summary>
    public const string South = "192.168.204.1";

    /// <summary>The remote that the tenants' addresses are behind.</summary>
    public const string East = "192.168.202.1";

    /// <summary>A remote that red names, and white takes as it takes any.</summary>
    public const string North = "10.1.2.3";

    /// <summary>Local endpoint over IPv6, where every tunnel ends.</summary>
    public const string West6 = "fd00::1";

    /// <summary>A remote that the tenants reach by Geneve with options.</summary>
    public const string Six = "fd00::2";

    /// <summary>A remote that the tenants reach by NVGRE.</summary>
    public const string Gre = "192.168.205.1";

    /// <summary>The tenants' VNIs: red, blue, green, white.</summary>
    public static readonly uint[] Vnis = [100, 200, 0xFFFFFF, 400];

    /// <summary>The tenants' names, in the order of their indices from 1.</summary>
    public static readonly string[] Tenants = ["red", "blue", "green", "white"];

    /// <summary>Inner address that each tenant has behind the remote east.</summary>
    public const ulong Peer = 0x020000000102;

    /// <summary>Inner address that each tenant has behind the remote north.</summary>
    public const ulong OtherPeer = 0x020000000103;

    /// <summary>Inner address that each tenant has behind the remote six.</summary>
    public const ulong SixPeer = 0x020000000104;

    /// <summary>Inner address that each tenant has behind the remote gre.</summary>
    public const ulong GrePeer = 0x020000000105;

    /// <summary>Inner address that red has behind the remote tap.</summary>
    public const ulong TapPeer = 0x020000000106;

    /// <summary>Address of the gateways of red's and blue's links.</summary>
    public const ulong Gateway = 0x0200000001FE;

    /// <summary>Key of red's link of Ethernet.</summary>
    public const uint Key = 7;

    private const string TapEntry = "{ mac: \"02:00:00:00:01:06\", remote: tap }, ";

    /// <summary>An inner address that no tenant has forwarding for.</summary>
    public const ulong Nobody = 0x0200000001FF;

    /// <summary>The tenants' own inner address.</summary>
    public const ulong Self = 0x020000000101;

    /// <summary>The configuration.</summary>
    /// <param name="blueRate">Rate of the tenant blue.</param>
    /// <param name="redRemote">Remote behind which <see cref="Peer"/> of red is.</param>
    /// <param name="interfaces">Tenants and endpoints are spread over so many interfaces.</param>
    public static GatewayConfig Config(
        string blueRate = "1 Gbit/s", string redRemote = "east", int interfaces = 1)
    {
        int other = interfaces - 1;
        string forwarding(string remote, string more = "") =>
            $"[{more}{{ mac: \"02:00:00:00:01:02\", remote: {remote} }}, "
            + "{ mac: \"02:00:00:00:01:03\", remote: north }, "
            + "{ mac: \"02:00:00:00:01:04\", remote: six }, "
            + "{ mac: \"02:00:00:00:01:05\", remote: gre }]";
        ConfigResult result = ConfigLoader.Parse(
            $$"""
            version: 1
            slow_path: { packets_per_second: 1000, burst_packets: 40 }
            endpoints:
              - name: west
                interface: 0
                ip: {{West}}
                ip6: "{{West6}}"
                mac: "02:00:00:00:00:01"
                geneve: accept
                nvgre: accept
              - { name: south, interface: {{other}}, ip: {{South}}, mac: "02:00:00:00:00:11" }
            remotes:
              - { name: east, ip: {{East}}, mac: "02:00:00:00:00:02", endpoint: west }
              - { name: north, ip: {{North}}, mac: "02:00:00:00:00:12", endpoint: south, ttl: 7 }
              - name: six
                ip: "{{Six}}"
                mac: "02:00:00:00:00:02"
                endpoint: west
                tunnel: geneve
                options: "0102 80 01 0000002a 0102 03 00"
              - name: gre
                ip: "{{Gre}}"
                mac: "02:00:00:00:00:02"
                endpoint: west
                tunnel: nvgre
              - name: tap
                ip: {{Gre}}
                mac: "02:00:00:00:00:02"
                endpoint: west
                tunnel: gretap
                key: {{Key}}
              - name: plain
                ip: "{{Six}}"
                mac: "02:00:00:00:00:02"
                endpoint: west
                tunnel: gre
              - { name: bare, ip: {{East}}, mac: "02:00:00:00:00:02", endpoint: west, tunnel: ipip }
            firewall:
              - name: known
                direction: ingress
                action: allow
                protocol: udp
                source_ports: 20000-29999
              - name: low
                direction: ingress
                action: deny
                tags: [guarded]
                source: 10.0.0.0/30
                protocol: udp
                source_ports: 2000-4999
              - name: syn
                direction: ingress
                action: deny
                protocol: tcp
                tcp_flags: "syn,!ack"
              - name: six
                direction: egress
                action: deny
                destination: "fd01::/127"
                protocol: tcp
              - name: high
                direction: egress
                action: deny
                tags: [guarded, nobody]
                protocol: udp
                source_ports: 39999-65534
            tenants:
              - name: red
                vni: 100
                tags: [guarded, nobody]
                firewall: { ingress: allow, egress: allow, non_ip: pass }
                inner_vlan: keep
                slow_path: { packets_per_second: 100000, burst_packets: 500 }
                links:
                  - { remote: tap }
                  - remote: plain
                    gateway: "02:00:00:00:01:fe"
                    station: "02:00:00:00:01:01"
                forwarding: {{forwarding(redRemote, TapEntry)}}
                neighbours: [ { ip: 10.0.0.2, mac: "02:00:00:00:01:02" } ]
                flood: [ east, north ]
              - name: blue
                vni: 200
                interface: {{other}}
                rate: {{blueRate}}
                burst: 16 KiB
                slow_path: { packets_per_second: 1000, burst_packets: 8 }
                links:
                  - remote: bare
                    gateway: "02:00:00:00:01:fe"
                    station: "02:00:00:00:01:01"
                forwarding: {{forwarding("east")}}
              - name: green
                vni: 16777215
                firewall: { ingress: allow, egress: allow }
                rate: 200 Mbit/s
                burst: 4 KiB
                committed_rate: 100 Mbit/s
                committed_burst: 2 KiB
                on_yellow: remark 10
                on_red: remark 14
                send:
                  rate: 200 Mbit/s
                  burst: 4 KiB
                  committed_rate: 100 Mbit/s
                  committed_burst: 2 KiB
                  on_red: pass
                inner_vlan: keep
                forwarding: {{forwarding("east")}}
              - name: white
                vni: 400
                rate: 10 Gbit/s
                committed_rate: 100 Mbit/s
                committed_burst: 2 KiB
                on_yellow: drop
                send:
                  rate: 2 Mbit/s
                  burst: 2 KiB
                  committed_rate: 1 Mbit/s
                  committed_burst: 600 B
                  on_yellow: drop
                sources: any
                mtu: 1400
                tcp_mss: clamp
                forwarding: {{forwarding("east")}}
            """,
            "world.yaml");
        return result.Config
            ?? throw new InvalidOperationException(string.Join("\n", result.Errors));
    }
}
