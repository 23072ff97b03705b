using SmartNic.Driver;
using SmartNic.Driver.Planning;
using SmartNic.Driver.Tables;
using SmartNic.Features.Fields;
using SmartNic.Registers;

namespace SmartNic.Features;

/// <summary>The rate of what a tenant receives: table <c>rx_meter</c>.</summary>
/// <param name="tenants">Which tenant has which index.</param>
internal sealed class MeterFeature(IndexBook tenants) : IGatewayFeature<MeterFeature>
{
    /// <inheritdoc/>
    public static IReadOnlyList<Field<TenantConfig>> OfTenant => MeterSection.OfTenant;

    /// <summary>The meters by tenant; index 0 is for others.</summary>
    public MeterBook Meters { get; } = new(
        new DirectTable(TableLayouts.RxMeter.Info), TableLayouts.RxMeterState.Info);

    /// <inheritdoc/>
    public IReadOnlyList<DirectTable> Direct => [Meters.Table];

    /// <inheritdoc/>
    public static MeterFeature Create(FeatureContext context) => new(context.Tenants);

    /// <inheritdoc/>
    public void Begin() => Meters.Begin();

    /// <inheritdoc/>
    public void Want(IConfig config, PlanTurn turn)
    {
        foreach (var tenant in ((GatewayConfig)config).Tenants)
        {
            Meters.Want(tenants.Planned[tenant.Name], MeterPlan.Of(tenant.Receive), turn.NowNs);
        }
    }

    /// <inheritdoc/>
    public void Commit() => Meters.Commit();

    /// <inheritdoc/>
    public void Adopt(TableReader reader) => Meters.Adopt(reader);

    /// <inheritdoc/>
    public IEnumerable<UsedIndex> Used() =>
        Meters.Table.UsedIndices().Select(i => new UsedIndex(tenants, (ushort)i));
}
