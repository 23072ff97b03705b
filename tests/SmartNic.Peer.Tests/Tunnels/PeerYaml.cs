using System.Text;
using SmartNic.Demo;

namespace SmartNic.Peer.Tests.Tunnels;

/// <summary>The configuration of a gateway with a tenant for each tunnel.</summary>
internal static class PeerYaml
{
    /// <summary>The file.</summary>
    /// <remarks>The gateway answers for the far host where the tunnel is over IPv4, or carries no
    /// Ethernet; else the guest does, whom requests are flooded to.</remarks>
    public static string Write(IReadOnlyList<TunnelPlan> tunnels)
    {
        var text = new StringBuilder();
        text.Append($$"""
            version: 1
            endpoints:
              - name: gateway
                ip: {{GatewayYaml.GatewayIp}}
                ip6: "{{GatewayYaml.GatewayIp6}}"
                mac: "{{GatewayYaml.GatewayMac}}"
                geneve: accept
                nvgre: accept
            remotes:

            """);
        foreach (TunnelPlan t in tunnels)
        {
            text.Append($$"""
                  - name: {{t.Name}}
                    ip: "{{t.PeerIp}}"
                    mac: "{{GatewayYaml.PeerMac}}"
                    endpoint: gateway
                    tunnel: {{t.Kind}}

                """);
            text.Append(t.HasKey ? $"    key: {t.Key}\n" : "");
            text.Append(t.HasChecksum ? "    checksum: computed\n" : "");
            text.Append(t.Mtu != 0 ? $"    mtu: {t.Mtu}\n" : "");
        }

        text.Append("tenants:\n");
        foreach (TunnelPlan t in tunnels)
        {
            text.Append($$"""
                  - name: {{t.Name}}
                    vni: {{t.Vni}}

                """);
            text.Append(string.Concat(t.OfTenant.Select(line => $"    {line}\n")));
            if (t.IsLink)
            {
                text.Append($"    links:\n      - remote: {t.Name}\n");
            }

            text.Append(t.IsBare
                ? $$"""
                            gateway: "{{TenantPlan.FarMac}}"
                            station: "{{TenantPlan.HostMac}}"

                    """
                : $$"""
                        forwarding: [ { mac: "{{TenantPlan.FarMac}}", remote: {{t.Name}} } ]
                        flood: [ {{t.Name}} ]

                    """);
            if (t.IsBare || !t.IsOverIp6)
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
