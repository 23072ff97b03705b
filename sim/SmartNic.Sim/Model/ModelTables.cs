using SmartNic.Kernels;
using L = SmartNic.Registers.TableLayouts;

namespace SmartNic.Sim.Model;

/// <summary>
/// The memories of one interface, by name for the kernels and by id for the host.
/// </summary>
internal sealed class ModelTables
{
    private readonly Dictionary<int, IModelTable> _byId;

    public ModelTables() => _byId = new()
    {
        [L.RxEndpointA.Id] = EndpointA,
        [L.RxEndpointB.Id] = EndpointB,
        [L.RxVniA.Id] = VniA,
        [L.RxVniB.Id] = VniB,
        [L.RxMeter.Id] = RxMeter,
        [L.TxPort.Id] = Port,
        [L.TxFdbA.Id] = FdbA,
        [L.TxFdbB.Id] = FdbB,
        [L.TxNextHop.Id] = NextHop,
        [L.TxMeter.Id] = TxMeter,
        [L.RxMeterState.Id] = RxMeters,
        [L.TxMeterState.Id] = TxMeters,
        [L.RxPolicy.Id] = RxPolicy,
        [L.RxSourceA.Id] = SourceA,
        [L.RxSourceB.Id] = SourceB,
    };

    public ModelTable<EndpointBucket> EndpointA { get; } =
        new(L.RxEndpointA.Depth, L.RxEndpointA.Pack, L.RxEndpointA.Unpack);

    public ModelTable<EndpointBucket> EndpointB { get; } =
        new(L.RxEndpointB.Depth, L.RxEndpointB.Pack, L.RxEndpointB.Unpack);

    public ModelTable<VniBucket> VniA { get; } =
        new(L.RxVniA.Depth, L.RxVniA.Pack, L.RxVniA.Unpack);

    public ModelTable<VniBucket> VniB { get; } =
        new(L.RxVniB.Depth, L.RxVniB.Pack, L.RxVniB.Unpack);

    public ModelTable<ReceivePolicy> RxPolicy { get; } =
        new(L.RxPolicy.Depth, L.RxPolicy.Pack, L.RxPolicy.Unpack);

    public ModelTable<SourceBucket> SourceA { get; } =
        new(L.RxSourceA.Depth, L.RxSourceA.Pack, L.RxSourceA.Unpack);

    public ModelTable<SourceBucket> SourceB { get; } =
        new(L.RxSourceB.Depth, L.RxSourceB.Pack, L.RxSourceB.Unpack);

    public ModelTable<MeterConfig> RxMeter { get; } =
        new(L.RxMeter.Depth, L.RxMeter.Pack, L.RxMeter.Unpack);

    public ModelTable<HostPort> Port { get; } =
        new(L.TxPort.Depth, L.TxPort.Pack, L.TxPort.Unpack);

    public ModelTable<FdbBucket> FdbA { get; } =
        new(L.TxFdbA.Depth, L.TxFdbA.Pack, L.TxFdbA.Unpack);

    public ModelTable<FdbBucket> FdbB { get; } =
        new(L.TxFdbB.Depth, L.TxFdbB.Pack, L.TxFdbB.Unpack);

    public ModelTable<NextHop> NextHop { get; } =
        new(L.TxNextHop.Depth, L.TxNextHop.Pack, L.TxNextHop.Unpack);

    public ModelTable<MeterConfig> TxMeter { get; } =
        new(L.TxMeter.Depth, L.TxMeter.Pack, L.TxMeter.Unpack);

    public ModelMeters RxMeters { get; } =
        new(L.RxMeterState.Depth, L.RxMeterState.Pack, L.RxMeterState.Unpack);

    public ModelMeters TxMeters { get; } =
        new(L.TxMeterState.Depth, L.TxMeterState.Pack, L.TxMeterState.Unpack);

    /// <summary>The table with an id, or null when there is none.</summary>
    public IModelTable? Find(uint id) => _byId.GetValueOrDefault((int)id);
}
