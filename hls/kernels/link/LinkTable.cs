using SmartNic.Hls.Language;

namespace SmartNic.Kernels;

/// <summary>
/// A tunnel between two addresses that is one tenant's alone, whatever comes through it: a virtual
/// link (RFC 2473 section 3).
/// </summary>
public struct LinkKey : IKey<LinkKey>
{
    /// <summary>Outer destination: an endpoint of ours, IPv4 mapped.</summary>
    public UInt128 LocalIp;

    /// <summary>Outer source, IPv4 mapped.</summary>
    public UInt128 RemoteIp;

    /// <summary>A TunnelKind.</summary>
    public U3 Kind;

    /// <summary>GRE has a key (RFC 2890 section 2.1); 0 is one too.</summary>
    public bool Keyed;

    /// <summary>The key; 0 without one.</summary>
    public uint Key;

    /// <inheritdoc/>
    public static ulong Mix(in LinkKey key, ulong hashKey)
    {
        ulong last = ((ulong)key.Key << 8) | ((ulong)key.Kind << 1) | (key.Keyed ? 1UL : 0);
        ulong local = Hashes.Part((ulong)(key.LocalIp >> 64), 0, hashKey)
            ^ Hashes.Part((ulong)key.LocalIp, 1, hashKey);
        ulong remote = Hashes.Part((ulong)(key.RemoteIp >> 64), 2, hashKey)
            ^ Hashes.Part((ulong)key.RemoteIp, 3, hashKey);
        return Hashes.Mix64(local ^ remote ^ Hashes.Part(last, 4, hashKey), hashKey);
    }

    /// <inheritdoc/>
    public static bool Same(in LinkKey x, in LinkKey y) =>
        x.LocalIp == y.LocalIp & x.RemoteIp == y.RemoteIp
        & x.Kind == y.Kind & x.Keyed == y.Keyed & x.Key == y.Key;
}

/// <summary>Whose a link is, and what its packets need to become frames.</summary>
public struct LinkValue
{
    /// <summary>The tenant's index.</summary>
    public U12 Tenant;

    /// <summary>Its host queue.</summary>
    public U12 Queue;

    /// <summary>Destination of the Ethernet header that a packet without one gets.</summary>
    public U48 DestinationMac;

    /// <summary>Its source.</summary>
    public U48 SourceMac;
}
