using SmartNic.Driver;
using SmartNic.Driver.Planning;
using SmartNic.Driver.Tables;
using SmartNic.Features.Fields;
using SmartNic.Registers;

namespace SmartNic.Features;

/// <summary>
/// Limits of packets to the slow path: the wire's is meter 0 of <c>rx_meter</c>, those of tenants
/// are in <c>tx_meter</c>.
/// </summary>
/// <param name="tenants">Which tenant has which index.</param>
/// <param name="wire">The meters of packets from the wire.</param>
internal sealed class SlowFeature(IndexBook tenants, MeterBook wire) : IGatewayFeature<SlowFeature>
{
    /// <inheritdoc/>
    public static IReadOnlyList<Field<GatewayConfig>> OfFile => [SlowSection.Wire];

    /// <inheritdoc/>
    public static IReadOnlyList<Field<TenantConfig>> OfTenant => [SlowSection.OfTenant];

    /// <summary>The limits by tenant.</summary>
    public MeterBook Limits { get; } = new(
        new DirectTable(TableLayouts.TxMeter.Info), TableLayouts.TxMeterState.Info);

    /// <inheritdoc/>
    public IReadOnlyList<DirectTable> Direct => [Limits.Table];

    /// <inheritdoc/>
    public static SlowFeature Create(FeatureContext context) =>
        new(context.Tenants, context.Get<MeterFeature>().Received);

    /// <inheritdoc/>
    public void Begin() => Limits.Begin();

    /// <inheritdoc/>
    public void Want(IConfig config, PlanTurn turn)
    {
        var gateway = (GatewayConfig)config;
        wire.Want(0, MeterPlan.Of(gateway.SlowPath), turn.NowNs);
        foreach (var tenant in gateway.Tenants)
        {
            Limits.Want(
                tenants.Planned[tenant.Name], MeterPlan.Of(tenant.SlowPath), turn.NowNs);
        }
    }

    /// <inheritdoc/>
    public void Commit() => Limits.Commit();

    /// <inheritdoc/>
    public void Adopt(TableReader reader) => Limits.Adopt(reader);

    /// <inheritdoc/>
    public IEnumerable<UsedIndex> Used() =>
        Limits.Table.UsedIndices().Select(i => new UsedIndex(tenants, (ushort)i));
}
