using SmartNic.Hls.Language;

namespace SmartNic.Kernels;

/// <content>Whose a frame from the wire is.</content>
public partial struct RxTables
{
    /// <summary>Tenants by VNI.</summary>
    [Depth(2048)]
    public Exact<VniKey, VniValue> Vni;
}
