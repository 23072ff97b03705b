using SmartNic.Hls.Language;

namespace SmartNic.Kernels;

/// <content>How tunnels start.</content>
public partial struct TxTables
{
    /// <summary>Remote tunnel endpoints by generation and next hop.</summary>
    [Depth(8192)]
    public Table<NextHop> NextHop;
}
