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
            [L.RxLinkA.Id] = RxLinkA,
            [L.RxLinkB.Id] = RxLinkB,
            [L.TxSendMeter.Id] = TxSendMeter,
            [L.TxSendMeterState.Id] = TxSendMeterState,
            [L.RxFirewallColumns.Id] = RxFirewallColumns,
            [L.RxFirewallAllowed.Id] = RxFirewallAllowed,
            [L.RxFirewallWorkload.Id] = RxFirewallWorkload,
            [L.TxFirewallColumns.Id] = TxFirewallColumns,
            [L.TxFirewallAllowed.Id] = TxFirewallAllowed,
            [L.TxFirewallWorkload.Id] = TxFirewallWorkload,
        };
        _rxTables = new()
        {
            Endpoint = new() { A = RxEndpointA.Memory, B = RxEndpointB.Memory },
            Firewall = new()
            {
                Columns = RuleColumnsOf(RxFirewallColumns),
                Allowed = RxFirewallAllowed.Memory,
                Workload = RxFirewallWorkload.Memory,
            },
            Link = new() { A = RxLinkA.Memory, B = RxLinkB.Memory },
            Meter = RxMeter.Memory,
            MeterState = RxMeterState.Memory,
            Policy = RxPolicy.Memory,
            Source = new() { A = RxSourceA.Memory, B = RxSourceB.Memory },
            Vni = new() { A = RxVniA.Memory, B = RxVniB.Memory },
        };
        _txTables = new()
        {
            Fdb = new() { A = TxFdbA.Memory, B = TxFdbB.Memory },
            Firewall = new()
            {
                Columns = RuleColumnsOf(TxFirewallColumns),
                Allowed = TxFirewallAllowed.Memory,
                Workload = TxFirewallWorkload.Memory,
            },
            Meter = TxMeter.Memory,
            MeterState = TxMeterState.Memory,
            NextHop = TxNextHop.Memory,
            Port = TxPort.Memory,
            SendMeter = TxSendMeter.Memory,
            SendMeterState = TxSendMeterState.Memory,
        };
    }

    public ModelTable<ExactBucket<EndpointKey, EndpointValue>> RxEndpointA { get; } =
        new(L.RxEndpointA.Layout);

    public ModelTable<ExactBucket<EndpointKey, EndpointValue>> RxEndpointB { get; } =
        new(L.RxEndpointB.Layout);

    public ModelColumns<RuleSet> RxFirewallColumns { get; } =
        new(L.RxFirewallColumns.Layout, 97);

    public ModelTable<RuleSet> RxFirewallAllowed { get; } =
        new(L.RxFirewallAllowed.Layout);

    public ModelTable<Workload> RxFirewallWorkload { get; } =
        new(L.RxFirewallWorkload.Layout);

    public ModelTable<ExactBucket<LinkKey, LinkValue>> RxLinkA { get; } =
        new(L.RxLinkA.Layout);

    public ModelTable<ExactBucket<LinkKey, LinkValue>> RxLinkB { get; } =
        new(L.RxLinkB.Layout);

    public ModelTable<MeterConfig> RxMeter { get; } =
        new(L.RxMeter.Layout);

    public ModelRmw<MeterStep, MeterState, MeterArg, U2> RxMeterState { get; } =
        new(L.RxMeterState.Layout);

    public ModelTable<ReceivePolicy> RxPolicy { get; } =
        new(L.RxPolicy.Layout);

    public ModelTable<ExactBucket<SourceKey, Nothing>> RxSourceA { get; } =
        new(L.RxSourceA.Layout);

    public ModelTable<ExactBucket<SourceKey, Nothing>> RxSourceB { get; } =
        new(L.RxSourceB.Layout);

    public ModelTable<ExactBucket<VniKey, VniValue>> RxVniA { get; } =
        new(L.RxVniA.Layout);

    public ModelTable<ExactBucket<VniKey, VniValue>> RxVniB { get; } =
        new(L.RxVniB.Layout);

    public ModelTable<ExactBucket<FdbKey, FdbValue>> TxFdbA { get; } =
        new(L.TxFdbA.Layout);

    public ModelTable<ExactBucket<FdbKey, FdbValue>> TxFdbB { get; } =
        new(L.TxFdbB.Layout);

    public ModelColumns<RuleSet> TxFirewallColumns { get; } =
        new(L.TxFirewallColumns.Layout, 97);

    public ModelTable<RuleSet> TxFirewallAllowed { get; } =
        new(L.TxFirewallAllowed.Layout);

    public ModelTable<Workload> TxFirewallWorkload { get; } =
        new(L.TxFirewallWorkload.Layout);

    public ModelTable<MeterConfig> TxMeter { get; } =
        new(L.TxMeter.Layout);

    public ModelRmw<MeterStep, MeterState, MeterArg, U2> TxMeterState { get; } =
        new(L.TxMeterState.Layout);

    public ModelTable<NextHop> TxNextHop { get; } =
        new(L.TxNextHop.Layout);

    public ModelTable<HostPort> TxPort { get; } =
        new(L.TxPort.Layout);

    public ModelTable<MeterConfig> TxSendMeter { get; } =
        new(L.TxSendMeter.Layout);

    public ModelRmw<MeterStep, MeterState, MeterArg, U2> TxSendMeterState { get; } =
        new(L.TxSendMeterState.Layout);

    private static RuleColumns RuleColumnsOf(ModelColumns<RuleSet> columns)
    {
        RuleColumns all = default;
        for (var i = 0; i < 97; i++)
        {
            all[i] = columns[i];
        }

        return all;
    }

    /// <summary>The table with an id, or null when there is none.</summary>
    public IModelTable? Find(uint id) => _byId.GetValueOrDefault((int)id);

    /// <summary>Runs <see cref="RxPipeline.Run"/> on these tables.</summary>
    public Verdict Rx(Window frame, RxMeta meta) =>
        RxPipeline.Run(frame, meta, _rxTables);

    /// <summary>Runs <see cref="TxPipeline.Run"/> on these tables.</summary>
    public Verdict Tx(Window frame, TxMeta meta) =>
        TxPipeline.Run(frame, meta, _txTables);
}
