using SmartNic.Driver;

namespace SmartNic.Features;

/// <summary>Makes what is told of tenants.</summary>
public static class TenantViews
{
    /// <summary>The tenants in force, with their counters as they were read last.</summary>
    /// <exception cref="DeviceLostException">The device does not answer.</exception>
    public static IReadOnlyList<TenantView> Of(GatewayDriver driver)
    {
        if (driver.Current is not { } config)
        {
            return [];
        }

        var counters = driver.LastCounters().Tenants;
        return
        [
            .. config.Tenants.Select(tenant => Of(tenant,
                driver.TenantIndex(tenant.Name) ?? 0, counters.GetValueOrDefault(tenant.Name))),
        ];
    }

    private static TenantView Of(
        TenantConfig tenant, ushort index, TenantCounters? counters) => new(
        tenant.Name,
        index,
        tenant.Vni,
        tenant.Interface,
        tenant.Rate.BitsPerSecond,
        tenant.CommittedRate.BitsPerSecond,
        tenant.BurstBytes,
        tenant.CommittedBurstBytes,
        tenant.OnYellow.ToString(),
        tenant.Sources.ToString().ToLowerInvariant(),
        tenant.InnerVlan.ToString().ToLowerInvariant(),
        tenant.SlowPath.PacketsPerSecond,
        tenant.SlowPath.BurstPackets,
        tenant.CopiesPerSecond,
        tenant.Forwarding.ToDictionary(entry => entry.Mac.ToString(), entry => entry.Remote),
        tenant.Neighbours.ToDictionary(entry => entry.Ip.ToString(), entry => entry.Mac.ToString()),
        [.. tenant.Flood],
        counters);
}
