using SmartNic.Hls.Language;

namespace SmartNic.Kernels;

/// <content>Where frames go.</content>
public partial struct TxTables
{
    /// <summary>Next hops by tenant and MAC address.</summary>
    [Depth(4096)]
    public Exact<FdbKey, FdbValue> Fdb;
}
