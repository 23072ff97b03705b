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
            .. config.Tenants.Select(tenant => new TenantView(
                tenant.Name,
                driver.TenantIndex(tenant.Name) ?? 0,
                TenantSection.Item.Json(tenant),
                counters.GetValueOrDefault(tenant.Name))),
        ];
    }
}
