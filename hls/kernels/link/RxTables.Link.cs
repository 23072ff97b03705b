using SmartNic.Hls.Language;

namespace SmartNic.Kernels;

/// <content>Tunnels of one tenant alone.</content>
public partial struct RxTables
{
    /// <summary>Links by their two addresses.</summary>
    [Depth(256)]
    public Exact<LinkKey, LinkValue> Link;
}
