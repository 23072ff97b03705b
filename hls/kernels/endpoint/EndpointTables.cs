using SmartNic.Hls.Language;

namespace SmartNic.Kernels;

/// <summary>How a local endpoint is reached.</summary>
public struct EndpointValue
{
    /// <summary>UDP destination port of its tunnels.</summary>
    public ushort UdpPort;

    /// <summary>Interface whose wire it is reached on.</summary>
    public U4 Interface;
}

/// <summary>One local tunnel endpoint.</summary>
public struct EndpointEntry
{
    /// <summary>Bit g: alive for packets of generation g.</summary>
    public U2 Gen;

    /// <summary>IPv4 address, host order.</summary>
    public uint Ip;

    /// <summary>For packets of generation 0.</summary>
    public EndpointValue Value0;

    /// <summary>For packets of generation 1.</summary>
    public EndpointValue Value1;
}

/// <summary>Four endpoint slots.</summary>
public struct EndpointBucket
{
    /// <summary>The slots.</summary>
    public EndpointEntry E0, E1, E2, E3;
}

/// <summary>Local tunnel endpoints by address.</summary>
public struct EndpointTables
{
    /// <summary>Two memories of buckets; a key is in one of its two.</summary>
    [Depth(64)]
    public Table<EndpointBucket> A, B;
}
