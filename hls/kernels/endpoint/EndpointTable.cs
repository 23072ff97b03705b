using SmartNic.Hls.Language;

namespace SmartNic.Kernels;

/// <summary>A local tunnel endpoint.</summary>
public struct EndpointKey : IKey<EndpointKey>
{
    /// <summary>IPv4 address, host order.</summary>
    public uint Ip;

    /// <inheritdoc/>
    public static ulong Mix(in EndpointKey key, ulong hashKey) => Hashes.Mix64(key.Ip, hashKey);

    /// <inheritdoc/>
    public static bool Same(in EndpointKey x, in EndpointKey y) => x.Ip == y.Ip;
}

/// <summary>How a local endpoint is reached.</summary>
public struct EndpointValue
{
    /// <summary>UDP destination port of its tunnels.</summary>
    public ushort UdpPort;

    /// <summary>Interface whose wire it is reached on.</summary>
    public U4 Interface;
}
