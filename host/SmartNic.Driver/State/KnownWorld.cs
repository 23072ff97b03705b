namespace SmartNic.Driver;

/// <summary>A configuration with the indices that its names have.</summary>
/// <param name="Config">The configuration.</param>
/// <param name="Tenants">Index of each tenant, which is its host queue too.</param>
/// <param name="Remotes">Next-hop index of each remote.</param>
public sealed record KnownWorld(
    GatewayConfig Config,
    IReadOnlyDictionary<string, ushort> Tenants,
    IReadOnlyDictionary<string, ushort> Remotes);
