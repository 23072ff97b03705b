using SmartNic.Hls.Language;

namespace SmartNic.Kernels;

/// <summary>
/// An address from which a tenant's frames may come; under tenant 0 our own, from which nobody's
/// may.
/// </summary>
public struct SourceKey : IKey<SourceKey>
{
    /// <summary>The tenant's index.</summary>
    public U12 Tenant;

    /// <summary>Outer source address, IPv4 mapped.</summary>
    public UInt128 Ip;

    /// <inheritdoc/>
    public static ulong Mix(in SourceKey key, ulong hashKey) =>
        Hashes.Mix64(IpNumber.Mix(key.Ip, hashKey) ^ (ulong)key.Tenant, hashKey);

    /// <inheritdoc/>
    public static bool Same(in SourceKey x, in SourceKey y) =>
        x.Tenant == y.Tenant & x.Ip == y.Ip;
}
