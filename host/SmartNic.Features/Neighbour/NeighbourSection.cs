using System.Net;
using SmartNic.Driver;
using SmartNic.Features.Fields;

namespace SmartNic.Features;

/// <summary>The field <c>neighbours</c> of a tenant.</summary>
internal static class NeighbourSection
{
    private static Section<NeighbourConfig> Item { get; } = new(
        "neighbour",
        new NeighbourConfig(IPAddress.None, default),
    [
        new ValueField<NeighbourConfig, IPAddress>(
            "ip", AddressTypes.UnicastIP, n => n.Ip, (n, v) => n with { Ip = v })
        {
            Description = "Address asked for; once in a tenant.",
            IsRequired = true,
        },
        new ValueField<NeighbourConfig, MacAddress>(
            "mac", AddressTypes.UnicastMac, n => n.Mac, (n, v) => n with { Mac = v })
        {
            Description = "Its Ethernet address.",
            IsRequired = true,
        },
    ])
    {
        Uniques = [new("ip", n => n.Ip)],
    };

    /// <summary>Whom the slow path answers for.</summary>
    public static Field<TenantConfig> Neighbours { get; } =
        new ListField<TenantConfig, NeighbourConfig>(
            "neighbours", Item, t => t.Neighbours, (t, v) => t with { Neighbours = v })
        {
            Description = "Whose ARP requests and neighbour solicitations are answered.",
        };
}
