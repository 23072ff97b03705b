using SmartNic.Hls.Language;

namespace SmartNic.Kernels;

/// <content>What tenants may receive.</content>
public partial struct RxTables
{
    /// <summary>
    /// Rates by generation and tenant; tenant 0 has the wire's share of the slow path.
    /// </summary>
    [Depth(8192)]
    public Table<MeterConfig> Meter;

    /// <summary>State by tenant.</summary>
    [Depth(4096)]
    public Rmw<MeterStep, MeterState, MeterArg, U2> MeterState;
}
