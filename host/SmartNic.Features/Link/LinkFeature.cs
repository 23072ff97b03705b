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
        var endpoints = new Dictionary<string, EndpointConfig>();
        var remotes = new Dictionary<string, RemoteConfig>();
        foreach (var endpoint in gateway.Endpoints)
        {
            endpoints.TryAdd(endpoint.Name, endpoint);
        }

        foreach (var remote in gateway.Remotes)
        {
            remotes.TryAdd(remote.Name, remote);
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
            }
        }
    }

    /// <inheritdoc/>
    public IEnumerable<UsedIndex> Used() => _links.Entries()
        .Select(e => new UsedIndex(tenants, (ushort)e.Value.Tenant));

    private static LinkKey KeyOf(IPAddress local, RemoteConfig remote) => new()
    {
        Local = local.ToUInt128(),
        Remote = remote.Ip.ToUInt128(),
        Kind = (U3)(byte)remote.Tunnel,
        Keyed = remote.Key is not null,
        Key = remote.Key ?? 0,
    };

    private static LinkValue ValueOf(ushort index, LinkConfig link) => new()
    {
        Tenant = (U12)index,
        Queue = (U12)index,
        Destination = (U48)(link.Station?.Value ?? 0),
        Source = (U48)(link.Gateway?.Value ?? 0),
    };
}
