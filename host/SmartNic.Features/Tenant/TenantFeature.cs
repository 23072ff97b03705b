using SmartNic.Driver;
using SmartNic.Driver.Planning;
using SmartNic.Driver.Tables;
using SmartNic.Features.Fields;
using SmartNic.Hls.Language;
using SmartNic.Kernels;
using SmartNic.Registers;

namespace SmartNic.Features;

/// <summary>
/// Whose a packet is: by its VNI from the wire (<c>rx_vni</c>), by its host queue from the host
/// (<c>tx_port</c>). A tenant's index is its host queue too.
/// </summary>
/// <param name="indices">Indices that the board has, 0 included.</param>
internal sealed class TenantFeature(int indices) : IGatewayFeature<TenantFeature>
{
    private readonly ExactTable<VniKey, VniValue> _vnis =
        new(TableLayouts.RxVniA.Layout, TableLayouts.RxVniB.Layout);

    private readonly DirectTable _ports = new(TableLayouts.TxPort.Info);
    private readonly uint[] _words = new uint[TableLayouts.TxPort.Words];

    /// <inheritdoc/>
    public static IReadOnlyList<Field<GatewayConfig>> OfFile => [TenantSection.OnFullField];

    /// <summary>Which tenant has which index.</summary>
    public IndexBook Book { get; } = new(
        "tenants", Math.Min(indices, DirectTable.Indices),
        config => ((GatewayConfig)config).Tenants.Select(t => t.Name));

    /// <inheritdoc/>
    public IReadOnlyList<IExactTable> Exact => [_vnis];

    /// <inheritdoc/>
    public IReadOnlyList<DirectTable> Direct => [_ports];

    /// <inheritdoc/>
    public IReadOnlyList<IndexBook> Books => [Book];

    /// <inheritdoc/>
    public static TenantFeature Create(FeatureContext context) => new(context.TenantIndices);

    /// <inheritdoc/>
    public IEnumerable<string> BoardErrors(IConfig config, BoardInfo board) =>
        ((GatewayConfig)config).Tenants.Where(t => t.Interface >= board.Interfaces)
            .Select(t => $"tenant {t.Name}: interface {t.Interface}, but the board has "
                + $"{board.Interfaces}");

    /// <inheritdoc/>
    public void Want(IConfig config, PlanTurn turn)
    {
        foreach (var tenant in ((GatewayConfig)config).Tenants)
        {
            var index = Book.Planned[tenant.Name];
            if (!_vnis.Want(KeyOf(tenant), ValueOf(index), index))
            {
                turn.Errors.Add($"tenant {tenant.Name}: VNI {tenant.Vni} is used twice");
            }

            var port = new HostPort
            {
                Valid = true,
                Tenant = (U12)index,
                Vni = (U24)tenant.Vni,
                KeepsTags = tenant.InnerVlan == InnerVlan.Keep,
                DropsYellow = tenant.Send.OnYellow.Action == ColorAction.Drop,
                PassesRed = tenant.Send.OnRed.Action != ColorAction.Drop,
                Dscp = new()
                {
                    IsUniform = tenant.DscpMode == DscpMode.Uniform,
                    HasValue = tenant.Dscp is not null,
                    Value = (U6)(tenant.Dscp ?? 0),
                },
                Mtu = (U14)tenant.Mtu,
                ClampsMss = tenant.TcpMss == TcpMss.Clamp,
            };
            TableLayouts.TxPort.Pack(port, _words);
            _ports.Want(index, _words);
        }
    }

    /// <inheritdoc/>
    public IEnumerable<UsedIndex> Used() => _vnis.Entries()
        .Select(e => (ushort)e.Value.Tenant)
        .Concat(_ports.UsedIndices().Select(i => (ushort)i))
        .Select(i => new UsedIndex(Book, i));

    /// <summary>A tenant is known by its VNI and index.</summary>
    public void Name(KnownWorld known)
    {
        foreach (var tenant in ((GatewayConfig)known.Config).Tenants)
        {
            if (known.IndicesOf(Book.Kind).TryGetValue(tenant.Name, out var index)
                && _vnis.ValueOf(KeyOf(tenant)) is { } value
                && value.Tenant == (U12)index && value.Queue == (U12)index)
            {
                Book.TryName(index, tenant.Name);
            }
        }
    }

    /// <summary>A tenant that forwards already is found by its VNI.</summary>
    public void NameByContent(IConfig config)
    {
        foreach (var tenant in ((GatewayConfig)config).Tenants)
        {
            if (_vnis.ValueOf(KeyOf(tenant)) is { } value)
            {
                Book.TryName((ushort)value.Tenant, tenant.Name);
            }
        }
    }

    private static VniKey KeyOf(TenantConfig tenant) => new() { Vni = (U24)tenant.Vni };

    private static VniValue ValueOf(ushort index) =>
        new() { Tenant = (U12)index, Queue = (U12)index };
}
