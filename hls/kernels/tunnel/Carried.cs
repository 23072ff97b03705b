namespace SmartNic.Kernels;

/// <summary>What a tunnel carries.</summary>
public enum Carried : byte
{
    /// <summary>An Ethernet frame.</summary>
    Ethernet = 0,

    /// <summary>An IPv4 packet without Ethernet.</summary>
    Ipv4 = 1,

    /// <summary>An IPv6 packet without Ethernet.</summary>
    Ipv6 = 2,
}
