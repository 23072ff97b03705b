using SmartNic.Hls.Language;

namespace SmartNic.Kernels;

/// <content>Whose a frame from the host is.</content>
public partial struct TxTables
{
    /// <summary>Tenants by generation and host queue.</summary>
    [Depth(8192)]
    public Table<HostPort> Port;
}
