using SmartNic.Hls.Language;

namespace SmartNic.Kernels;

/// <content>What tenants may send.</content>
public partial struct TxTables
{
    /// <summary>Rates by generation and tenant.</summary>
    [Depth(8192)]
    public Table<MeterConfig> SendMeter;

    /// <summary>State by tenant.</summary>
    [Depth(4096)]
    public Rmw<MeterStep, MeterState, MeterArg, U2> SendMeterState;
}
