using System.Net;
using SmartNic.Driver;

namespace SmartNic.Features;

/// <summary>Whose Ethernet address the slow path tells a tenant that asks.</summary>
/// <param name="Ip">IPv4 or IPv6 address asked for.</param>
/// <param name="Mac">Its Ethernet address.</param>
public sealed record NeighbourConfig(IPAddress Ip, MacAddress Mac);
