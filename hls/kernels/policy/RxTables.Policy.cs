using SmartNic.Hls.Language;

namespace SmartNic.Kernels;

/// <content>What tenants receive, and from whom.</content>
public partial struct RxTables
{
    /// <summary>Policy by generation and tenant.</summary>
    [Depth(8192)]
    public Table<ReceivePolicy> Policy;

    /// <summary>Outer source addresses by tenant; tenant 0 has our own.</summary>
    [Depth(4096)]
    public Exact<SourceKey, Nothing> Source;
}
