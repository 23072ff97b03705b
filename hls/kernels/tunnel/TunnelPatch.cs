namespace SmartNic.Kernels;

/// <summary>
/// What a frame's own fields are behind the outer IP header: the rest is in the template.
/// </summary>
public enum TunnelPatch : byte
{
    /// <summary>Length and source port of UDP, VNI of VXLAN or Geneve.</summary>
    Udp = 0,

    /// <summary>VSID and FlowID of NVGRE.</summary>
    Nvgre = 1,

    /// <summary>Nothing: GRE of Ethernet.</summary>
    Nothing = 2,

    /// <summary>The protocol type of GRE: IPv4 or IPv6, without Ethernet.</summary>
    GreType = 3,

    /// <summary>Nothing behind it, the protocol in it: IPv4 or IPv6, without Ethernet.</summary>
    IpProtocol = 4,
}
