using SmartNic.Hls.Language;

namespace SmartNic.Kernels;

/// <summary>A virtual network.</summary>
public struct VniKey : IKey<VniKey>
{
    /// <summary>Its identifier (RFC 7348 section 5).</summary>
    public U24 Vni;

    /// <inheritdoc/>
    public static ulong Mix(in VniKey key, ulong hashKey) => Hashes.Mix64(key.Vni, hashKey);

    /// <inheritdoc/>
    public static bool Same(in VniKey x, in VniKey y) => x.Vni == y.Vni;
}

/// <summary>Whose a virtual network is.</summary>
public struct VniValue
{
    /// <summary>The tenant's index.</summary>
    public U12 Tenant;

    /// <summary>Its host queue.</summary>
    public U12 Queue;
}
