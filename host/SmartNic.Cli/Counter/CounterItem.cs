using SmartNic.Driver;

namespace SmartNic.Cli.Counter;

/// <summary>The counters of one name; exactly one of the parts is there.</summary>
/// <param name="Name">As it was asked for.</param>
/// <param name="Tenant">Both directions of a tenant.</param>
/// <param name="Port">Both directions of a port.</param>
/// <param name="Counts">Drops by reason, or the slow path's counts.</param>
/// <param name="SlowPath">The slow path's counts of a tenant.</param>
internal sealed record CounterItem(
    string Name,
    TenantCounters? Tenant = null,
    PortCounters? Port = null,
    IReadOnlyDictionary<string, ulong>? Counts = null,
    IReadOnlyDictionary<string, long>? SlowPath = null);
