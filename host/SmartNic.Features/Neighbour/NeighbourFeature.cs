using SmartNic.Driver;
using SmartNic.Driver.Planning;
using SmartNic.Features.Fields;

namespace SmartNic.Features;

/// <summary>Whose Ethernet address the slow path tells: no table, only answers.</summary>
internal sealed class NeighbourFeature : IGatewayFeature<NeighbourFeature>
{
    /// <inheritdoc/>
    public static IReadOnlyList<Field<TenantConfig>> OfTenant => [NeighbourSection.Neighbours];

    /// <inheritdoc/>
    public static IReadOnlyList<IPuntHandler> PuntHandlers => [new NeighbourHandler()];

    /// <inheritdoc/>
    public static NeighbourFeature Create(FeatureContext context) => new();

    /// <inheritdoc/>
    public void Want(IConfig config, PlanTurn turn)
    {
    }
}
