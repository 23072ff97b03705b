using SmartNic.Driver;
using SmartNic.Driver.Planning;
using SmartNic.Driver.Tables;
using SmartNic.Features.Fields;
using SmartNic.Registers;

namespace SmartNic.Features;

/// <summary>
/// The rates of what a tenant receives and sends: tables <c>rx_meter</c> and <c>tx_send_meter</c>.
/// </summary>
/// <param name="tenants">Which tenant has which index.</param>
internal sealed class MeterFeature(IndexBook tenants) : IGatewayFeature<MeterFeature>
{
    /// <inheritdoc/>
    public static IReadOnlyList<Field<TenantConfig>> OfTenant => MeterSection.OfTenant;

    /// <summary>The meters of what tenants receive; index 0 is for others.</summary>
    public MeterBook Received { get; } = new(
        new DirectTable(TableLayouts.RxMeter.Info), TableLayouts.RxMeterState.Info);

    /// <summary>The meters of what tenants send.</summary>
    public MeterBook Sent { get; } = new(
        new DirectTable(TableLayouts.TxSendMeter.Info), TableLayouts.TxSendMeterState.Info);

    /// <inheritdoc/>
    public IReadOnlyList<DirectTable> Direct => [Received.Table, Sent.Table];

    private MeterBook[] Books => [Received, Sent];

    /// <inheritdoc/>
    public static MeterFeature Create(FeatureContext context) => new(context.Tenants);

    /// <inheritdoc/>
    public void Begin() => Array.ForEach(Books, b => b.Begin());

    /// <inheritdoc/>
    public void Want(IConfig config, PlanTurn turn)
    {
        foreach (var tenant in ((GatewayConfig)config).Tenants)
        {
            var index = tenants.Planned[tenant.Name];
            Received.Want(index, MeterPlan.Of(tenant.Receive), turn.NowNs);
            Sent.Want(index, MeterPlan.Of(tenant.Send), turn.NowNs);
        }
    }

    /// <inheritdoc/>
    public void Commit() => Array.ForEach(Books, b => b.Commit());

    /// <inheritdoc/>
    public void Adopt(TableReader reader) => Array.ForEach(Books, b => b.Adopt(reader));

    /// <inheritdoc/>
    public IEnumerable<UsedIndex> Used() =>
        Direct.SelectMany(t => t.UsedIndices()).Select(i => new UsedIndex(tenants, (ushort)i));
}
