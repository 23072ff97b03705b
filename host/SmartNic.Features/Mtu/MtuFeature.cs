using SmartNic.Driver;
using SmartNic.Driver.Planning;
using SmartNic.Features.Fields;
using SmartNic.Kernels;

namespace SmartNic.Features;

/// <summary>
/// How long a tenant's packets may be. Hardware finds the limits where it looks anyway: the
/// tenant's in <c>tx_port</c>, those of ways in <c>tx_fdb</c> and <c>tx_next_hop</c>.
/// </summary>
internal sealed class MtuFeature : IGatewayFeature<MtuFeature>
{
    /// <inheritdoc/>
    public static IReadOnlyList<Field<TenantConfig>> OfTenant => MtuSection.OfTenant;

    /// <inheritdoc/>
    public static IReadOnlyList<IPuntHandler> PuntHandlers => [new MtuHandler()];

    /// <inheritdoc/>
    public static MtuFeature Create(FeatureContext context) => new();

    /// <summary>Refuses what cannot be held; the entries are others'.</summary>
    public void Want(IConfig config, PlanTurn turn)
    {
        var gateway = (GatewayConfig)config;
        var paths = RemotePath.OfAll(gateway);
        foreach (var tenant in gateway.Tenants.Where(t => t.Mtu != 0))
        {
            if (Problem(tenant, paths) is { } problem)
            {
                turn.Errors.Add(problem);
            }
        }
    }

    /// <summary>Why a tenant's MTU cannot be: it promises what would not fit the wire.</summary>
    private static string? Problem(
        TenantConfig tenant, IReadOnlyDictionary<string, RemotePath> paths)
    {
        // A remote's own MTU is held in any case.
        var tags = tenant.InnerVlan == InnerVlan.Keep ? 8 : 0;
        foreach (var name in tenant.Forwarding.Select(f => f.Remote).Concat(tenant.Flood)
            .Concat(tenant.Links.Select(l => l.Remote)).Distinct())
        {
            if (paths.TryGetValue(name, out var path) && !path.IsLimited
                && path.MostOf(Protocol.EthernetBytes + tags) is var most && tenant.Mtu > most)
            {
                return $"tenant {tenant.Name}: mtu {tenant.Mtu}, but a frame of "
                    + $"{Protocol.MaxFrameBytes} bytes has room for {most} on the way to remote "
                    + $"{name}; give that an mtu, or this one less";
            }
        }

        return null;
    }
}
