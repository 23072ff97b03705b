using SmartNic.Hls.Language;

namespace SmartNic.Kernels;

/// <content>Where tunnels end.</content>
public partial struct RxTables
{
    /// <summary>Our endpoints.</summary>
    [Depth(64)]
    public Exact<EndpointKey, EndpointValue> Endpoint;
}
