using SmartNic.Hls.Language;

namespace SmartNic.Kernels;

/// <summary>A destination in a tenant's network.</summary>
public struct FdbKey : IKey<FdbKey>
{
    /// <summary>The tenant's index.</summary>
    public U12 Tenant;

    /// <summary>MAC address.</summary>
    public U48 Mac;

    /// <inheritdoc/>
    public static ulong Mix(in FdbKey key, ulong hashKey) =>
        Hashes.Mix64(((ulong)key.Tenant << 48) | (ulong)key.Mac, hashKey);

    /// <inheritdoc/>
    public static bool Same(in FdbKey x, in FdbKey y) => x.Tenant == y.Tenant & x.Mac == y.Mac;
}

/// <summary>Where a destination is.</summary>
public struct FdbValue
{
    /// <summary>Index of its next hop.</summary>
    public U12 NextHop;

    /// <summary>
    /// Most bytes of an untagged IP packet on the way there; 0 for no limit. That of the next hop,
    /// here because it is asked before the next hop can be read.
    /// </summary>
    public U14 Mtu;
}
