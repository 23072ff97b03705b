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

    /// <summary>Outer IPv4 source address, host order.</summary>
    public uint Ip;

    /// <inheritdoc/>
    public static ulong Mix(in SourceKey key, ulong hashKey) =>
        Hashes.Mix64(((ulong)key.Tenant << 32) | key.Ip, hashKey);

    /// <inheritdoc/>
    public static bool Same(in SourceKey x, in SourceKey y) =>
        x.Tenant == y.Tenant & x.Ip == y.Ip;
}
