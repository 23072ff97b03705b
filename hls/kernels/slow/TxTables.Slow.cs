using SmartNic.Hls.Language;

namespace SmartNic.Kernels;

/// <content>What tenants may send to the slow path.</content>
public partial struct TxTables
{
    /// <summary>Limits by generation and tenant.</summary>
    [Depth(8192)]
    public Table<MeterConfig> Meter;

    /// <summary>State by tenant.</summary>
    [Depth(4096)]
    public Rmw<MeterStep, MeterState, MeterArg, U2> MeterState;
}
