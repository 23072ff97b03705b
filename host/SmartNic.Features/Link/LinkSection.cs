using SmartNic.Driver;
using SmartNic.Features.Fields;
using SmartNic.Features.Reading;

namespace SmartNic.Features;

/// <summary>The field <c>links</c> of a tenant.</summary>
internal static class LinkSection
{
    /// <summary>Most links of a tenant: an eighth of their table.</summary>
    public const int Most = 256;

    /// <summary>Names of the remotes of a file whose tunnel names no tenant.</summary>
    public static object Remotes { get; } = new();

    /// <summary>Names of those among them that carry IP without Ethernet.</summary>
    public static object BareRemotes { get; } = new();

    private static readonly object Taken = new();

    private static Section<LinkConfig> Item { get; } = new(
        "link",
        new LinkConfig { Remote = "-" },
    [
        new ValueField<LinkConfig, string>(
            "remote", Types.Name, l => l.Remote, (l, v) => l with { Remote = v })
        {
            Description = "Remote at its other end, whose tunnel is gretap, gre or ipip; of no "
                + "other link.",
            IsRequired = true,
            RefersTo = new(Remotes, "a remote of this file whose tunnel is gretap, gre or ipip"),
        },
        new ValueField<LinkConfig, MacAddress>(
            "gateway", AddressTypes.UnicastMac,
            l => l.Gateway ?? default, (l, v) => l with { Gateway = OrNone(v) })
        {
            Description = "With gre and ipip: the address that stations send to, and receive from.",
            IsWritten = l => l.Gateway is not null,
        },
        new ValueField<LinkConfig, MacAddress>(
            "station", AddressTypes.UnicastMac,
            l => l.Station ?? default, (l, v) => l with { Station = OrNone(v) })
        {
            Description = "With gre and ipip: the station that receives what comes back.",
            IsWritten = l => l.Station is not null,
        },
    ])
    {
        Uniques = [new("gateway", l => l.Gateway)],
        Check = (fields, link, context) =>
        {
            if (link.Remote is null || !context.Has(Remotes, link.Remote))
            {
                return;
            }

            context.Shared(Taken).Add(fields.Find("remote"), "remote", link.Remote);
            var isBare = context.Has(BareRemotes, link.Remote);
            Rule(fields, "gateway", link.Gateway, isBare);
            Rule(fields, "station", link.Station, isBare);
        },
    };

    /// <summary>The field of a tenant.</summary>
    public static Field<TenantConfig> Field { get; } = new ListField<TenantConfig, LinkConfig>(
        "links", Item, t => t.Links, (t, v) => t with { Links = v })
    {
        Description = "Tunnels that are this tenant's alone, as GRE and IP in IP name none.",
        CheckItem = (fields, link, tenant, _) =>
        {
            if (link.Gateway is { } gateway && fields.IsGood
                && tenant.Neighbours.All(n => n.Mac != gateway))
            {
                fields.Warn("gateway", "no neighbour of the tenant has it: its stations must know "
                    + "it by themselves");
            }
        },
        Most = Most,
        IsWritten = t => t.Links.Count > 0,
    };

    /// <summary>Refuses a remote that only one tenant may name, where it is another's, or none's.
    /// </summary>
    /// <returns>What is expected in its place; null when it may be.</returns>
    public static string? WhyNot(string remote, TenantConfig tenant, ReadContext context) =>
        context.Has(BareRemotes, remote)
            ? "a remote that Ethernet goes to (what goes to this one is for its link's gateway)"
        : context.Has(Remotes, remote) && tenant.Links.All(l => l.Remote != remote)
            ? "a remote with a VNI, or of a link of this tenant"
        : null;

    private static MacAddress? OrNone(MacAddress mac) => mac.Value == 0 ? null : mac;

    private static void Rule(FieldReader fields, string key, MacAddress? mac, bool isBare)
    {
        if (isBare && mac is null && !fields.Failed(key))
        {
            fields.Reject(key, "an Ethernet address, as this tunnel carries none");
        }
        else if (!isBare && fields.Find(key) is not null && !fields.Failed(key))
        {
            fields.Reject(key, "gre or ipip as tunnel of the remote");
        }
    }
}
