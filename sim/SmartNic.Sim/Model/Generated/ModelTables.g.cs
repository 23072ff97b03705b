// Generated from the compiler's output by SmartNic.Registers.Tool. Do not edit.
#nullable enable
using SmartNic.Hls.Language;
using SmartNic.Kernels;
using L = SmartNic.Registers.TableLayouts;

namespace SmartNic.Sim.Model;

/// <summary>
/// The memories of one interface, by name for the kernels and by id for the host.
/// </summary>
internal sealed class ModelTables
{
    private readonly Dictionary<int, IModelTable> _byId;
    private readonly RxTables _rxTables;
    private readonly TxTables _txTables;

    public ModelTables()
    {
        _byId = new()
        {
            [L.RxEndpointA.Id] = RxEndpointA,
            [L.RxEndpointB.Id] = RxEndpointB,
            [L.RxVniA.Id] = RxVniA,
            [L.RxVniB.Id] = RxVniB,
            [L.RxMeter.Id] = RxMeter,
            [L.TxPort.Id] = TxPort,
            [L.TxFdbA.Id] = TxFdbA,
            [L.TxFdbB.Id] = TxFdbB,
            [L.TxNextHop.Id] = TxNextHop,
            [L.TxMeter.Id] = TxMeter,
            [L.RxMeterState.Id] = RxMeterState,
            [L.TxMeterState.Id] = TxMeterState,
            [L.RxPolicy.Id] = RxPolicy,
            [L.RxSourceA.Id] = RxSourceA,
            [L.RxSourceB.Id] = RxSourceB,
        };
        _rxTables = new()
        {
            Endpoint = new() { A = RxEndpointA.Memory, B = RxEndpointB.Memory },
            Meter = RxMeter.Memory,
            MeterState = RxMeterState.Memory,
            Policy = RxPolicy.Memory,
            Source = new() { A = RxSourceA.Memory, B = RxSourceB.Memory },
            Vni = new() { A = RxVniA.Memory, B = RxVniB.Memory },
        };
        _txTables = new()
        {
            Fdb = new() { A = TxFdbA.Memory, B = TxFdbB.Memory },
            Meter = TxMeter.Memory,
            MeterState = TxMeterState.Memory,
            NextHop = TxNextHop.Memory,
            Port = TxPort.Memory,
        };
    }

    public ModelTable<ExactBucket<EndpointKey, EndpointValue>> RxEndpointA { get; } =
        new(L.RxEndpointA.Depth, L.RxEndpointA.Pack, L.RxEndpointA.Unpack);

    public ModelTable<ExactBucket<EndpointKey, EndpointValue>> RxEndpointB { get; } =
        new(L.RxEndpointB.Depth, L.RxEndpointB.Pack, L.RxEndpointB.Unpack);

    public ModelTable<MeterConfig> RxMeter { get; } =
        new(L.RxMeter.Depth, L.RxMeter.Pack, L.RxMeter.Unpack);

    public ModelRmw<MeterStep, MeterState, MeterArg, U2> RxMeterState { get; } =
        new(L.RxMeterState.Depth, L.RxMeterState.Pack, L.RxMeterState.Unpack);

    public ModelTable<ReceivePolicy> RxPolicy { get; } =
        new(L.RxPolicy.Depth, L.RxPolicy.Pack, L.RxPolicy.Unpack);

    public ModelTable<ExactBucket<SourceKey, Nothing>> RxSourceA { get; } =
        new(L.RxSourceA.Depth, L.RxSourceA.Pack, L.RxSourceA.Unpack);

    public ModelTable<ExactBucket<SourceKey, Nothing>> RxSourceB { get; } =
        new(L.RxSourceB.Depth, L.RxSourceB.Pack, L.RxSourceB.Unpack);

    public ModelTable<ExactBucket<VniKey, VniValue>> RxVniA { get; } =
        new(L.RxVniA.Depth, L.RxVniA.Pack, L.RxVniA.Unpack);

    public ModelTable<ExactBucket<VniKey, VniValue>> RxVniB { get; } =
        new(L.RxVniB.Depth, L.RxVniB.Pack, L.RxVniB.Unpack);

    public ModelTable<ExactBucket<FdbKey, FdbValue>> TxFdbA { get; } =
        new(L.TxFdbA.Depth, L.TxFdbA.Pack, L.TxFdbA.Unpack);

    public ModelTable<ExactBucket<FdbKey, FdbValue>> TxFdbB { get; } =
        new(L.TxFdbB.Depth, L.TxFdbB.Pack, L.TxFdbB.Unpack);

    public ModelTable<MeterConfig> TxMeter { get; } =
        new(L.TxMeter.Depth, L.TxMeter.Pack, L.TxMeter.Unpack);

    public ModelRmw<MeterStep, MeterState, MeterArg, U2> TxMeterState { get; } =
        new(L.TxMeterState.Depth, L.TxMeterState.Pack, L.TxMeterState.Unpack);

    public ModelTable<NextHop> TxNextHop { get; } =
        new(L.TxNextHop.Depth, L.TxNextHop.Pack, L.TxNextHop.Unpack);

    public ModelTable<HostPort> TxPort { get; } =
        new(L.TxPort.Depth, L.TxPort.Pack, L.TxPort.Unpack);

    /// <summary>The table with an id, or null when there is none.</summary>
    public IModelTable? Find(uint id) => _byId.GetValueOrDefault((int)id);

    /// <summary>Runs <see cref="RxPipeline.Run"/> on these tables.</summary>
    public Verdict Rx(Window frame, RxMeta meta) =>
        RxPipeline.Run(frame, meta, _rxTables);

    /// <summary>Runs <see cref="TxPipeline.Run"/> on these tables.</summary>
    public Verdict Tx(Window frame, TxMeta meta) =>
        TxPipeline.Run(frame, meta, _txTables);
}
