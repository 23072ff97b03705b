using SmartNic.Driver;

namespace SmartNic.Features;

/// <summary>Where an inner Ethernet address is.</summary>
/// <param name="Mac">Inner destination address, unicast.</param>
/// <param name="Remote">Name of the remote that it is behind.</param>
public sealed record ForwardingConfig(MacAddress Mac, string Remote);
