using SmartNic.Demo;

namespace SmartNic.Peer.Tests.Tunnels;

/// <summary>A tunnel between the gateway and the guest's kernel, and the tenant that has it.
/// </summary>
/// <param name="Name">Of the tenant, and of the device in the guest.</param>
/// <param name="Kind">As the configuration writes it.</param>
/// <param name="IsOverIp6">Whether its outer headers are IPv6; else IPv4.</param>
/// <param name="Vni">VNI, of NVGRE the VSID.</param>
internal sealed record TunnelPlan(string Name, string Kind, bool IsOverIp6, uint Vni)
{
    private const uint FirstVni = 0x1000; // of those that RFC 7637 leaves to VSIDs

    private static readonly string[] Kinds = ["vxlan", "geneve", "nvgre", "gretap", "gre", "ipip"];

    /// <summary>Every kind over IPv4 and IPv6.</summary>
    public static IReadOnlyList<TunnelPlan> All { get; } = [.. Kinds.SelectMany((kind, n) => new[]
    {
        new TunnelPlan($"{kind}4", kind, false, FirstVni + (2 * (uint)n)),
        new TunnelPlan($"{kind}6", kind, true, FirstVni + (2 * (uint)n) + 1),
    })];

    /// <summary>Those that name their tenant by a VNI.</summary>
    public static IReadOnlyList<TunnelPlan> WithVni { get; } = [.. All.Where(t => !t.IsLink)];

    /// <summary>Whether it is a link of its tenant.</summary>
    public bool IsLink => IsBare || Kind == "gretap";

    /// <summary>Whether it carries IP without Ethernet.</summary>
    public bool IsBare => Kind is "gre" or "ipip";

    /// <summary>Whether it is a link with a key of GRE.</summary>
    public bool HasKey => IsLink && Kind != "ipip";

    /// <summary>Whether both ends send checksums of UDP or GRE, and the peer's insists on them; in
    /// all others both have none.</summary>
    public bool HasChecksum => (Kind, IsOverIp6)
        is ("vxlan", true) or ("geneve", false) or ("gretap", true) or ("gre", false);

    /// <summary>The gateway's outer address.</summary>
    public string GatewayIp => IsOverIp6 ? GatewayYaml.GatewayIp6 : GatewayYaml.GatewayIp;

    /// <summary>The peer's outer address.</summary>
    public string PeerIp => IsOverIp6 ? GatewayYaml.PeerIp6 : GatewayYaml.PeerIp;

    /// <summary>GRE key; of NVGRE the VSID and a flow of 8 bits (RFC 7637 section 3.2).</summary>
    public uint Key => Vni << 8;

    /// <summary>Whether the peer's end takes every flow of NVGRE; else, with a key of its own, only
    /// flow 0, and the gateway's frames say their flow.</summary>
    public bool AnyFlow { get; init; } = Kind == "nvgre";

    /// <summary>Path MTU that the gateway is told; 0 for none.</summary>
    public int Mtu { get; init; }

    /// <summary>What the gateway is told of its tenant besides, a line each.</summary>
    public IReadOnlyList<string> OfTenant { get; init; } = [];

    /// <summary>What <c>ip link add type</c> takes for the peer's end (ip-link(8)).</summary>
    /// <remarks>Linux takes UDP checksum zero over IPv6 (RFC 6935) only where it is told to; with a
    /// fixed remote it sends one itself. It puts a destination option between IPv6 and GRE, unless
    /// <c>encaplimit none</c> or <c>external</c>.</remarks>
    public string[] LinkType => (Kind, AnyFlow) switch
    {
        ("vxlan", _) =>
        [
            "vxlan", "id", $"{Vni}", "local", PeerIp, "remote", GatewayIp, "dstport", "4789",
            "dev", "eth0", .. UdpChecksum,
        ],
        ("geneve", _) => ["geneve", "id", $"{Vni}", "remote", GatewayIp, .. UdpChecksum],
        (_, true) => [Gretap, "external"],
        ("ipip", _) => [IsOverIp6 ? "ip6tnl" : "sit", "mode", "any", .. Ends],
        ("gre", _) => [IsOverIp6 ? "ip6gre" : "gre", "key", $"{Key}", .. Ends],
        _ => [Gretap, "key", $"{Key}", .. Ends],
    };

    private string[] UdpChecksum => HasChecksum ? ["udpcsum"]
        : ["noudpcsum", "udp6zerocsumtx", "udp6zerocsumrx"];

    private string Gretap => IsOverIp6 ? "ip6gretap" : "gretap";

    private string[] Ends =>
    [
        "local", PeerIp, "remote", GatewayIp,
        .. IsOverIp6 ? ["encaplimit", "none"] : Array.Empty<string>(),
        .. HasChecksum ? ["csum"] : Array.Empty<string>(),
    ];

    /// <summary>The name: what a test case is called.</summary>
    public override string ToString() => Name;
}
