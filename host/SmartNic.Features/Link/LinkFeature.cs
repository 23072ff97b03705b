using System.Net;
using SmartNic.Driver;
using SmartNic.Driver.Planning;
using SmartNic.Driver.Tables;
using SmartNic.Features.Fields;
using SmartNic.Hls.Language;
using SmartNic.Kernels;
using SmartNic.Registers;

namespace SmartNic.Features;

/// <summary>Tunnels of one tenant alone: table <c>rx_link</c>.</summary>
/// <param name="tenants">Which tenant has which index.</param>
internal sealed class LinkFeature(IndexBook tenants) : IGatewayFeature<LinkFeature>
{
    private readonly ExactTable<LinkKey, LinkValue> _links =
        new(TableLayouts.RxLinkA.Layout, TableLayouts.RxLinkB.Layout);

    /// <inheritdoc/>
    public static IReadOnlyList<Field<TenantConfig>> OfTenant => [LinkSection.Field];

    /// <inheritdoc/>
    public IReadOnlyList<IExactTable> Exact => [_links];

    /// <inheritdoc/>
    public static LinkFeature Create(FeatureContext context) => new(context.Tenants);

    /// <inheritdoc/>
    public void Want(IConfig config, PlanTurn turn)
    {
        var gateway = (GatewayConfig)config;
        var endpoints = gateway.EndpointsByName();
        var remotes = new Dictionary<string, RemoteConfig>();
        foreach (var remote in gateway.Remotes)
        {
            remotes.TryAdd(remote.Name, remote);
        }

        var vnis = new Dictionary<uint, string>();
        foreach (var tenant in gateway.Tenants)
        {
            vnis.TryAdd(tenant.Vni, tenant.Name);
        }

        foreach (var tenant in gateway.Tenants)
        {
            var index = tenants.Planned[tenant.Name];
            foreach (var link in tenant.Links)
            {
                if (!remotes.TryGetValue(link.Remote, out var remote)
                    || !endpoints.TryGetValue(remote.Endpoint, out var endpoint)
                    || endpoint.Facing(remote.Ip) is not { } local)
                {
                    turn.Errors.Add($"tenant {tenant.Name}: link to {link.Remote}: there is no "
                        + "such remote, or it has no endpoint");
                }
                else if (!_links.Want(KeyOf(local, remote), ValueOf(index, link), index))
                {
                    turn.Errors.Add($"tenant {tenant.Name}: link to {link.Remote}: another link "
                        + "has its addresses and key");
                }
                else if (endpoint.Nvgre && VsidOf(remote) is { } vsid
                    && vnis.TryGetValue(vsid, out var other) && other != tenant.Name)
                {
                    turn.Errors.Add($"tenant {tenant.Name}: link to {link.Remote}: its key "
                        + $"{remote.Key} is VSID {vsid} of NVGRE, tenant {other}'s, which endpoint "
                        + $"{endpoint.Name} accepts");
                }
            }
        }
    }

    /// <inheritdoc/>
    public IEnumerable<UsedIndex> Used() => _links.Entries()
        .Select(e => new UsedIndex(tenants, (ushort)e.Value.Tenant));

    /// <summary>What the key of a link of Ethernet would be in NVGRE (RFC 7637 section 3.2).
    /// </summary>
    private static uint? VsidOf(RemoteConfig remote) =>
        remote.Tunnel == TunnelKind.Gretap ? remote.Key >> 8 : null;

    private static LinkKey KeyOf(IPAddress local, RemoteConfig remote) => new()
    {
        LocalIp = local.ToUInt128(),
        RemoteIp = remote.Ip.ToUInt128(),
        Kind = (U3)(byte)remote.Tunnel,
        Keyed = remote.Key is not null,
        Key = remote.Key ?? 0,
    };

    private static LinkValue ValueOf(ushort index, LinkConfig link) => new()
    {
        Tenant = (U12)index,
        Queue = (U12)index,
        DestinationMac = (U48)(link.Station?.Value ?? 0),
        SourceMac = (U48)(link.Gateway?.Value ?? 0),
    };
}
