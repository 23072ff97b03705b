namespace SmartNic.Demo;

/// <summary>A tenant of the demo. All tenants have the same inner addresses.</summary>
/// <param name="Name">Name in the configuration.</param>
/// <param name="Vni">VXLAN network identifier.</param>
/// <param name="RateBitsPerSecond">Rate, or 0 for unlimited.</param>
/// <param name="KnowsNeighbours">Whether the gateway answers its ARP; else ARP is replicated and
/// the far host answers.</param>
/// <param name="IsOverIp6">Whether its tunnels are over IPv6; else over IPv4.</param>
public sealed record TenantPlan(
    string Name, uint Vni, long RateBitsPerSecond, bool KnowsNeighbours, bool IsOverIp6)
{
    /// <summary>Inner addresses of the tenant's host here.</summary>
    public const string HostIp = "10.0.0.1";

    /// <inheritdoc cref="HostIp"/>
    public const string HostIp6 = "fd00:1::1";

    /// <inheritdoc cref="HostIp"/>
    public const string HostMac = "02:00:00:00:02:01";

    /// <summary>Inner addresses of the tenant's host on the far side.</summary>
    public const string FarIp = "10.0.0.2";

    /// <inheritdoc cref="FarIp"/>
    public const string FarIp6 = "fd00:1::2";

    /// <inheritdoc cref="FarIp"/>
    public const string FarMac = "02:00:00:00:02:02";

    /// <summary>MTU inside a tunnel.</summary>
    public const int InnerMtu = 1450;

    /// <summary>Name of the remote that its far host is behind.</summary>
    public string Remote => IsOverIp6 ? "peer6" : "peer";

    /// <summary>Outer address of the gateway in its tunnels.</summary>
    public string GatewayIp => IsOverIp6 ? GatewayYaml.GatewayIp6 : GatewayYaml.GatewayIp;

    /// <summary>Outer address of the peer in its tunnels.</summary>
    public string PeerIp => IsOverIp6 ? GatewayYaml.PeerIp6 : GatewayYaml.PeerIp;

    /// <summary>The rate as the configuration writes it.</summary>
    public string RateText =>
        RateBitsPerSecond == 0 ? "unlimited" : $"{RateBitsPerSecond / 1000} kbit/s";

    /// <summary>Host queue and far side of the two tenants of the demo.</summary>
    public static IReadOnlyList<TenantPlan> All(DemoOptions options) =>
    [
        new("red", 100, options.RateBitsPerSecond, true, false),
        new("blue", 200, 0, false, true),
    ];
}
