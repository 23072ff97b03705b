using SmartNic.Hls.Language;

namespace SmartNic.Kernels;

/// <summary>A remote tunnel endpoint and the way to it.</summary>
public struct NextHop
{
    /// <summary>The entry may be used.</summary>
    public bool Valid;

    /// <summary>Outer source address, a local endpoint.</summary>
    public uint SourceIp;

    /// <summary>Outer destination address.</summary>
    public uint DestinationIp;

    /// <summary>Outer source MAC.</summary>
    public U48 SourceMac;

    /// <summary>Outer destination MAC: that of the next hop.</summary>
    public U48 DestinationMac;

    /// <summary>Outer time to live.</summary>
    public byte Ttl;

    /// <summary>UDP destination port.</summary>
    public ushort UdpPort;
}
