using System.Text;

namespace SmartNic.Demo;

/// <summary>The addresses of the wire, and the configuration of the gateway between.</summary>
internal static class GatewayYaml
{
    public const string GatewayIp = "192.0.2.1";
    public const string GatewayIp6 = "2001:db8::1";
    public const string GatewayMac = "02:00:00:00:00:01";
    public const string PeerIp = "192.0.2.2";
    public const string PeerIp6 = "2001:db8::2";
    public const string PeerMac = "02:00:00:00:00:02";

    /// <summary>The configuration file.</summary>
    public static string Write(DemoOptions options)
    {
        var text = new StringBuilder();
        text.Append($$"""
            version: 1
            endpoints:
              - name: gateway
                interface: 0
                ip: {{GatewayIp}}
                ip6: "{{GatewayIp6}}"
                mac: "{{GatewayMac}}"
            remotes:
              - { name: peer, ip: {{PeerIp}}, mac: "{{PeerMac}}", endpoint: gateway }
              - { name: peer6, ip: "{{PeerIp6}}", mac: "{{PeerMac}}", endpoint: gateway }
            tenants:

            """);
        foreach (TenantPlan tenant in TenantPlan.All(options))
        {
            text.Append($$"""
                  - name: {{tenant.Name}}
                    vni: {{tenant.Vni}}
                    rate: {{tenant.RateText}}
                    forwarding: [ { mac: "{{TenantPlan.FarMac}}", remote: {{tenant.Remote}} } ]
                    flood: [ {{tenant.Remote}} ]

                """);
            if (tenant.RateBitsPerSecond != 0)
            {
                text.Append($"    burst: {options.BurstBytes / 1024} KiB\n");
            }

            if (tenant.KnowsNeighbours)
            {
                text.Append($$"""
                        neighbours:
                          - { ip: {{TenantPlan.FarIp}}, mac: "{{TenantPlan.FarMac}}" }
                          - { ip: "{{TenantPlan.FarIp6}}", mac: "{{TenantPlan.FarMac}}" }

                    """);
            }
        }

        return text.ToString();
    }
}
