using SmartNic.Driver;
using SmartNic.Driver.Tables;

namespace SmartNic.Features;

/// <summary>Whether a configuration fits the tables of an empty board; needs no board.</summary>
public static class PlacementCheck
{
    /// <summary>What <see cref="BoardDriver.Apply"/> would say of the tables' room.</summary>
    /// <param name="config">The configuration.</param>
    public static ApplyResult Run(GatewayConfig config)
    {
        var world = new World(new GatewayFeatures(TenantSection.Most + 1).All);
        var plan = new Planner(world, HashKeys.Random).Plan(config, GatewayConfig.Empty, 0, 0);
        return new ApplyResult(false, world.Added, 0, plan.Errors) { Skipped = plan.Skipped };
    }
}
