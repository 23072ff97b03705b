using SmartNic.Hls.Language;

namespace SmartNic.Kernels;

/// <summary>A local tunnel endpoint.</summary>
public struct EndpointKey : IKey<EndpointKey>
{
    /// <summary>Address, IPv4 mapped.</summary>
    public UInt128 Ip;

    /// <inheritdoc/>
    public static ulong Mix(in EndpointKey key, ulong hashKey) =>
        IpNumber.Mix(key.Ip, hashKey);

    /// <inheritdoc/>
    public static bool Same(in EndpointKey x, in EndpointKey y) => x.Ip == y.Ip;
}

/// <summary>How a local endpoint is reached.</summary>
public struct EndpointValue
{
    /// <summary>UDP destination port of its VXLAN tunnels.</summary>
    public ushort UdpPort;

    /// <summary>Geneve tunnels end here too.</summary>
    public bool Geneve;

    /// <summary>NVGRE tunnels end here too: a key of GRE that no link has is a VSID.</summary>
    public bool Nvgre;

    /// <summary>Interface whose wire it is reached on.</summary>
    public U4 Interface;
}
