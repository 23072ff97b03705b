namespace SmartNic.Features;

/// <summary>A local tunnel endpoint as the slow path answers for it.</summary>
/// <param name="Interface">Interface whose wire the endpoint lives on.</param>
/// <param name="Ip">IPv4 address, network order as a number, or null.</param>
/// <param name="Ip6">IPv6 address, or null.</param>
/// <param name="Mac">MAC address, the upper 16 bits zero.</param>
public sealed record SlowPathEndpoint(byte Interface, uint? Ip, UInt128? Ip6, ulong Mac);
