namespace SmartNic.Cli.Tests;

/// <summary>Configurations of the tests.</summary>
internal static class Yaml
{
    public const ulong RedMac = 0x020000000102;
    public const ulong BlueMac = 0x020000000103;

    /// <summary>Two tenants with the same inner addresses; red is limited.</summary>
    public const string TwoTenants = """
        version: 1
        endpoints:
          - { name: west, interface: 0, ip: 192.168.203.1, mac: "02:00:00:00:00:01" }
        remotes:
          - { name: east, ip: 192.168.202.1, mac: "02:00:00:00:00:02", endpoint: west }
        tenants:
          - name: red
            vni: 100
            rate: 8 Mbit/s
            burst: 16 KiB
            forwarding: [ { mac: "02:00:00:00:01:02", remote: east } ]
            neighbours: [ { ip: 10.0.0.2, mac: "02:00:00:00:01:02" } ]
            flood: [ east ]
          - name: blue
            vni: 200
            forwarding: [ { mac: "02:00:00:00:01:02", remote: east } ]
            flood: [ east ]
        """;

    /// <summary>One end of the recorded tunnel; the other end is its remote.</summary>
    public static string RecordedTunnel(string local, string remote) => $$"""
        version: 1
        endpoints:
          - { name: local, ip: {{local}}, mac: "36:dc:85:1e:b3:40" }
        remotes:
          - { name: far, ip: {{remote}}, mac: "00:16:3e:08:71:cf", endpoint: local }
        tenants:
          - { name: red, vni: 100, flood: [ far ] }
        """;
}
